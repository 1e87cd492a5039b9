//! The pages of the report: its cover, the results in numbers, what was audited, the findings, the checklist.

use annexe_pdf::{
    About, Bar, Block, Chart, Column, Contents, Cover, Document, Fact, Furniture, Heading, Paragraph, Part,
    Row, Running, Section, Span, Table, Tone,
};
use jiff::Timestamp;

use super::content::Content;
use crate::Day;
use crate::audits::criteria::is_clause;
use crate::audits::queries::{AuditCounts, ShownLine};
use crate::audits::words::Words;
use crate::audits::{AuditStage, Verdict};
use crate::evidence::Link;
use crate::soa;
use crate::wording::fill;

/// Returns the report as a document.
pub(super) fn document(content: &Content, words: &Words, created: Timestamp) -> Document {
    let writer = Writer { content, words, common: soa::Words::english() };
    Document {
        about: writer.about(created),
        furniture: writer.furniture(),
        sections: vec![
            Section::portrait(vec![writer.cover().into()]),
            Section::portrait(vec![Contents { title: words.contents.title.clone(), depth: 2 }.into()]),
            Section::portrait([writer.summary(), writer.conclusion(), writer.basis()].concat()),
            Section::landscape([writer.findings(), writer.checklist()].concat()),
            Section::portrait([writer.passed_over(), writer.reading()].concat()),
        ],
        attachments: Vec::new(),
    }
}

pub(super) struct Writer<'a> {
    pub(super) content: &'a Content,
    pub(super) words: &'a Words,
    /// The words that the report shares with the statement: days.
    common: &'a soa::Words,
}

impl Writer<'_> {
    fn about(&self, created: Timestamp) -> About {
        let organisation = self.content.organisation.name.to_string();
        let audit = &self.content.audit.audit;
        About {
            title: format!("{} {}: {}, {organisation}", self.words.title, audit.id, audit.title),
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
        let id = self.content.audit.audit.id.to_string();
        Furniture {
            head: Running {
                left: organisation,
                right: fill(&running.document, &[("id", &id), ("title", &self.words.title)]),
            },
            foot: Running {
                left: fill(&running.date, &[("date", &self.day(self.content.today))]),
                right: running.page.clone(),
            },
        }
    }

    fn cover(&self) -> Cover {
        let Content { organisation, audit, head, sample, .. } = self.content;
        let words = &self.words.cover;
        let AuditCounts { total, not_looked_at, .. } = audit.counts;
        let (total, passed) = (total.to_string(), not_looked_at.to_string());
        let looked = audit.counts.looked_at().to_string();
        let numbers = [("total", &*total), ("looked", &*looked), ("passed", &*passed)];
        let mut facts = vec![
            Fact::new(words.organisation.as_str(), organisation.name.as_str()),
            Fact::new(words.audit.as_str(), format!("{} {}", audit.audit.id, audit.audit.title)),
            Fact::new(words.auditors.as_str(), self.names()),
            Fact::new(words.dates.as_str(), self.dates()),
            Fact::new(words.state.as_str(), self.words.stage(audit.stage)),
            Fact::new(words.requirements.as_str(), fill(&words.requirements_value, &numbers)),
        ];
        if let Some(head) = head {
            let said =
                fill(&words.ledger_entry, &[("seq", &head.seq.to_string()), ("hash", head.hash.as_str())]);
            facts.push(Fact::new(words.ledger.as_str(), Span::plain(said).small().muted()));
        }
        let unfinished = (audit.stage != AuditStage::Reported).then_some(&words.unfinished);
        let lead = sample.then_some(&words.sample).into_iter().chain(unfinished);
        Cover {
            owner: organisation.name.to_string(),
            title: self.words.title.clone(),
            subtitle: self.words.subtitle.clone(),
            lead: lead.map(|said| Span::plain(said).italic().into()).collect(),
            facts,
        }
    }

    /// Returns who audits, the leading auditor first.
    fn auditors(&self) -> Vec<(String, usize)> {
        let audit = &self.content.audit;
        let mut names: Vec<(String, usize)> = Vec::new();
        let lead = std::iter::once((&audit.audit.auditor, 0));
        for (name, count) in lead.chain(audit.lines.iter().map(|line| (self.auditor(line), 1))) {
            match names.iter_mut().find(|(known, _)| known == name.as_str()) {
                Some((_, known)) => *known += count,
                None if name.is_empty() => {}
                None => names.push((name.to_string(), count)),
            }
        }
        names
    }

    /// Returns who audited a line: whoever answered it, else whoever is to.
    fn auditor<'b>(&self, line: &'b ShownLine) -> &'b crate::Line {
        line.answer.as_ref().map_or(&line.auditor, |answer| &answer.by)
    }

    fn names(&self) -> String {
        let names: Vec<String> = self.auditors().into_iter().map(|(name, _)| name).collect();
        if names.is_empty() { self.words.basis.none.clone() } else { names.join(", ") }
    }

    fn dates(&self) -> String {
        let audit = &self.content.audit.audit;
        let words = &self.words.cover;
        match (audit.begun, &audit.conclusion) {
            (Some(from), Some(end)) => {
                fill(&words.dates_value, &[("from", &self.day(from)), ("until", &self.day(end.on))])
            }
            (Some(from), None) => fill(&words.begun, &[("date", &self.day(from))]),
            (None, _) => fill(&words.planned, &[("date", &self.day(audit.planned_for))]),
        }
    }

    fn summary(&self) -> Vec<Block> {
        let words = &self.words.summary;
        let counts = self.content.audit.counts;
        let open = counts.total - counts.answered;
        let results = [
            (self.words.verdict(Verdict::Conforms), counts.conforms, Tone::Green),
            (self.words.verdict(Verdict::Ofi), counts.ofi, Tone::Teal),
            (self.words.verdict(Verdict::Minor), counts.minor, Tone::Amber),
            (self.words.verdict(Verdict::Major), counts.major, Tone::Red),
            (self.words.verdict(Verdict::NotLookedAt), counts.not_looked_at, Tone::Grey),
            (words.open.as_str(), open, Tone::Pale),
        ];
        let part = |(label, value, tone): (&str, u32, Tone)| Part {
            label: label.into(),
            value: u64::from(value),
            tone,
        };
        let bar = Bar { label: words.chart_label.clone(), parts: results.map(part).into() };
        let row = |(label, value, _): (&str, u32, Tone)| Row::new([label.into(), value.to_string().into()]);
        let table = Table {
            columns: vec![Column::new(&words.verdict, 100.0), Column::new(&words.count, 40.0)],
            rows: results.map(row).into(),
            row_header: Some(0),
            caption: Some(words.numbers.clone()),
            summary: Some(words.table.clone()),
        };
        vec![
            Heading::new(1, &words.title).into(),
            Chart { alternative: words.chart.clone(), bars: vec![bar] }.into(),
            table.into(),
        ]
    }

    fn conclusion(&self) -> Vec<Block> {
        let words = &self.words.conclusion;
        let mut blocks = vec![Heading::new(1, &words.title).into()];
        let audit = &self.content.audit.audit;
        if let Some(end) = &audit.conclusion {
            blocks.extend(paragraphs(end.text.as_str()).into_iter().map(Block::from));
            let said = fill(&words.by_on, &[("by", end.by.as_str()), ("date", &self.day(end.on))]);
            blocks.push(Paragraph::from(Span::plain(said).muted()).into());
        } else {
            blocks.push(text(&words.none).into());
            let why = audit.cancelled.iter().flat_map(|cancelled| paragraphs(cancelled.why.as_str()));
            blocks.extend(why.map(Block::from));
        }
        blocks
    }

    fn basis(&self) -> Vec<Block> {
        let words = &self.words.basis;
        let Content { audit, systems, .. } = self.content;
        let clauses = audit.lines.iter().filter(|line| is_clause(&line.requirement)).count();
        let controls = (audit.lines.len() - clauses).to_string();
        let criteria = [("clauses", &*clauses.to_string()), ("controls", &*controls)];
        let auditors = self.auditors().into_iter().map(|(name, count)| {
            text(&fill(&words.auditor_value, &[("name", &name), ("count", &count.to_string())]))
        });
        let added = audit.lines.iter().filter_map(|line| {
            let added = line.added.as_ref()?;
            let said = [
                ("requirement", &*self.requirement(&line.requirement)),
                ("date", &*self.day(added.on)),
                ("why", added.why.as_str()),
            ];
            Some(text(&fill(&words.added_value, &said)))
        });
        let mut facts = vec![
            fact(&words.scope, audit.audit.scope.as_str()),
            fact(&words.criteria, &fill(&words.criteria_value, &criteria)),
            Fact { label: words.systems.clone(), value: systems.iter().map(|said| text(said)).collect() },
            fact(&words.methods, audit.audit.methods.as_str()),
            Fact { label: words.auditors.clone(), value: auditors.collect() },
            Fact { label: words.added.clone(), value: added.collect() },
        ];
        facts.retain(|fact| !fact.value.is_empty());
        vec![Heading::new(1, &words.title).into(), Block::Facts(facts)]
    }

    fn findings(&self) -> Vec<Block> {
        let words = &self.words.finding;
        let heading = Heading::new(1, &words.title).into();
        let findings = &self.content.audit.findings;
        if findings.is_empty() {
            return vec![heading, text(&words.none).into()];
        }
        let rows = findings.iter().rev().map(|row| {
            let about: Vec<String> = row.requirements.iter().map(|link| self.requirement(link)).collect();
            Row::new([
                row.id.to_string().into(),
                row.title.as_str().into(),
                self.words.grade(row.grade).into(),
                about.join(", ").into(),
                row.owner.as_str().into(),
                self.day(row.due).into(),
                self.words.progress(row.stage).into(),
            ])
        });
        let column = |head: &str, width: f32| Column::new(head, width);
        let table = Table {
            columns: vec![
                column(&words.number, 18.0),
                column(&words.name, 80.0),
                column(&words.grade, 38.0),
                column(&words.requirements, 34.0),
                column(&words.owner, 34.0),
                column(&words.due, 34.0),
                column(&words.stage, 34.0),
            ],
            rows: rows.collect(),
            row_header: Some(0),
            caption: None,
            summary: Some(words.summary.clone()),
        };
        vec![heading, table.into()]
    }

    fn reading(&self) -> Vec<Block> {
        let words = &self.words.reading;
        let said = [
            &words.purpose,
            &words.grades,
            &words.sample,
            &words.impartial,
            &words.numbering,
            &words.missing,
        ];
        let heading = std::iter::once(Heading::new(1, &words.title).into());
        heading.chain(said.into_iter().map(|said| text(said).into())).collect()
    }

    /// Returns a requirement in running text: `clause 6.1.2`, `A.6.2.4`.
    fn requirement(&self, link: &Link) -> String {
        let (_, id) = link.parts();
        if is_clause(link) { fill(&self.words.clause, &[("id", &id)]) } else { id.into_owned() }
    }

    pub(super) fn day(&self, day: Day) -> String {
        self.common.day(day)
    }
}

pub(super) fn text(text: &str) -> Paragraph {
    Span::plain(text).into()
}

/// Returns running text, of which an empty line parts the paragraphs.
pub(super) fn paragraphs(said: &str) -> Vec<Paragraph> {
    said.split("\n\n").map(str::trim).filter(|part| !part.is_empty()).map(text).collect()
}

fn fact(label: &str, said: &str) -> Fact {
    Fact { label: label.into(), value: paragraphs(said) }
}
