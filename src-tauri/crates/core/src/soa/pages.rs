//! The pages of the statement, from what it is made of.

use annexe_pdf::{
    About, Bar, Block, Cell, Chart, Column, Contents, Cover, Document, Fact, Furniture, Heading, Link, List,
    Paragraph, Part, Row, Running, Section, Span, Table, Tone,
};
use jiff::Timestamp;

use super::document::{Content, Counts};
use super::words::{Term, Words};
use crate::Day;
use crate::assessment::{Control, Decision, Origin, Reason, Status};
use crate::wording::fill;

/// Returns the statement as a document.
pub(super) fn document(content: &Content, words: &Words, created: Timestamp, today: Day) -> Document {
    let writer = Writer { content, words, today };
    let mut sections = vec![
        Section::portrait(vec![writer.cover().into()]),
        Section::portrait(
            [vec![Contents { title: words.contents.title.clone(), depth: 2 }.into()], writer.summary()]
                .concat(),
        ),
    ];
    // Where nothing is undecided, the sentence that says so needs no page of its own.
    let (wide, narrow) =
        if content.undecided().next().is_some() { (writer.open(), vec![]) } else { (vec![], writer.open()) };
    sections.push(Section::landscape([writer.annex_a(), writer.own(), writer.evidence(), wide].concat()));
    sections.push(Section::portrait([narrow, writer.reading()].concat()));
    Document {
        about: writer.about(created),
        furniture: writer.furniture(),
        sections,
        attachments: Vec::new(),
    }
}

struct Writer<'a> {
    content: &'a Content,
    words: &'a Words,
    today: Day,
}

impl Writer<'_> {
    fn about(&self, created: Timestamp) -> About {
        let Content { organisation, details, .. } = self.content;
        let author =
            if details.owner.is_empty() { organisation.name.as_str() } else { details.owner.as_str() };
        About {
            title: format!("{}, {}", self.words.title, organisation.name),
            subject: self.words.subject.clone(),
            author: if author.is_empty() { self.words.author_unknown.clone() } else { author.into() },
            language: "en-GB".into(),
            keywords: self.words.keywords.clone(),
            created,
            creator: "Annexe".into(),
            producer: concat!("Annexe ", env!("CARGO_PKG_VERSION")).into(),
        }
    }

    fn furniture(&self) -> Furniture {
        let Content { organisation, details, .. } = self.content;
        let running = &self.words.running;
        let document = fill(
            &running.document,
            &[("title", &self.words.title), ("version", &plain(details.version.as_str()))],
        );
        let number = fill(
            &running.number,
            &[("number", &plain(details.number.as_str())), ("date", &self.words.day(self.today))],
        );
        Furniture {
            head: Running { left: plain(organisation.name.as_str()), right: document },
            foot: Running { left: number, right: running.page.clone() },
        }
    }

    fn cover(&self) -> Cover {
        let Content { organisation, details, head, sample, .. } = self.content;
        let words = &self.words.cover;
        let roles: Vec<&str> = organisation.roles.iter().map(|role| self.words.role(*role)).collect();
        let fact = |label: &str, value: &str, missing: &str| {
            let value = if value.is_empty() { Span::plain(missing).muted() } else { Span::plain(value) };
            Fact::new(label, value)
        };
        let mut facts = vec![
            fact(&words.organisation, organisation.name.as_str(), ""),
            Fact {
                label: words.scope.clone(),
                value: prose(organisation.scope.as_str(), &words.scope_missing),
            },
            fact(&words.roles, &roles.join(&self.words.list), &words.roles_missing),
            fact(&words.number, details.number.as_str(), ""),
            fact(&words.version, details.version.as_str(), ""),
            fact(&words.status, &words.draft, ""),
            fact(&words.date, &self.words.day(self.today), ""),
            fact(&words.owner, details.owner.as_str(), &words.owner_missing),
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

    fn summary(&self) -> Vec<Block> {
        let words = &self.words.summary;
        let counts = self.content.counts();
        let mut blocks: Vec<Block> = vec![heading(1, &words.title).into(), self.sentence(counts).into()];
        blocks.push(self.chart(counts).into());
        blocks.push(heading(2, &words.exclusions).into());
        if counts.excluded == 0 {
            blocks.push(text(&words.exclusions_none).into());
            return blocks;
        }
        let head = &self.words.table;
        let rows = self.content.excluded().map(|control| {
            let (ground, justification) = self.reasons(control);
            let id = Span::plain(control.id.as_str()).link(Link::Anchor(control.id.to_string()));
            Row::new([id.into(), Cell::from(control.title.as_str()), ground.into(), justification])
        });
        blocks.push(
            Table {
                columns: columns(&[
                    (&head.control, 16.0),
                    (&head.title, 45.0),
                    (&head.ground, 32.0),
                    (&head.justification, 85.0),
                ]),
                rows: rows.collect(),
                row_header: Some(0),
                caption: None,
                summary: Some(words.exclusions_summary.clone()),
            }
            .into(),
        );
        blocks
    }

    fn sentence(&self, counts: Counts) -> Paragraph {
        let words = &self.words.summary;
        let Counts { applicable, excluded, undecided, own, .. } = counts;
        let sentence = if undecided == 0 { &words.sentence_all } else { &words.sentence_open };
        let mut said = fill(
            sentence,
            &[
                ("total", &(applicable + excluded + undecided).to_string()),
                ("applicable", &applicable.to_string()),
                ("excluded", &excluded.to_string()),
                ("undecided", &undecided.to_string()),
            ],
        );
        match own {
            0 => {}
            1 => said = format!("{said} {}", words.own_one),
            _ => said = format!("{said} {}", fill(&words.own, &[("own", &own.to_string())])),
        }
        Span::plain(said).into()
    }

    fn chart(&self, counts: Counts) -> Chart {
        let words = &self.words.summary;
        let [not_started, planned, in_progress, implemented] = counts.by_status;
        let alternative = fill(
            &words.chart,
            &[
                ("applicable", &counts.applicable.to_string()),
                ("excluded", &counts.excluded.to_string()),
                ("undecided", &counts.undecided.to_string()),
                ("implemented", &implemented.to_string()),
                ("in_progress", &in_progress.to_string()),
                ("planned", &planned.to_string()),
                ("not_started", &not_started.to_string()),
            ],
        );
        let part = |label: &str, value: usize, tone| Part { label: label.into(), value: number(value), tone };
        let status = |status: Status, value: usize, tone| part(&self.words.status(status).name, value, tone);
        let mut bars = vec![Bar {
            label: words.decisions.clone(),
            parts: vec![
                part(&words.applicable, counts.applicable, Tone::Blue),
                part(&words.excluded, counts.excluded, Tone::Pale),
                part(&words.undecided, counts.undecided, Tone::Amber),
            ],
        }];
        if counts.applicable > 0 {
            bars.push(Bar {
                label: words.statuses.clone(),
                parts: vec![
                    status(Status::Implemented, implemented, Tone::Green),
                    status(Status::InProgress, in_progress, Tone::Teal),
                    status(Status::Planned, planned, Tone::Slate),
                    status(Status::NotStarted, not_started, Tone::Grey),
                ],
            });
        }
        Chart { alternative, bars }
    }

    fn annex_a(&self) -> Vec<Block> {
        let mut blocks = Vec::new();
        for group in Content::groups() {
            blocks.push(heading(1, &format!("{} {}", group.id, group.title)).into());
            let mut parts = Content::sub_groups(group).peekable();
            if parts.peek().is_none() {
                blocks.push(self.group(&group.title, self.content.decided_in(group).collect()));
            }
            for part in parts {
                blocks.push(heading(2, &format!("{} {}", part.id, part.title)).into());
                blocks.push(self.group(&part.title, self.content.decided_in(part).collect()));
            }
        }
        blocks
    }

    fn group(&self, title: &str, controls: Vec<&Control>) -> Block {
        if controls.is_empty() {
            return Paragraph::from(Span::plain(&self.words.table.group_open).muted()).into();
        }
        self.table(&controls, fill(&self.words.table.summary, &[("group", title)])).into()
    }

    fn own(&self) -> Vec<Block> {
        let words = &self.words.own;
        let mut blocks = vec![heading(1, &words.title).into()];
        let controls: Vec<&Control> = self.content.decided_own().collect();
        if self.content.counts().own == 0 {
            blocks.push(text(&words.none).into());
        } else if controls.is_empty() {
            blocks.push(text(&words.open).into());
        } else {
            blocks.push(text(&words.intro).into());
            blocks.push(self.table(&controls, words.summary.clone()).into());
        }
        blocks
    }

    fn open(&self) -> Vec<Block> {
        let words = &self.words.open;
        let mut blocks: Vec<Block> = vec![heading(1, &words.title).into()];
        let rows: Vec<Row> = self
            .content
            .undecided()
            .map(|control| {
                let owner = self.or_none(control.owner.as_str());
                Row::new([control.id.as_str().into(), self.title(control), self.status(control), owner])
            })
            .collect();
        if rows.is_empty() {
            blocks.push(text(&words.none).into());
            return blocks;
        }
        blocks.push(text(&words.intro).into());
        let head = &self.words.table;
        blocks.push(
            Table {
                columns: columns(&[
                    (&head.control, 20.0),
                    (&head.title, 130.0),
                    (&head.status, 45.0),
                    (&head.owner, 60.0),
                ]),
                rows,
                row_header: Some(0),
                caption: None,
                summary: Some(words.summary.clone()),
            }
            .into(),
        );
        blocks
    }

    fn table(&self, controls: &[&Control], summary: String) -> Table {
        let head = &self.words.table;
        let rows = controls.iter().map(|control| {
            let applies = matches!(control.decision, Decision::Applicable { .. });
            let (reasons, justification) = self.reasons(control);
            Row::new([
                control.id.as_str().into(),
                self.title(control),
                Cell::from(if applies { head.yes.as_str() } else { head.no.as_str() }),
                reasons.into(),
                justification,
                if applies { self.status(control) } else { self.or_none("") },
                self.how(control),
                self.or_none(control.owner.as_str()),
            ])
            .tinted(!applies)
            .anchor(control.id.as_str())
        });
        Table {
            columns: columns(&[
                (&head.control, reference_width(controls)),
                (&head.title, 40.0),
                (&head.applicable, 19.0),
                (&head.reasons, 28.0),
                (&head.justification, 62.0),
                (&head.status, 27.0),
                (&head.how, 48.0),
                (&head.owner, 27.0),
            ]),
            rows: rows.collect(),
            row_header: Some(0),
            caption: None,
            summary: Some(summary),
        }
    }

    fn title(&self, control: &Control) -> Cell {
        let mut paragraphs = vec![Span::plain(&control.title).bold().into()];
        if let Origin::Own { source } = &control.origin {
            let source = fill(&self.words.table.source, &[("source", source.as_str())]);
            paragraphs.push(Span::plain(source).muted().into());
        }
        cell(paragraphs)
    }

    /// Returns how a control is done, and the numbers of the evidence for it.
    fn how(&self, control: &Control) -> Cell {
        let mut paragraphs = prose(control.how.as_str(), &self.words.none);
        let evidence: Vec<String> =
            self.content.evidence_of(control).map(|piece| piece.id.to_string()).collect();
        if !evidence.is_empty() {
            let said = fill(&self.words.table.evidence, &[("evidence", &evidence.join(&self.words.list))]);
            paragraphs.push(Span::plain(said).muted().into());
        }
        cell(paragraphs)
    }

    /// Returns the evidence that the statement rests on, with what tells that a file is the one that was meant.
    fn evidence(&self) -> Vec<Block> {
        let words = &self.words.evidence;
        let rows: Vec<Row> = self
            .content
            .issued()
            .filter_map(|piece| {
                let version = piece.latest()?;
                let until = piece.expires.map(|day| self.words.day(day)).unwrap_or_default();
                let hash = Span::plain(version.sha256.to_string()).small();
                Some(Row::new([
                    piece.id.to_string().as_str().into(),
                    Span::plain(piece.title.as_str()).into(),
                    version.version.to_string().as_str().into(),
                    self.or_none(&until),
                    hash.into(),
                ]))
            })
            .collect();
        if rows.is_empty() {
            return Vec::new();
        }
        vec![
            heading(1, &words.title).into(),
            text(&words.intro).into(),
            Table {
                columns: columns(&[
                    (&words.number, 18.0),
                    (&words.name, 90.0),
                    (&words.version, 18.0),
                    (&words.expires, 32.0),
                    (&words.sha256, 97.0),
                ]),
                rows,
                row_header: Some(0),
                caption: None,
                summary: Some(words.summary.clone()),
            }
            .into(),
        ]
    }

    /// Returns reasons or ground, and the justification.
    fn reasons(&self, control: &Control) -> (String, Cell) {
        match &control.decision {
            Decision::Undecided => (String::new(), Cell::from("")),
            Decision::Applicable { reasons, justification } => {
                let names: Vec<&str> =
                    reasons.iter().map(|reason| self.words.reason(*reason).name.as_str()).collect();
                (names.join(&self.words.list), cell(prose(justification.as_str(), "")))
            }
            Decision::Excluded { ground, justification } => {
                (self.words.ground(ground), cell(prose(justification.as_str(), "")))
            }
        }
    }

    fn status(&self, control: &Control) -> Cell {
        // One paragraph of two lines, so that programs that read the page keep the row together.
        let status = Span::plain(&self.words.status(control.status).name);
        match control.target {
            None => status.into(),
            Some(target) => {
                Paragraph::new([status, Span::plain(format!("\n{}", self.words.day(target))).muted()]).into()
            }
        }
    }

    fn or_none(&self, value: &str) -> Cell {
        Cell::from(if value.is_empty() { Span::plain(&self.words.none).muted() } else { Span::plain(value) })
    }

    fn reading(&self) -> Vec<Block> {
        let words = &self.words.reading;
        let mut blocks: Vec<Block> = vec![heading(1, &words.title).into()];
        for said in [&words.purpose, &words.numbering, &words.draft, &words.undecided, &words.missing] {
            blocks.push(text(said).into());
        }
        let mut legend = |title: &str, terms: Vec<&Term>| {
            let items = terms.into_iter().map(|term| {
                let name = fill(&term.name, &[("control", &words.another_control)]);
                vec![Paragraph::new([Span::plain(name).bold(), Span::plain(format!(". {}", term.meaning))])]
            });
            let list = List { items: items.collect(), ..List::default() };
            blocks.push(Block::Together(vec![heading(2, title).into(), list.into()]));
        };
        legend(
            &words.reasons_title,
            Reason::ALL.into_iter().map(|reason| self.words.reason(reason)).collect(),
        );
        legend(&words.grounds_title, self.words.grounds().collect());
        legend(
            &words.statuses_title,
            Status::ALL.into_iter().map(|status| self.words.status(status)).collect(),
        );
        blocks
    }
}

fn heading(level: u8, text: &str) -> Heading {
    Heading::new(level, text)
}

fn text(text: &str) -> Paragraph {
    Span::plain(text).into()
}

fn columns(columns: &[(&String, f32)]) -> Vec<Column> {
    columns.iter().map(|(head, width)| Column::new(head.as_str(), *width)).collect()
}

/// Returns the width of the column of numbers: each stands on one line.
fn reference_width(controls: &[&Control]) -> f32 {
    let longest = controls.iter().map(|control| control.id.as_str().len()).max().unwrap_or_default();
    let longest = u16::try_from(longest).unwrap_or(u16::MAX);
    (f32::from(longest) * 2.2).clamp(16.0, 60.0)
}

fn cell(paragraphs: Vec<Paragraph>) -> Cell {
    Cell { paragraphs }
}

/// Returns running text as paragraphs; an empty line parts them.
fn prose(text: &str, missing: &str) -> Vec<Paragraph> {
    if text.is_empty() {
        return vec![Span::plain(missing).muted().into()];
    }
    text.split("\n\n")
        .filter(|part| !part.trim().is_empty())
        .map(|part| Span::plain(part.trim()).into())
        .collect()
}

/// Returns a text for the head or foot of a page, where `{page}` would be read as a place.
fn plain(text: &str) -> String {
    text.replace(['{', '}'], "")
}

fn number(count: usize) -> u64 {
    u64::try_from(count).unwrap_or(u64::MAX)
}
