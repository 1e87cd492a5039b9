//! The clipboard, as another program fills it (X11 selections).

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread::JoinHandle;
use std::time::Duration;

use x11rb::connection::Connection as _;
use x11rb::protocol::Event;
use x11rb::protocol::xproto::{
    Atom, AtomEnum, ConnectionExt as _, CreateWindowAux, EventMask, PropMode, SELECTION_NOTIFY_EVENT,
    SelectionNotifyEvent, SelectionRequestEvent, WindowClass,
};
use x11rb::rust_connection::RustConnection;
use x11rb::wrapper::ConnectionExt as _;

use crate::application::Application;

/// Something that another program has copied; it is gone when this is dropped.
pub(crate) struct Clipboard {
    ended: Arc<AtomicBool>,
    program: Option<JoinHandle<()>>,
}

impl Clipboard {
    /// Copies bytes of a media type, in a program of its own.
    pub(crate) fn holding(window: &Application, media_type: &str, bytes: &'static [u8]) -> Self {
        let (connection, screen) = x11rb::connect(Some(window.display.name())).expect("the display answers");
        let root = connection.setup().roots[screen].root;
        let atom = |name: &str| connection.intern_atom(false, name.as_bytes()).unwrap().reply().unwrap().atom;
        let (clipboard, targets, kind) = (atom("CLIPBOARD"), atom("TARGETS"), atom(media_type));
        let owner = connection.generate_id().unwrap();
        let (class, aux) = (WindowClass::INPUT_OUTPUT, CreateWindowAux::new());
        connection.create_window(0, owner, root, 0, 0, 1, 1, 0, class, 0, &aux).unwrap();
        connection.set_selection_owner(owner, clipboard, x11rb::CURRENT_TIME).unwrap();
        connection.sync().unwrap();
        let ended = Arc::<AtomicBool>::default();
        let program = std::thread::spawn({
            let ended = Arc::clone(&ended);
            move || {
                while !ended.load(Ordering::Relaxed) {
                    match connection.poll_for_event() {
                        Ok(Some(Event::SelectionRequest(request))) => {
                            give(&connection, &request, targets, kind, bytes);
                        }
                        Ok(Some(_)) => {}
                        Ok(None) => std::thread::sleep(Duration::from_millis(5)),
                        // The display has gone, and everything with it.
                        Err(_) => return,
                    }
                }
            }
        });
        Self { ended, program: Some(program) }
    }
}

impl Drop for Clipboard {
    fn drop(&mut self) {
        self.ended.store(true, Ordering::Relaxed);
        drop(self.program.take().map(JoinHandle::join));
    }
}

/// Gives what is dragged or copied, of one type, to the program that asks for it.
pub(crate) fn give(
    connection: &RustConnection,
    request: &SelectionRequestEvent,
    targets: Atom,
    kind: Atom,
    bytes: &[u8],
) {
    let (to, mut property) = (request.requestor, request.property);
    if request.target == targets {
        let known = [targets, kind];
        connection.change_property32(PropMode::REPLACE, to, property, AtomEnum::ATOM, &known).unwrap();
    } else if request.target == kind {
        connection.change_property8(PropMode::REPLACE, to, property, kind, bytes).unwrap();
    } else {
        property = x11rb::NONE;
    }
    let done = SelectionNotifyEvent {
        response_type: SELECTION_NOTIFY_EVENT,
        sequence: 0,
        time: request.time,
        requestor: to,
        selection: request.selection,
        target: request.target,
        property,
    };
    connection.send_event(false, to, EventMask::NO_EVENT, done).unwrap();
    connection.flush().unwrap();
}
