//! PDF: the glyphs that its pages show, put together to words by where they stand.
//!
//! The pages are interpreted as a viewer would. A file may ask for more drawing than fits a lifetime, so the steps
//! are counted; the count ends the interpreter from inside, for which it offers no other way.

use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};

use hayro_interpret::font::{Glyph, GlyphRun};
use hayro_interpret::hayro_cmap::BfString;
use hayro_interpret::hayro_syntax::{LoadPdfError, Pdf};
use hayro_interpret::kurbo::{Affine, BezPath, Point, Rect};
use hayro_interpret::{
    BlendMode, ClipPath, Context, Device, DrawMode, DrawProps, Image, ImageDrawProps, InterpreterCache,
    InterpreterSettings, SoftMask, interpret_page,
};

use crate::error::TextError;
use crate::limits::Limits;
use crate::tidy::Collector;
use crate::words::Source;

/// The stack of the thread that interprets: documents nest what they show.
const STACK: usize = 64 << 20;

/// Reads words; returns whether all of the document was read.
pub(crate) fn read(
    file: &mut dyn Source,
    limits: &Limits,
    stop: &dyn Fn() -> bool,
    words: &mut Collector,
) -> Result<bool, TextError> {
    let mut bytes = Vec::new();
    file.read_to_end(&mut bytes)?;
    let steps = limits.steps;
    // Every page is asked about between pages, on a thread of its own with room for what nests.
    let (mut page, mut whole, mut left) = (0, true, steps);
    let (ask, asked) = std::sync::mpsc::channel::<()>();
    let (tell, told) = std::sync::mpsc::channel::<Told>();
    std::thread::scope(|scope| {
        let reader = std::thread::Builder::new().name("pdf".into()).stack_size(STACK);
        let reader = reader.spawn_scoped(scope, move || interpret(bytes, steps, &asked, &tell));
        if let Err(error) = reader {
            return Err(TextError::Unreadable(error.to_string()));
        }
        let mut outcome = Ok(());
        while let Ok(said) = told.recv() {
            match said {
                Told::Failed(error) => outcome = Err(error),
                Told::Page { text, complete, used } => {
                    page += 1;
                    whole &= complete;
                    left = left.saturating_sub(used);
                    words.push(&text);
                    words.line();
                    if stop() {
                        outcome = Err(TextError::Stopped);
                        break;
                    }
                    if words.is_full() || left == 0 {
                        whole = false;
                        break;
                    }
                    if ask.send(()).is_err() {
                        break;
                    }
                }
            }
        }
        // Without a question the thread ends after the page at hand.
        drop(ask);
        outcome
    })?;
    Ok(whole)
}

/// What the thread that interprets says.
enum Told {
    Page { text: String, complete: bool, used: u64 },
    Failed(TextError),
}

/// Interprets page by page; goes on where it is asked to.
fn interpret(
    bytes: Vec<u8>,
    steps: u64,
    asked: &std::sync::mpsc::Receiver<()>,
    tell: &std::sync::mpsc::Sender<Told>,
) {
    let done = quietly(|| {
        let pdf = match Pdf::new(bytes) {
            Ok(pdf) => pdf,
            Err(LoadPdfError::Decryption(_)) => {
                let _ = tell.send(Told::Failed(TextError::Sealed));
                return;
            }
            Err(LoadPdfError::Invalid) => {
                let _ = tell.send(Told::Failed(TextError::Damaged));
                return;
            }
        };
        let cache = InterpreterCache::new();
        let mut left = steps;
        for page in pdf.pages().iter() {
            let mut hand = Hand { text: String::new(), last: None, left };
            let settings = InterpreterSettings::default();
            let area = Rect::new(0.0, 0.0, 1.0, 1.0);
            let complete = quietly(|| {
                let mut context = Context::new(Affine::IDENTITY, area, &cache, pdf.xref(), settings);
                interpret_page(page, &mut context, &mut hand);
            });
            let used = left - hand.left;
            left = hand.left;
            let told = Told::Page { text: hand.text, complete: complete.is_some(), used };
            if tell.send(told).is_err() || asked.recv().is_err() {
                return;
            }
        }
    });
    if done.is_none() {
        let _ = tell.send(Told::Failed(TextError::Damaged));
    }
}

/// Runs something that may be ended from inside, or may fail on what no library should fail on; nothing then.
fn quietly<T>(run: impl FnOnce() -> T) -> Option<T> {
    catch_unwind(AssertUnwindSafe(run)).ok()
}

/// Writes down what the pages show.
struct Hand {
    text: String,
    /// Where the last glyph stood, and how large it was.
    last: Option<(Point, f64)>,
    /// Steps that may still be taken.
    left: u64,
}

impl Hand {
    /// Counts a step, and ends the interpreter where there were too many.
    fn step(&mut self, steps: u64) {
        self.left = self.left.saturating_sub(steps);
        if self.left == 0 {
            resume_unwind(Box::new(()));
        }
    }

    /// Writes down a glyph; parts it from the one before by where both stand.
    fn glyph(&mut self, text: &str, at: Point, size: f64) {
        if let Some((before, width)) = self.last {
            let (right, down) = (at.x - before.x, (at.y - before.y).abs());
            let size = size.max(0.1);
            if down > size * 0.6 {
                self.text.push('\n');
            } else if right > width + size * 0.15 || right < -size * 0.5 {
                self.text.push(' ');
            }
        }
        self.text.push_str(text);
    }
}

impl Device<'_> for Hand {
    fn draw_path(&mut self, _: &BezPath, _: DrawProps<'_>, _: &DrawMode) {
        self.step(1);
    }

    fn push_clip_path(&mut self, _: &ClipPath) {
        self.step(1);
    }

    fn push_transparency_group(&mut self, _: f32, _: Option<SoftMask<'_>>, _: BlendMode) {
        self.step(1);
    }

    fn draw_glyph_run(&mut self, run: &GlyphRun<'_, '_>, props: DrawProps<'_>, _: &DrawMode) {
        self.step(1 + run.glyphs().len() as u64);
        for glyph in run.glyphs() {
            let place = props.transform * glyph.transform();
            let at = place * Point::ZERO;
            let [_, _, skew, rise, ..] = place.as_coeffs();
            // Glyphs are drawn a thousand units to the em.
            let size = skew.hypot(rise) * 1_000.0;
            let advance = match &**glyph {
                Glyph::Outline(glyph) => glyph.advance_width(),
                Glyph::Type3(glyph) => glyph.advance_width(),
            };
            // Both the advance and the size of a glyph are in thousandths of its em.
            let advance = f64::from(advance.unwrap_or(500.0)) * size / 1_000.0;
            let text = match glyph.as_unicode() {
                Some(BfString::Char(character)) => character.to_string(),
                Some(BfString::String(text)) => text,
                None => String::new(),
            };
            self.glyph(&text, at, size);
            self.last = Some((at, advance.max(0.0)));
        }
    }

    fn draw_image(&mut self, _: Image<'_, '_>, _: ImageDrawProps<'_>) {
        self.step(1);
    }

    fn pop_clip(&mut self) {}

    fn pop_transparency_group(&mut self) {}
}
