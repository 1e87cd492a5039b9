//! The running head and foot, written when the number of pages is known.

use crate::fonts::clean;
use crate::layout::Flow;
use crate::model::{Furniture, Running};
use crate::page::Owner;
use crate::style::{FURNITURE, HAIRLINE, LINE, TextStyle};

/// The head's baseline, from the page's top, and the foot's, from its bottom.
const HEAD: f32 = 40.0;
const FOOT: f32 = 34.0;
/// Between the head and the rule below it.
const RULE_BELOW: f32 = 8.0;
/// Between what stands left and what stands right.
const BETWEEN: f32 = 24.0;

/// Writes the head and foot of every page that carries them.
pub(crate) fn write(flow: &mut Flow<'_>, furniture: &Furniture) {
    let pages = flow.pages.len();
    for page in 0..pages {
        let Some(format) = flow.pages.get(page).filter(|page| page.furniture).map(|page| page.format) else {
            continue;
        };
        let numbered = |text: &str| {
            text.replace("{pages}", &pages.to_string()).replace("{page}", &(page + 1).to_string())
        };
        let filled =
            |running: &Running| Running { left: numbered(&running.left), right: numbered(&running.right) };
        let span = (format.left, format.right);
        let head = filled(&furniture.head);
        if !head.left.is_empty() || !head.right.is_empty() {
            line(flow, page, Owner::RunningHead, &head, span, HEAD);
            if let Some(sheet) = flow.pages.get_mut(page) {
                sheet.mark(Owner::RunningHead);
                sheet.rule(format.left, HEAD + RULE_BELOW, format.frame_width(), HAIRLINE, LINE);
                sheet.close();
            }
        }
        line(flow, page, Owner::RunningFoot, &filled(&furniture.foot), span, format.height - FOOT);
    }
}

fn line(flow: &mut Flow<'_>, page: usize, owner: Owner, text: &Running, span: (f32, f32), baseline: f32) {
    let (left, right) = span;
    let right_text = fitted(flow, &text.right, (right - left) * 0.6);
    let right_width = width(flow, &right_text);
    if !right_text.is_empty() {
        flow.write(page, owner, &FURNITURE, &right_text, right - right_width, baseline);
    }
    let left_text = fitted(flow, &text.left, right - left - right_width - BETWEEN);
    if !left_text.is_empty() {
        flow.write(page, owner, &FURNITURE, &left_text, left, baseline);
    }
}

fn width(flow: &mut Flow<'_>, text: &str) -> f32 {
    let style: &TextStyle = &FURNITURE;
    flow.fonts.word(style.face, text).width as f32 * style.size / 1000.0
}

/// Returns the text on one line, cut off with an ellipsis where it is too wide.
fn fitted(flow: &mut Flow<'_>, text: &str, room: f32) -> String {
    let mut text = clean(&flow.fonts, text).text.replace('\n', " ");
    // Nothing this long fits, and measuring it again and again would take its time.
    let cut: String = text.chars().take(400).collect();
    let mut shortened = cut.len() < text.len();
    text = cut;
    loop {
        let shown = if shortened { format!("{}…", text.trim_end()) } else { text.clone() };
        if text.is_empty() || width(flow, &shown) <= room {
            return if text.is_empty() { String::new() } else { shown };
        }
        text.pop();
        shortened = true;
    }
}
