//! The running head and foot, written when the number of pages is known.

use crate::layout::Flow;
use crate::model::{Furniture, Running};
use crate::page::Owner;
use crate::style::{FURNITURE, HAIRLINE, LINE};

/// The head's baseline, from the page's top, and the foot's, from its bottom.
const HEAD: f32 = 40.0;
const FOOT: f32 = 34.0;
/// Between the head and the rule below it.
const RULE_BELOW: f32 = 8.0;
/// Between what stands left and what stands right.
const BETWEEN: f32 = 24.0;
/// No line holds more characters than this.
const MOST: usize = 400;

/// Writes the head and foot of every page that carries them.
pub(crate) fn write(flow: &mut Flow<'_>, furniture: &Furniture) {
    let pages = flow.pages.len();
    flow.place.heading.clear();
    for page in 0..pages {
        flow.turn_to(page);
        if !flow.page().furniture {
            continue;
        }
        let format = flow.page().format;
        let numbered = |text: &str| {
            text.replace("{pages}", &pages.to_string()).replace("{page}", &(page + 1).to_string())
        };
        let filled =
            |running: &Running| Running { left: numbered(&running.left), right: numbered(&running.right) };
        let span = (format.left, format.right);
        let head = filled(&furniture.head);
        if !head.left.is_empty() || !head.right.is_empty() {
            line(flow, Owner::RunningHead, &head, span, HEAD);
            let page = flow.page();
            page.mark(Owner::RunningHead);
            page.rule(format.left, HEAD + RULE_BELOW, format.frame_width(), HAIRLINE, LINE);
            page.close();
        }
        line(flow, Owner::RunningFoot, &filled(&furniture.foot), span, format.height - FOOT);
    }
}

fn line(flow: &mut Flow<'_>, owner: Owner, text: &Running, span: (f32, f32), baseline: f32) {
    let (left, right) = span;
    let used = side(flow, owner, &text.right, (right - left) * 0.6, |width| right - width, baseline);
    side(flow, owner, &text.left, right - left - used - BETWEEN, |_| left, baseline);
}

/// Writes one side of a line, cut off with an ellipsis where it is too wide; returns its width.
fn side(
    flow: &mut Flow<'_>,
    owner: Owner,
    text: &str,
    room: f32,
    place: impl Fn(f32) -> f32,
    baseline: f32,
) -> f32 {
    let line = text.split(char::is_whitespace).filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ");
    let characters: Vec<char> = line.chars().collect();
    let shown = |length: usize| -> String {
        let text: String = characters.iter().take(length).collect();
        if length < characters.len() { format!("{}…", text.trim_end()) } else { text }
    };
    let fits = |flow: &mut Flow<'_>, length: usize| {
        flow.set_text(&shown(length), &FURNITURE, f32::INFINITY).width() <= room
    };
    // The longest beginning that fits: it lies between one that does and one that does not.
    let mut fitting = 0;
    let mut beyond = characters.len().min(MOST) + 1;
    if beyond <= MOST && fits(flow, characters.len()) {
        fitting = characters.len();
    } else {
        while beyond - fitting > 1 {
            let middle = fitting.midpoint(beyond);
            if fits(flow, middle) { fitting = middle } else { beyond = middle }
        }
    }
    if fitting == 0 {
        return 0.0;
    }
    let mut laid = flow.set_text(&shown(fitting), &FURNITURE, f32::INFINITY);
    laid.artifact = owner;
    let width = laid.width();
    let top = baseline - laid.ascent();
    flow.draw(&mut laid, 0..1, place(width), top);
    width
}
