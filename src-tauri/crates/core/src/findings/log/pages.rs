//! The pages of the log: its cover, every finding in a line, and each with all that was done about it.

use annexe_pdf::{
    About, Bar, Block, Cell, Chart, Column, Contents, Cover, Document, Fact, Furniture, Heading, Link,
    Paragraph, Part, Row, Running, Section, Span, Table, Tone,
};
use jiff::Timestamp;

use super::content::Content;
use super::tables::{pieces, requirements};
use super::words::Words;
use crate::Day;
use crate::findings::{ActionRow, ActionState, Finding, FindingDetails, Grade, Stage};
use crate::soa;
use crate::wording::fill;

/// Returns the log as a document.
pub(super) fn document(content: &Content, words: &Words, created: Timestamp) -> Document {
    let writer = Writer { content, words, common: soa::Words::english() };
    let findings: Vec<Block> = content.findings.iter().flat_map(|finding| writer.finding(finding)).collect();
    let mut body = Vec::new();
    if !findings.is_empty() {
        body.push(Heading::new(1, &words.finding.title).into());
        body.extend(findings);
    }
    Document {
        about: writer.about(created),
        furniture: writer.furniture(),
        sections: vec![
            Section::portrait(vec![writer.cover().into()]),
            Section::portrait(vec![Contents { title: words.contents.title.clone(), depth: 2 }.into()]),
            Section::landscape(writer.overview()),
            Section::portrait([body, writer.beside(), writer.reading()].concat()),
        ],
        attachments: Vec::new(),
    }
}

struct Writer<'a> {
    content: &'a Content,
    words: &'a Words,
    /// The words that the log shares with the statement: days.
    common: &'a soa::Words,
}

impl Writer<'_> {
    fn about(&self, created: Timestamp) -> About {
        let organisation = self.content.organisation.name.to_string();
        About {
            title: format!("{}, {organisation}", self.words.title),
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
        let organisation = self.content.organisation.name.as_str().replace(['{', '}'], "");
        Furniture {
            head: Running {
                left: organisation,
                right: fill(&running.document, &[("title", &self.words.title)]),
            },
            foot: Running {
                left: fill(&running.date, &[("date", &self.day(self.content.today))]),
                right: running.page.clone(),
            },
        }
    }

    fn cover(&self) -> Cover {
        let Content { organisation, findings, head, sample, .. } = self.content;
        let words = &self.words.cover;
        let count = |of: &dyn Fn(&&FindingDetails) -> bool| findings.iter().filter(of).count().to_string();
        let (all, open) = (findings.len().to_string(), count(&|finding| !finding.stage.is_over()));
        let overdue = count(&|finding| finding.overdue);
        let said = fill(&words.findings_value, &[("all", &all), ("open", &open), ("overdue", &overdue)]);
        let actions: Vec<&ActionRow> = self.actions().collect();
        let count = |of: &dyn Fn(&&&ActionRow) -> bool| actions.iter().filter(of).count().to_string();
        let (all, open) = (actions.len().to_string(), count(&|row| row.state.is_open()));
        let overdue = count(&|row| row.state == ActionState::Overdue);
        let done = fill(&words.actions_value, &[("all", &all), ("open", &open), ("overdue", &overdue)]);
        let mut facts = vec![
            Fact::new(words.organisation.as_str(), organisation.name.as_str()),
            Fact::new(words.date.as_str(), self.day(self.content.today)),
            Fact::new(words.findings.as_str(), said),
            Fact::new(words.actions.as_str(), done),
        ];
        if let Some(head) = head {
            let said =
                fill(&words.ledger_entry, &[("seq", &head.seq.to_string()), ("hash", head.hash.as_str())]);
            facts.push(Fact::new(words.ledger.as_str(), Span::plain(said).small().muted()));
        }
        Cover {
            owner: organisation.name.to_string(),
            title: self.words.title.clone(),
            subtitle: self.words.subtitle.clone(),
            lead: if *sample { vec![Span::plain(&words.sample).italic().into()] } else { Vec::new() },
            facts,
        }
    }

    fn overview(&self) -> Vec<Block> {
        let words = &self.words.overview;
        let mut blocks = vec![Heading::new(1, &words.title).into()];
        if self.content.findings.is_empty() {
            blocks.push(text(&words.none).into());
            return blocks;
        }
        let bars = Grade::ALL.iter().map(|grade| self.bar(*grade));
        blocks.push(Chart { alternative: words.chart.clone(), bars: bars.collect() }.into());
        blocks.push(self.table().into());
        blocks
    }

    fn bar(&self, grade: Grade) -> Bar {
        let words = &self.words.overview;
        let of = || self.content.findings.iter().filter(|one| one.finding.grade == grade);
        let part = |label: &str, value: usize, tone: Tone| Part {
            label: label.into(),
            value: u64::try_from(value).unwrap_or(u64::MAX),
            tone,
        };
        let at = |stage: Stage| of().filter(|one| one.stage == stage).count();
        let parts = vec![
            part(&words.closed, at(Stage::Closed), Tone::Green),
            part(&words.open, of().filter(|one| !one.stage.is_over()).count(), Tone::Amber),
            part(&words.refused, at(Stage::Refused), Tone::Grey),
        ];
        Bar { label: self.words.grade(grade).into(), parts }
    }

    fn table(&self) -> Table {
        let words = &self.words.finding;
        let rows = self.content.findings.iter().map(|details| {
            let Finding { id, title, grade, owner, due, .. } = &details.finding;
            let number = id.to_string();
            Row::new([
                Span::plain(&number).link(Link::Anchor(number.clone())).into(),
                title.as_str().into(),
                self.words.grade(*grade).into(),
                requirements(&details.finding.requirements, self.words).into(),
                self.words.stage(details.stage).into(),
                owner.as_str().into(),
                self.due(*due, details.overdue),
            ])
        });
        let column = |head: &str, width: f32| Column::new(head, width);
        Table {
            columns: vec![
                column(&words.number, 18.0),
                column(&words.name, 80.0),
                column(&words.grade, 38.0),
                column(&words.requirements, 34.0),
                column(&words.stage, 34.0),
                column(&words.owner, 34.0),
                column(&words.due, 34.0),
            ],
            rows: rows.collect(),
            row_header: Some(0),
            caption: None,
            summary: Some(self.words.overview.summary.clone()),
        }
    }

    fn due(&self, due: Day, overdue: bool) -> Cell {
        let day = Span::plain(self.day(due));
        if !overdue {
            return day.into();
        }
        Paragraph::new([day, Span::plain(format!("\n{}", self.words.action.overdue)).bold()]).into()
    }

    fn finding(&self, details: &FindingDetails) -> Vec<Block> {
        let finding = &details.finding;
        let number = finding.id.to_string();
        let mut heading = Heading::new(2, format!("{number} {}", finding.title));
        heading.anchor = Some(number.clone());
        let mut blocks = vec![heading.into(), Block::Facts(self.facts(details))];
        if details.actions.is_empty() {
            blocks.push(Paragraph::from(Span::plain(&self.words.finding.none).muted()).into());
        } else {
            let caption = fill(&self.words.action.title, &[("id", &number)]);
            blocks.push(self.actions_table(&details.actions, caption).into());
        }
        blocks
    }

    /// Returns what is said of a finding; what is not said is left out.
    fn facts(&self, details: &FindingDetails) -> Vec<Fact> {
        let (words, finding) = (&self.words.finding, &details.finding);
        let mut facts = vec![
            fact(&words.grade, self.words.grade(finding.grade)),
            fact(&words.stage, self.words.stage(details.stage)),
            fact(&words.source, self.words.source(finding.source)),
            fact(&words.requirements, &requirements(&finding.requirements, self.words)),
            fact(&words.found_on, &self.day(finding.found_on)),
            fact(&words.found_by, finding.found_by.as_str()),
            fact(&words.found, finding.found.as_str()),
            fact(&words.evidence, &pieces(&finding.evidence, self.words)),
            fact(&words.effect, finding.effect.as_str()),
            fact(&words.owner, finding.owner.as_str()),
            Fact { label: words.due.clone(), value: self.moved(finding) },
        ];
        if let Some(contained) = &finding.containment {
            facts.push(fact(&words.containment, contained.text.as_str()));
            facts.push(fact(&words.correction, contained.correction.as_str()));
        }
        facts.push(fact(&words.similar, finding.similar.as_str()));
        if let Some(cause) = &finding.cause {
            facts.push(fact(&words.cause, cause.text.as_str()));
        }
        if let Some(criterion) = &finding.criterion {
            let day = self.day(criterion.check_on);
            let said = [("text", criterion.text.as_str()), ("date", day.as_str())];
            facts.push(fact(&words.criterion, &fill(&words.criterion_value, &said)));
        }
        facts.extend(self.ending(finding));
        facts.retain(|fact| !fact.value.is_empty());
        facts
    }

    /// Returns the checks of the effect, how it was closed, refused and reopened, and what followed.
    fn ending(&self, finding: &Finding) -> Vec<Fact> {
        let words = &self.words.finding;
        let checks = finding.checks.iter().map(|check| {
            let form = if check.note.is_empty() { &words.check } else { &words.check_note };
            let said = [
                ("date", &*self.day(check.on)),
                ("by", check.by.as_str()),
                ("result", self.words.result(check.result)),
                ("note", check.note.as_str()),
            ];
            text(&fill(form, &said))
        });
        let closed = finding.closing.iter().map(|one| self.by_on(one.by.as_str(), one.on));
        let refused = finding.refusal.iter().map(|one| text(one.why.as_str()));
        let reopened = finding.reopened.iter().map(|one| {
            let day = self.day(one.on);
            let said = [("date", day.as_str()), ("by", one.by.as_str()), ("why", one.why.as_str())];
            text(&fill(&words.reopened_value, &said))
        });
        let follow_ups = finding.follow_ups.iter().map(|one| {
            let day = one.done_on.map(|day| self.day(day));
            let form = if day.is_some() { &words.follow_up_done } else { &words.follow_up_open };
            let said = [("note", one.note.as_str()), ("date", day.as_deref().unwrap_or_default())];
            text(&fill(form, &said))
        });
        vec![
            Fact { label: words.checks.clone(), value: checks.collect() },
            Fact { label: words.closed.clone(), value: closed.collect() },
            Fact { label: words.refused.clone(), value: refused.collect() },
            Fact { label: words.reopened.clone(), value: reopened.collect() },
            Fact { label: words.follow_ups.clone(), value: follow_ups.collect() },
        ]
    }

    fn moved(&self, finding: &Finding) -> Vec<Paragraph> {
        let mut said = vec![text(&self.day(finding.due))];
        said.extend(finding.due_changes.iter().map(|change| {
            let (from, to) = (self.day(change.from), self.day(change.to));
            let of = [("from", from.as_str()), ("to", to.as_str()), ("why", change.why.as_str())];
            Span::plain(fill(&self.words.finding.moved, &of)).small().muted().into()
        }));
        said
    }

    fn by_on(&self, by: &str, on: Day) -> Paragraph {
        text(&fill(&self.words.finding.by_on, &[("by", by), ("date", &self.day(on))]))
    }

    fn actions_table(&self, actions: &[ActionRow], caption: String) -> Table {
        let words = &self.words.action;
        let rows = actions.iter().map(|row| {
            let action = &row.action;
            let state = match &action.done {
                None => self.words.state(row.state).to_owned(),
                Some(done) => {
                    format!(
                        "{} {}, {}",
                        self.words.state(row.state),
                        self.day(done.on),
                        pieces(&done.proof, self.words)
                    )
                }
            };
            Row::new([
                action.id.to_string().into(),
                action.text.as_str().into(),
                action.owner.as_str().into(),
                self.day(action.due).into(),
                state.into(),
            ])
        });
        let column = |head: &str, width: f32| Column::new(head, width);
        Table {
            columns: vec![
                column(&words.number, 16.0),
                column(&words.text, 64.0),
                column(&words.owner, 30.0),
                column(&words.due, 28.0),
                column(&words.state, 34.0),
            ],
            rows: rows.collect(),
            row_header: Some(0),
            caption: Some(caption),
            summary: Some(words.summary.clone()),
        }
    }

    fn beside(&self) -> Vec<Block> {
        if self.content.beside.is_empty() {
            return Vec::new();
        }
        let caption = self.words.action.beside.clone();
        vec![Heading::new(1, &caption).into(), self.actions_table(&self.content.beside, caption).into()]
    }

    fn reading(&self) -> Vec<Block> {
        let words = &self.words.reading;
        let said = [&words.purpose, &words.grades, &words.closing, &words.numbering, &words.missing];
        let heading = std::iter::once(Heading::new(1, &words.title).into());
        heading.chain(said.into_iter().map(|said| text(said).into())).collect()
    }

    fn actions(&self) -> impl Iterator<Item = &ActionRow> {
        self.content.findings.iter().flat_map(|finding| &finding.actions).chain(&self.content.beside)
    }

    fn day(&self, day: Day) -> String {
        self.common.day(day)
    }
}

fn text(text: &str) -> Paragraph {
    Span::plain(text).into()
}

/// Returns a fact of running text, of which an empty line parts the paragraphs; nothing said is no paragraph.
fn fact(label: &str, said: &str) -> Fact {
    let parts = said.split("\n\n").map(str::trim).filter(|part| !part.is_empty());
    Fact { label: label.into(), value: parts.map(text).collect() }
}
