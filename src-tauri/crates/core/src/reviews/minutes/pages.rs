//! The pages of the minutes: cover, the meeting, what was decided, and each point with its figures and what was said.

use annexe_pdf::{
    About, Block, Cell, Column, Contents, Cover, Document, Fact, Furniture, Heading, Paragraph, Row, Running,
    Section, Span, Table,
};
use jiff::Timestamp;

use super::content::Content;
use super::words::Words;
use crate::Day;
use crate::reviews::{AgendaPoint, Decision, Review, ReviewedAction};
use crate::soa;
use crate::wording::fill;

/// Returns the minutes as a document.
pub(super) fn document(content: &Content, words: &Words, created: Timestamp) -> Document {
    let writer = Writer { content, words, common: soa::Words::english() };
    let contents = Contents { title: words.contents.title.clone(), depth: 2 };
    Document {
        about: writer.about(created),
        furniture: writer.furniture(),
        sections: vec![
            Section::portrait(vec![writer.cover().into()]),
            Section::portrait(vec![contents.into()]),
            Section::portrait(
                [writer.meeting(), writer.decisions(), writer.agenda(), writer.reading()].concat(),
            ),
        ],
        attachments: Vec::new(),
    }
}

pub(super) struct Writer<'a> {
    pub(super) content: &'a Content,
    pub(super) words: &'a Words,
    /// The words that the minutes share with the statement: days.
    pub(super) common: &'a soa::Words,
}

impl Writer<'_> {
    fn review(&self) -> &Review {
        &self.content.review.review
    }

    fn about(&self, created: Timestamp) -> About {
        let organisation = self.content.organisation.to_string();
        About {
            title: format!("{}, {organisation}", self.review().title),
            subject: self.words.subject.clone(),
            author: organisation,
            language: "en-GB".into(),
            keywords: self.words.keywords.clone(),
            created,
            creator: "Annexe".into(),
            producer: concat!("Annexe ", env!("CARGO_PKG_VERSION")).into(),
        }
    }

    fn furniture(&self) -> Furniture {
        let running = &self.words.running;
        // Braces of a name would be read as a place.
        let plain = |text: &str| text.replace(['{', '}'], "");
        let state = match &self.review().approval {
            Some(approval) => fill(&running.approved, &[("date", &self.day(approval.on))]),
            None => running.draft.clone(),
        };
        let (id, title) = (self.review().id.to_string(), plain(self.review().title.as_str()));
        Furniture {
            head: Running {
                left: plain(self.content.organisation.as_str()),
                right: fill(&running.document, &[("id", &id), ("title", &title)]),
            },
            foot: Running { left: state, right: running.page.clone() },
        }
    }

    fn cover(&self) -> Cover {
        let Content { organisation, head, sample, .. } = self.content;
        let (words, review) = (&self.words.cover, self.review());
        let held = review.held_on.map_or_else(|| words.not_held.clone(), |day| self.day(day));
        let mut facts = vec![
            fact(&words.organisation, organisation.as_str()),
            fact(&words.review, &format!("{} {}", review.id, review.title)),
            fact(&words.held, &held),
            fact(&words.chair, review.chair.as_str()),
            fact(&words.state, self.words.stage(self.content.review.stage)),
        ];
        facts.retain(|fact| !fact.value.is_empty());
        let mut lead = Vec::new();
        match &review.approval {
            Some(approval) => {
                let of = [("by", approval.by.as_str()), ("date", &*self.day(approval.on))];
                lead.push(Span::plain(fill(&words.approved, &of)).into());
            }
            None => lead.push(Span::plain(&words.draft).bold().into()),
        }
        if *sample {
            lead.push(Span::plain(&words.sample).italic().into());
        }
        if let Some(head) = head {
            let said =
                fill(&words.ledger_entry, &[("seq", &head.seq.to_string()), ("hash", head.hash.as_str())]);
            facts.push(Fact::new(words.ledger.as_str(), Span::plain(said).small().muted()));
        }
        Cover {
            owner: organisation.to_string(),
            title: self.words.title.clone(),
            subtitle: self.words.subtitle.clone(),
            lead,
            facts,
        }
    }

    fn meeting(&self) -> Vec<Block> {
        let (words, review) = (&self.words.meeting, self.review());
        let inputs = &self.content.review.inputs;
        let until = self.day(inputs.as_on);
        let period = match inputs.since {
            Some(since) => fill(&words.since, &[("since", &self.day(since)), ("until", &until)]),
            None => fill(&words.from_start, &[("until", &until)]),
        };
        let or = |said: &str| if said.is_empty() { words.not_said.clone() } else { said.to_owned() };
        let held = review.held_on.map(|day| self.day(day)).unwrap_or_default();
        let mut facts = vec![
            fact(&words.planned, &self.day(review.planned_on)),
            fact(&words.held, &or(&held)),
            fact(&words.chair, &or(review.chair.as_str())),
            fact(&words.period, &period),
        ];
        if let Some(cancelled) = &review.cancellation {
            let of = [
                ("by", cancelled.by.as_str()),
                ("date", &*self.day(cancelled.on)),
                ("why", cancelled.why.as_str()),
            ];
            facts.push(fact(&words.cancelled, &fill(&words.cancelled_value, &of)));
        }
        let mut blocks = vec![Heading::new(1, &words.title).into(), Block::Facts(facts)];
        blocks.push(Heading::new(2, &words.present).into());
        if review.present.is_empty() {
            blocks.push(text(&words.nobody).into());
            return blocks;
        }
        let rows = review.present.iter().map(|one| [one.name.as_str().into(), one.role.as_str().into()]);
        let columns = [(words.name.as_str(), 85.0), (words.role.as_str(), 85.0)];
        blocks.push(table(columns, rows, &words.present_summary));
        blocks
    }

    fn decisions(&self) -> Vec<Block> {
        let words = &self.words.decisions;
        let mut blocks = vec![Heading::new(1, &words.title).into()];
        let review = self.review();
        if review.decisions.is_empty() {
            let why = review.no_decision.as_str();
            blocks.extend(paragraphs(if why.is_empty() { &words.none } else { why }).map(Block::from));
            return blocks;
        }
        let rows = review.decisions.iter().map(|decision| {
            [
                decision.number.to_string().into(),
                paragraphs(decision.text.as_str()).collect::<Vec<_>>().into(),
                self.words.about(decision.about).into(),
                self.action_of(decision).into(),
            ]
        });
        let columns = [
            (words.number.as_str(), 18.0),
            (words.text.as_str(), 72.0),
            (words.about.as_str(), 34.0),
            (words.action.as_str(), 46.0),
        ];
        blocks.push(table(columns, rows, &words.summary));
        blocks
    }

    fn action_of(&self, decision: &Decision) -> String {
        let words = &self.words.decisions;
        let action = self.content.actions.iter().find(|action| action.decision == decision.number);
        let Some(ReviewedAction { id, owner, due, state, done_on, .. }) = action else {
            return words.no_action.clone();
        };
        let (id, due) = (id.to_string(), self.day(*due));
        match done_on {
            Some(done) => {
                let of = [("id", id.as_str()), ("owner", owner.as_str()), ("done", &*self.day(*done))];
                fill(&words.action_done, &of)
            }
            None => {
                let state = self.words.state(*state).to_lowercase();
                let of = [
                    ("id", id.as_str()),
                    ("owner", owner.as_str()),
                    ("due", due.as_str()),
                    ("state", state.as_str()),
                ];
                fill(&words.action_value, &of)
            }
        }
    }

    fn agenda(&self) -> Vec<Block> {
        let words = &self.words.agenda;
        let sentence = if self.review().approval.is_some() { &words.frozen } else { &words.as_on };
        let said = fill(sentence, &[("date", &self.day(self.content.review.inputs.as_on))]);
        let mut blocks = vec![Heading::new(1, &words.title).into(), text(&said).into()];
        for (place, point) in (1..).zip(&self.review().agenda) {
            blocks.extend(self.point(place, point));
        }
        blocks
    }

    fn point(&self, place: u32, point: &AgendaPoint) -> Vec<Block> {
        let words = &self.words.agenda;
        let title = match point.input {
            Some(input) => self.words.input(input),
            None => point.title.as_str(),
        };
        let mut blocks = vec![Heading::new(2, format!("{place} {title}")).into()];
        if let Some(input) = point.input {
            blocks.extend(self.input(input));
        }
        let said = if !point.said.is_empty() {
            point.said.as_str()
        } else if point.noted {
            words.noted.as_str()
        } else {
            words.open.as_str()
        };
        blocks.push(Block::Facts(vec![fact(&words.said, said)]));
        blocks
    }

    fn reading(&self) -> Vec<Block> {
        let words = &self.words.reading;
        let state = if self.review().approval.is_some() { &words.frozen } else { &words.draft };
        let said = [&words.purpose, state, &words.confidential, &words.missing];
        let heading = std::iter::once(Heading::new(1, &words.title).into());
        heading.chain(said.into_iter().map(|said| text(said).into())).collect()
    }

    pub(super) fn day(&self, day: Day) -> String {
        self.common.day(day)
    }
}

/// Returns a table whose first column names its rows.
pub(super) fn table<const N: usize>(
    columns: [(&str, f32); N],
    rows: impl Iterator<Item = [Cell; N]>,
    summary: &str,
) -> Block {
    Table {
        columns: columns.into_iter().map(|(head, width)| Column::new(head, width)).collect(),
        rows: rows.map(Row::new).collect(),
        row_header: Some(0),
        caption: None,
        summary: Some(summary.into()),
    }
    .into()
}

pub(super) fn text(text: &str) -> Paragraph {
    Span::plain(text).into()
}

/// Returns the paragraphs of running text, which an empty line parts.
pub(super) fn paragraphs(said: &str) -> impl Iterator<Item = Paragraph> {
    said.split("\n\n").map(str::trim).filter(|part| !part.is_empty()).map(text)
}

/// Returns a fact of running text; nothing said is no paragraph.
pub(super) fn fact(label: &str, said: &str) -> Fact {
    Fact { label: label.into(), value: paragraphs(said).collect() }
}
