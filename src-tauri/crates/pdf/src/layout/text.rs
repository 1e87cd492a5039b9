//! Paragraphs set in lines, and the lines put on a page.

use crate::error::Warning;
use crate::fonts::{Encoded, clean};
use crate::layout::{Flow, Target};
use crate::lines::{Atom, Line, Run, lines};
use crate::model::{Link, Paragraph};
use crate::page::Owner;
use crate::style::{ACCENT, MUTED, TextStyle};
use crate::tags::{Kid, NodeId, Tag};

/// A paragraph in lines.
#[derive(Debug)]
pub(crate) struct Laid {
    pub(crate) lines: Vec<Line>,
    pub(crate) leading: f32,
    /// The space above it, unless it is the first.
    pub(crate) gap: f32,
    /// The node to which its text belongs.
    pub(crate) node: Option<NodeId>,
    /// What it is where it belongs to none.
    pub(crate) artifact: Owner,
    runs: Vec<LaidRun>,
}

#[derive(Debug)]
struct LaidRun {
    style: TextStyle,
    language: Option<String>,
    target: Option<Target>,
    /// The text of the link, read out for its area.
    text: String,
    link: Option<NodeId>,
}

impl Laid {
    pub(crate) fn height(&self) -> f32 {
        self.lines.len() as f32 * self.leading
    }

    /// Returns the width of its longest line.
    pub(crate) fn width(&self) -> f32 {
        self.lines.iter().map(|line| line.width).fold(0.0, f32::max)
    }

    /// Returns the distance from the top of a line to its baseline.
    pub(crate) fn ascent(&self) -> f32 {
        let size = self.runs.iter().map(|run| run.style.size).fold(0.0, f32::max);
        // Capitals, 0.714 of the size, stand in the middle of the line.
        (self.leading + size * 0.714) / 2.0
    }
}

impl Flow<'_> {
    /// Sets a paragraph in lines at most `width` wide.
    pub(crate) fn set(&mut self, paragraph: &Paragraph, style: &TextStyle, width: f32) -> Laid {
        let mut runs = Vec::with_capacity(paragraph.spans.len());
        let mut laid_runs = Vec::with_capacity(paragraph.spans.len());
        for span in &paragraph.spans {
            let text = clean(&self.fonts, &span.text);
            self.warn(&text.missing);
            let style = span_style(span, style);
            let target = span.link.as_ref().map(|link| match link {
                Link::Anchor(name) => Target::Anchor(name.clone()),
                Link::Uri(uri) => Target::Uri(uri.clone()),
            });
            let words = if target.is_some() { text.text.clone() } else { String::new() };
            laid_runs.push(LaidRun {
                style,
                language: span.language.clone(),
                target,
                text: words,
                link: None,
            });
            runs.push(Run { text, style });
        }
        let lines = lines(&mut self.fonts, &runs, width);
        Laid {
            lines,
            leading: style.leading,
            gap: 0.0,
            node: None,
            artifact: Owner::Decoration,
            runs: laid_runs,
        }
    }

    /// Sets plain text.
    pub(crate) fn set_text(&mut self, text: &str, style: &TextStyle, width: f32) -> Laid {
        self.set(&Paragraph::from(text), style, width)
    }

    fn warn(&mut self, missing: &[char]) {
        if missing.is_empty() || self.measuring {
            return;
        }
        let place = self.place.to_string();
        let known = self.warnings.iter_mut().find_map(|warning| match warning {
            Warning::MissingCharacters { characters, place: known } if *known == place => Some(characters),
            Warning::MissingCharacters { .. } => None,
        });
        match known {
            Some(characters) => {
                for character in missing {
                    if !characters.contains(character) {
                        characters.push(*character);
                    }
                }
            }
            None => {
                let mut characters = Vec::new();
                for character in missing {
                    if !characters.contains(character) {
                        characters.push(*character);
                    }
                }
                self.warnings.push(Warning::MissingCharacters { characters, place });
            }
        }
    }

    /// Draws some of a paragraph's lines on the current page, from `y` downwards.
    pub(crate) fn draw(&mut self, laid: &mut Laid, lines: std::ops::Range<usize>, x: f32, y: f32) {
        let ascent = laid.ascent();
        for (row, index) in lines.enumerate() {
            let baseline = y + row as f32 * laid.leading + ascent;
            self.draw_line(laid, index, x, baseline);
        }
        self.page().close();
    }

    fn draw_line(&mut self, laid: &mut Laid, index: usize, x: f32, baseline: f32) {
        let Some(line) = laid.lines.get(index) else { return };
        let mut pen = x;
        let mut moved = false;
        let mut areas: Vec<(usize, f32, f32)> = Vec::new();
        let atoms = line.atoms.clone();
        for group in atoms.chunk_by(Atom::goes_with) {
            let Some((first, run)) = group.first().and_then(|atom| Some((atom, laid.runs.get(atom.run)?)))
            else {
                continue;
            };
            let style = TextStyle { face: first.face, ..run.style };
            let language = run.language.clone();
            let new = self.open(laid, first.run);
            if new || !moved {
                self.page().move_to(pen, baseline);
                moved = true;
            }
            let mut encoded = Encoded::default();
            for atom in group {
                self.fonts.encode(style.face, &atom.word, &mut encoded);
            }
            let actual = first.instead_of.filter(|c| !c.is_control()).map(String::from);
            self.page().show(&style, encoded, language.as_deref(), actual.as_deref());
            let from = pen;
            pen += width(group, &style);
            if laid.runs.get(first.run).is_some_and(|run| run.target.is_some()) {
                match areas.last_mut() {
                    Some((run, _, to)) if *run == first.run => *to = pen,
                    _ => areas.push((first.run, from, pen)),
                }
            }
        }
        for (run, from, to) in areas {
            let Some(run) = laid.runs.get(run) else { continue };
            if let (Some(node), Some(target)) = (run.link, run.target.clone()) {
                let top = baseline - laid.leading * 0.7;
                let area = [from, top, to, top + laid.leading];
                self.area(node, target, run.text.trim(), area);
            }
        }
    }

    /// Opens the marked content to which a run's text belongs; returns whether it is new.
    fn open(&mut self, laid: &mut Laid, run: usize) -> bool {
        let Some(paragraph) = laid.node else {
            let new = !self.page().is_open(laid.artifact);
            self.page().mark(laid.artifact);
            return new;
        };
        let node = match laid.runs.get_mut(run) {
            Some(run) if run.target.is_some() => {
                *run.link.get_or_insert_with(|| self.tree.add(paragraph, Tag::Link))
            }
            _ => paragraph,
        };
        self.mark(node)
    }

    /// Opens a node's marked content on the current page; returns whether it is new.
    pub(crate) fn mark(&mut self, node: NodeId) -> bool {
        let page = self.current;
        let owner = Owner::Node(node, self.tree.tag(node).name());
        match self.page().mark(owner) {
            Some(mcid) => {
                self.tree.attach(node, Kid::Content { page, mcid });
                true
            }
            None => false,
        }
    }
}

impl Atom {
    /// Returns whether one operator may show both.
    fn goes_with(&self, next: &Self) -> bool {
        let own = self.instead_of.is_none() && next.instead_of.is_none();
        own && self.run == next.run && self.face == next.face
    }
}

fn width(atoms: &[Atom], style: &TextStyle) -> f32 {
    atoms.iter().map(|atom| atom.word.width as f32).sum::<f32>() * style.size / 1000.0
}

fn span_style(span: &crate::model::Span, base: &TextStyle) -> TextStyle {
    use crate::fonts::Face;
    let face = match base.face {
        _ if span.bold => Face::Bold,
        Face::Regular if span.italic => Face::Italic,
        face => face,
    };
    let colour = match (span.link.is_some(), span.muted) {
        (true, _) => ACCENT,
        (false, true) => MUTED,
        (false, false) => base.colour,
    };
    let size = if span.small { (base.size * 0.88 * 4.0).round() / 4.0 } else { base.size };
    TextStyle { face, size, leading: base.leading, colour }
}
