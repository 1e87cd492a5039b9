//! Filling a draft: what the workspace knows goes into its places, what it does not know becomes a decision.

use super::data::{Template, Words};
use super::known::{Known, Place};
use super::markup::{Content, Inline, Passage, Piece};
use super::record::{Document, DocumentState};
use super::text::{AnsweredAt, Block, Decision, Span, Text};
use crate::catalogue::Catalogue;
use crate::wording;

/// Returns a draft as it reads with what is known today. `document` is the controlled document that it has become,
/// where it has.
pub(super) fn fill(template: &Template, known: &Known, document: Option<&Document>) -> Text {
    let words = Words::english();
    let mut filling = Filling { words, known, document, blocks: Vec::new(), decisions: Vec::new(), told: 0 };
    for passage in &template.passages {
        filling.passage(passage);
    }
    if let Some(document) = document {
        filling.versions(document);
    }
    let Filling { blocks, decisions, .. } = filling;
    let title = document.map_or_else(|| template.title.clone(), |document| document.title.to_string());
    let organisation = plain(known.organisation.name.as_str());
    let version = document.map(|document| document.version.to_string()).unwrap_or_default();
    Text {
        subject: template.purpose.clone(),
        author: author(known, document),
        head: wording::fill(&words.head, &[("organisation", &organisation), ("title", &plain(&title))]),
        foot: wording::fill(&words.foot, &[("version", &plain(&version))]),
        front: front(template, known, document, decisions.len()),
        notice: known.sample.then(|| words.sample.clone()),
        title,
        blocks,
        decisions,
    }
}

/// Returns a text for the head or foot of a page, where `{page}` would be read as a place.
fn plain(text: &str) -> String {
    text.replace(['{', '}'], "")
}

fn author(known: &Known, document: Option<&Document>) -> String {
    let owner = document.map(|document| document.owner.to_string()).unwrap_or_default();
    if owner.is_empty() { known.organisation.name.to_string() } else { owner }
}

/// Returns the particulars of a document: what an auditor looks for first (clause 7.5.2).
fn front(
    template: &Template,
    known: &Known,
    document: Option<&Document>,
    open: usize,
) -> Vec<(String, String)> {
    let all = Words::english();
    let words = &all.front;
    let or_none = |text: String| if text.is_empty() { all.none.clone() } else { text };
    let mut front = vec![(words.organisation.clone(), known.organisation.name.to_string())];
    if let Some(document) = document {
        let number =
            if document.number.is_empty() { document.id.to_string() } else { document.number.to_string() };
        let approver = or_none(document.approver.to_string());
        front.push((words.number.clone(), number));
        front.push((words.version.clone(), document.version.to_string()));
        front.push((words.state.clone(), state(document)));
        front.push((words.owner.clone(), or_none(document.owner.to_string())));
        front.push((words.approver.clone(), approver));
        if let Some(day) = document.next_review {
            front.push((words.next_review.clone(), all.day(day)));
        }
    } else {
        front.push((words.state.clone(), all.states.get("none").cloned().unwrap_or_default()));
    }
    front.push((words.serves.clone(), serves(template)));
    if open > 0 {
        front.push((words.open.clone(), open.to_string()));
    }
    front
}

fn state(document: &Document) -> String {
    let words = Words::english();
    let said = words.states.get(document.state.name()).cloned().unwrap_or_default();
    match (document.state, document.approvals.last()) {
        (DocumentState::Approved, Some(approval)) => {
            wording::fill(&said, &[("by", approval.by.as_str()), ("on", &words.day(approval.on))])
        }
        _ => said,
    }
}

/// Returns the clauses and controls that a draft serves, with their titles.
fn serves(template: &Template) -> String {
    let (catalogue, words) = (Catalogue::english(), Words::english());
    let clauses = template.clauses.iter().map(|id| {
        let title = catalogue.clause(id).map(|clause| clause.title.as_str()).unwrap_or_default();
        wording::fill(&words.front.clause, &[("number", id.as_str()), ("title", title)])
    });
    let controls = template.controls.iter().map(|id| {
        let title = catalogue.control(id.as_str()).map(|control| control.title.as_str()).unwrap_or_default();
        format!("{id} {title}")
    });
    clauses.chain(controls).collect::<Vec<_>>().join("\n")
}

struct Filling<'a> {
    words: &'a Words,
    known: &'a Known,
    document: Option<&'a Document>,
    blocks: Vec<Block>,
    decisions: Vec<Decision>,
    /// How many of the decisions stand in the text already.
    told: usize,
}

impl Filling<'_> {
    fn passage(&mut self, passage: &Passage) {
        if !self.known.holds(passage.condition.as_ref()) {
            return;
        }
        match &passage.content {
            Content::Heading { level, text } => {
                self.blocks.push(Block::Heading { level: *level, text: text.clone() });
            }
            Content::Paragraph(inline) => self.paragraphs(inline),
            Content::List { numbered, items } => {
                let held = items.iter().filter(|(condition, _)| self.known.holds(condition.as_ref()));
                let items = held.map(|(_, item)| item.clone()).collect::<Vec<_>>();
                let items = items.iter().map(|item| self.words(item)).collect::<Vec<_>>();
                if !items.is_empty() {
                    self.blocks.push(Block::List { numbered: *numbered, items });
                }
            }
            Content::Table { head, rows } => {
                let held: Vec<_> =
                    rows.iter().filter(|(condition, _)| self.known.holds(condition.as_ref())).collect();
                let rows = held.into_iter().map(|(_, row)| row.iter().map(|cell| self.words(cell)).collect());
                let rows: Vec<Vec<Vec<Span>>> = rows.collect();
                let columns = widths(head, &rows);
                self.blocks.push(Block::Table { columns, rows, summary: head.join(", ") });
            }
            Content::Insert(insert) => self.insert(*insert),
            Content::Decide { key, question, proposal } => {
                let answer = self.document.and_then(|document| document.answers.get(key));
                if let Some(answer) = answer {
                    for part in answer.as_str().split("\n\n").filter(|part| !part.trim().is_empty()) {
                        self.blocks.push(Block::Paragraph(vec![Span::plain(part.trim())]));
                    }
                } else {
                    let proposal: String = self.words(proposal).into_iter().map(|span| span.text).collect();
                    self.open(key.clone(), question.clone(), proposal, AnsweredAt::Document);
                }
            }
        }
        self.tell();
    }

    /// Writes a paragraph; what a place holds may be several.
    fn paragraphs(&mut self, inline: &Inline) {
        let words = self.words(inline);
        let mut paragraph: Vec<Span> = Vec::new();
        for span in words {
            let mut parts = span.text.split("\n\n");
            let first = parts.next().unwrap_or_default().to_owned();
            paragraph.push(Span { text: first, ..span.clone() });
            for part in parts {
                self.blocks.push(Block::Paragraph(std::mem::take(&mut paragraph)));
                paragraph.push(Span { text: part.into(), ..span.clone() });
            }
        }
        self.blocks.push(Block::Paragraph(paragraph));
    }

    fn words(&mut self, inline: &Inline) -> Vec<Span> {
        inline
            .iter()
            .map(|piece| match piece {
                Piece::Words { text, bold } => Span { bold: *bold, ..Span::plain(text) },
                Piece::Place(place) => match self.known.answer(place) {
                    Some(answer) => Span::plain(answer),
                    None => self.missing(place),
                },
            })
            .collect()
    }

    /// Returns what stands in a place about which the workspace knows nothing.
    fn missing(&mut self, place: &Place) -> Span {
        let key = match place {
            Place::Owner(control) => format!("owner:{control}"),
            Place::Organisation | Place::Roles | Place::Scope | Place::InCharge | Place::TopManagement => {
                place.name().into()
            }
        };
        let control = match place {
            Place::Owner(control) => control.as_str(),
            Place::Organisation | Place::Roles | Place::Scope | Place::InCharge | Place::TopManagement => "",
        };
        let title =
            Catalogue::english().control(control).map(|known| known.title.as_str()).unwrap_or_default();
        let asked = self.words.places.get(place.name());
        let said = |text: &String| wording::fill(text, &[("control", control), ("title", title)]);
        let question = asked.map(|asked| said(&asked.question)).unwrap_or_default();
        let proposal = asked.map(|asked| said(&asked.proposal)).unwrap_or_default();
        let number = self.open(key, question, proposal, place.answered_at());
        let text = wording::fill(&self.words.to_decide_inline, &[("number", &number.to_string())]);
        Span { text, bold: true, open: true }
    }

    fn insert(&mut self, insert: super::known::Insert) {
        let Some(asked) = self.words.tables.get(insert.name()) else { return };
        let Some(rows) = self.known.rows(insert) else {
            self.open(
                insert.name().into(),
                asked.question.clone(),
                asked.proposal.clone(),
                insert.answered_at(),
            );
            return;
        };
        let cell = |text: &String| {
            vec![Span::plain(if text.is_empty() { self.words.none.as_str() } else { text.as_str() })]
        };
        self.blocks.push(Block::Table {
            columns: asked.head.iter().cloned().zip(asked.widths.iter().copied()).collect(),
            rows: rows.iter().map(|row| row.iter().map(cell).collect()).collect(),
            summary: asked.summary.clone(),
        });
    }

    /// Opens a decision, or finds it again, and returns its number.
    fn open(&mut self, key: String, question: String, proposal: String, at: AnsweredAt) -> usize {
        if let Some(known) = self.decisions.iter().find(|one| one.key == key) {
            return known.number;
        }
        let number = self.decisions.len() + 1;
        self.decisions.push(Decision { number, key, question, proposal, at });
        number
    }

    /// Writes the decisions that the last passage opened.
    fn tell(&mut self) {
        let fresh = self.decisions.get(self.told..).unwrap_or_default().iter().cloned();
        self.blocks.extend(fresh.map(Block::ToDecide));
        self.told = self.decisions.len();
    }

    /// Writes the versions of a document, the newest first (clause 7.5.3).
    fn versions(&mut self, document: &Document) {
        let words = &self.words.versions;
        let cell = |text: &str| vec![Span::plain(text)];
        let changes = |text: &str| cell(if text.is_empty() { words.first.as_str() } else { text });
        let mut rows: Vec<Vec<Vec<Span>>> = document
            .approvals
            .iter()
            .map(|one| {
                let day = self.words.day(one.on);
                vec![
                    cell(one.version.as_str()),
                    cell(&day),
                    cell(one.by.as_str()),
                    changes(one.changes.as_str()),
                ]
            })
            .collect();
        if document.state != DocumentState::Approved {
            let not_yet = self.words.none.as_str();
            rows.push(vec![
                cell(document.version.as_str()),
                cell(not_yet),
                cell(not_yet),
                changes(document.changes.as_str()),
            ]);
        }
        rows.reverse();
        self.blocks.push(Block::Heading { level: 1, text: words.title.clone() });
        let heads = [(&words.version, 12.0), (&words.on, 22.0), (&words.by, 26.0), (&words.changes, 40.0)];
        self.blocks.push(Block::Table {
            columns: heads.into_iter().map(|(head, width)| (head.clone(), width)).collect(),
            rows,
            summary: words.summary.clone(),
        });
    }
}

/// Returns the columns of a table, each as wide as what stands in it asks for.
fn widths(head: &[String], rows: &[Vec<Vec<Span>>]) -> Vec<(String, f32)> {
    let length = |words: &[Span]| words.iter().map(|span| span.text.chars().count()).sum::<usize>();
    head.iter()
        .enumerate()
        .map(|(at, head)| {
            let longest = rows.iter().filter_map(|row| row.get(at)).map(|cell| length(cell)).max();
            let longest = longest.unwrap_or_default().max(head.chars().count() + 2).clamp(6, 60);
            // Between its share and an even one: a long text needs room, a short one must not be torn.
            let share = f32::from(u16::try_from(longest).unwrap_or(u16::MAX));
            (head.clone(), share.sqrt())
        })
        .collect()
}
