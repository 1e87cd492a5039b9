//! PDF: the text that its pages show.
//!
//! The structure and the fonts of a file are read by hayro, the pages by [`page`], which draws nothing. What might
//! unpack to more than fits is taken out beforehand, see [`unpacked`].

mod ascii85;
mod budget;
mod dictionary;
mod fonts;
mod lexer;
mod page;
mod unpacked;
mod writer;

use std::io::Read as _;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::sync::atomic::AtomicBool;
use std::sync::atomic::Ordering::Relaxed;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::time::{Duration, Instant};

use hayro_syntax::{LoadPdfError, Pdf};

use crate::error::TextError;
use crate::limits::Limits;
use crate::tidy::Collector;
use crate::words::Source;
use budget::Budget;

/// Bytes of the stack of the thread that reads: documents nest what they show.
const STACK: usize = 64 << 20;

/// How often whoever waits is asked whether to stop.
const PATIENCE: Duration = Duration::from_millis(20);

/// What the thread that reads says.
enum Told {
    Page { text: String, whole: bool },
    Failed(TextError),
    Done,
}

/// Reads words; returns whether all of the document was read.
pub(crate) fn read(
    file: &mut dyn Source,
    limits: &Limits,
    stop: &dyn Fn() -> bool,
    words: &mut Collector,
) -> Result<bool, TextError> {
    let mut bytes = Vec::new();
    file.take(limits.file).read_to_end(&mut bytes)?;
    let halt = Arc::new(AtomicBool::new(false));
    let (tell, told) = channel();
    let budget = Budget::new(limits, Arc::clone(&halt));
    // The thread is left to itself where it does not end in time: nothing else ends a library from outside.
    std::thread::Builder::new()
        .name("pdf".into())
        .stack_size(STACK)
        .spawn(move || {
            let said = catch_unwind(AssertUnwindSafe(|| interpret(bytes, budget, &tell)));
            let last = match said {
                Ok(Ok(())) => Told::Done,
                Ok(Err(error)) => Told::Failed(error),
                // What no library should fail on.
                Err(_) => Told::Failed(TextError::Damaged),
            };
            let _ = tell.send(last);
        })
        .map_err(|error| TextError::Unreadable(error.to_string()))?;
    let outcome = collect(&told, Instant::now() + limits.time, stop, words);
    halt.store(true, Relaxed);
    outcome
}

/// Takes in page after page until the last, the end of the time, or a wish to stop.
fn collect(
    told: &Receiver<Told>,
    deadline: Instant,
    stop: &dyn Fn() -> bool,
    words: &mut Collector,
) -> Result<bool, TextError> {
    let mut all = true;
    loop {
        if stop() {
            return Err(TextError::Stopped);
        }
        if Instant::now() > deadline {
            return Ok(false);
        }
        match told.recv_timeout(PATIENCE) {
            Ok(Told::Page { text, whole }) => {
                all &= whole;
                words.push(&text);
                words.line();
                if words.is_full() {
                    return Ok(false);
                }
            }
            Ok(Told::Failed(error)) => return Err(error),
            Ok(Told::Done) => return Ok(all),
            Err(RecvTimeoutError::Timeout) => {}
            Err(RecvTimeoutError::Disconnected) => return Err(TextError::Damaged),
        }
    }
}

/// Reads page by page and tells what each says.
fn interpret(mut bytes: Vec<u8>, mut budget: Budget, tell: &Sender<Told>) -> Result<(), TextError> {
    if unpacked::names_encryption(&bytes) {
        return Err(TextError::Sealed);
    }
    let kept = unpacked::bound(&mut bytes, &mut budget);
    let pdf = Pdf::new(bytes).map_err(|error| match error {
        LoadPdfError::Decryption(_) => TextError::Sealed,
        LoadPdfError::Invalid => TextError::Damaged,
    })?;
    let fonts = fonts::Fonts::new();
    for page in pdf.pages().iter() {
        let mut text = String::new();
        let read = catch_unwind(AssertUnwindSafe(|| page::read(page, &fonts, &mut budget, &mut text)));
        let whole = kept && read.unwrap_or(false);
        if tell.send(Told::Page { text, whole }).is_err() || budget.is_spent() {
            break;
        }
    }
    Ok(())
}
