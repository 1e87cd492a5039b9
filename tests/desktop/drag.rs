//! Files dragged from another program, by the protocol that X11's programs drag by (XDND 5).

use std::fmt::Write as _;
use std::path::Path;
use std::time::{Duration, Instant};

use x11rb::connection::Connection as _;
use x11rb::protocol::Event;
use x11rb::protocol::xproto::{
    Atom, AtomEnum, ClientMessageEvent, ConnectionExt as _, CreateWindowAux, EventMask, Window, WindowClass,
};
use x11rb::rust_connection::RustConnection;

use crate::application::Application;
use crate::clipboard::give;
use crate::webdriver::until;

const VERSION: u32 = 5;

/// How long an answer to a step is waited for.
const STEP: Duration = Duration::from_secs(1);

x11rb::atom_manager! {
    Atoms: AtomsCookie {
        XdndAware, XdndSelection, XdndEnter, XdndPosition, XdndStatus, XdndLeave, XdndDrop, XdndFinished,
        XdndActionCopy, TARGETS, UriList: b"text/uri-list",
    }
}

/// Files on their way over a window.
pub(crate) struct Drag {
    connection: RustConnection,
    atoms: Atoms,
    source: Window,
    target: Window,
    /// Where the target's page begins on the screen.
    corner: (i16, i16),
    uris: String,
}

impl Drag {
    /// Picks files up, and comes into the application's window with them.
    pub(crate) fn of(window: &Application, files: &[&Path]) -> Self {
        let (connection, screen) = x11rb::connect(Some(window.display.name())).expect("the display answers");
        let atoms = Atoms::new(&connection).unwrap().reply().unwrap();
        let root = connection.setup().roots[screen].root;
        let source = connection.generate_id().unwrap();
        let (class, aux) = (WindowClass::INPUT_OUTPUT, CreateWindowAux::new());
        connection.create_window(0, source, root, 0, 0, 1, 1, 0, class, 0, &aux).unwrap();
        connection.set_selection_owner(source, atoms.XdndSelection, x11rb::CURRENT_TIME).unwrap();
        let target = until("there is a window that takes files", || taker(&connection, &atoms, root));
        let at = connection.translate_coordinates(target, root, 0, 0).unwrap().reply().unwrap();
        let uris = files.iter().map(|file| format!("{}\r\n", uri(file))).collect();
        let drag = Self { connection, atoms, source, target, corner: (at.dst_x, at.dst_y), uris };
        drag.send(drag.atoms.XdndEnter, [VERSION << 24, drag.atoms.UriList, 0, 0]);
        drag
    }

    /// Moves to a place in the page, in pixels; says whether the window answered.
    pub(crate) fn over(&mut self, x: i16, y: i16) -> bool {
        let part = |at: i16| u32::from(at.cast_unsigned());
        let place = part(self.corner.0 + x) << 16 | part(self.corner.1 + y);
        self.send(self.atoms.XdndPosition, [0, place, x11rb::CURRENT_TIME, self.atoms.XdndActionCopy]);
        self.serve_until(self.atoms.XdndStatus)
    }

    /// Leaves the window without letting go.
    pub(crate) fn leave(self) {
        self.send(self.atoms.XdndLeave, [0; 4]);
        self.connection.flush().unwrap();
    }

    /// Moves to a place in the page and lets go.
    pub(crate) fn drop_at(mut self, x: i16, y: i16) {
        until("the window takes them", || self.over(x, y).then_some(()));
        self.send(self.atoms.XdndDrop, [0, x11rb::CURRENT_TIME, 0, 0]);
        self.serve_until(self.atoms.XdndFinished);
    }

    fn send(&self, message: Atom, data: [u32; 4]) {
        let [a, b, c, d] = data;
        let event = ClientMessageEvent::new(32, self.target, message, [self.source, a, b, c, d]);
        self.connection.send_event(false, self.target, EventMask::NO_EVENT, event).unwrap();
        self.connection.flush().unwrap();
    }

    /// Gives the files' names to whom asks for them, until a message comes; says whether it came in time.
    fn serve_until(&mut self, message: Atom) -> bool {
        let began = Instant::now();
        while began.elapsed() < STEP {
            match self.connection.poll_for_event().unwrap() {
                Some(Event::SelectionRequest(request)) => {
                    give(
                        &self.connection,
                        &request,
                        self.atoms.TARGETS,
                        self.atoms.UriList,
                        self.uris.as_bytes(),
                    );
                }
                Some(Event::ClientMessage(answer)) if answer.type_ == message => return true,
                Some(_) => {}
                None => std::thread::sleep(Duration::from_millis(5)),
            }
        }
        false
    }
}

/// Returns the largest window below this one that takes what is dragged.
fn taker(connection: &RustConnection, atoms: &Atoms, below: Window) -> Option<Window> {
    let children = connection.query_tree(below).ok()?.reply().ok()?.children;
    let takes = |window: &Window| {
        let aware = connection.get_property(false, *window, atoms.XdndAware, AtomEnum::ATOM, 0, 1);
        aware.ok().and_then(|aware| aware.reply().ok()).is_some_and(|aware| aware.value_len > 0)
    };
    let size = |window: &Window| {
        let size = connection.get_geometry(*window).ok().and_then(|size| size.reply().ok());
        size.map_or(0, |size| u32::from(size.width) * u32::from(size.height))
    };
    children.into_iter().filter(takes).max_by_key(size)
}

fn uri(file: &Path) -> String {
    let mut uri = String::from("file://");
    for byte in file.to_str().expect("the test's paths are text").bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'/' | b'.' | b'-' | b'_' => uri.push(byte.into()),
            other => write!(uri, "%{other:02X}").unwrap(),
        }
    }
    uri
}
