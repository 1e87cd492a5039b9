//! The pages of the gap report: its cover, where the company stands, and how to read it.

use annexe_pdf::{
    About, Bar, Block, Chart, Column, Contents, Cover, Document, Fact, Furniture, Heading, Link, List,
    Paragraph, Part, Row, Running, Section, Span, Table, Tone,
};
use jiff::Timestamp;

use super::content::{Content, is_gap};
use super::words::Words;
use crate::readiness::{Cap, Figure, Gate, Item, Missing, Worth};
use crate::soa;
use crate::wording::fill;

/// Returns the gap report as a document.
pub(super) fn document(content: &Content, words: &Words, created: Timestamp) -> Document {
    let writer = Writer { content, words, common: soa::Words::english() };
    Document {
        about: writer.about(created),
        furniture: writer.furniture(),
        sections: vec![
            Section::portrait(vec![writer.cover().into()]),
            Section::portrait(vec![Contents { title: words.contents.title.clone(), depth: 2 }.into()]),
            Section::portrait([writer.standing(), writer.gates(), writer.figures()].concat()),
            Section::landscape([writer.missing_of_clauses(), writer.missing_of_controls()].concat()),
            Section::portrait([writer.work(), writer.reading()].concat()),
        ],
        attachments: Vec::new(),
    }
}

pub(super) struct Writer<'a> {
    pub(super) content: &'a Content,
    pub(super) words: &'a Words,
    /// The words that the report shares with the statement: days and statuses.
    pub(super) common: &'a soa::Words,
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
                left: fill(&running.date, &[("date", &self.common.day(self.content.today))]),
                right: running.page.clone(),
            },
        }
    }

    fn cover(&self) -> Cover {
        let Content { organisation, readiness, work, head, sample, .. } = self.content;
        let (words, overall) = (&self.words.cover, &readiness.overall);
        let scope = match organisation.scope.as_str() {
            "" => vec![Span::plain(&words.scope_missing).muted().into()],
            scope => prose(scope),
        };
        let ready = fill(
            &words.ready_value,
            &[("percent", &overall.figure.percent.to_string()), ("band", self.words.band(overall.band))],
        );
        let gates = self.open_gates().map(|gate| self.words.gate(gate.gate).into());
        let open: Vec<Paragraph> = gates.chain(self.major().map(Paragraph::from)).collect();
        let kept_back = if open.is_empty() { vec![words.kept_back_none.as_str().into()] } else { open };
        let mut facts = vec![
            Fact::new(words.organisation.as_str(), organisation.name.as_str()),
            Fact { label: words.scope.clone(), value: scope },
            Fact::new(words.date.as_str(), self.common.day(self.content.today)),
            Fact::new(words.ready.as_str(), Span::plain(ready).bold()),
            Fact::new(words.met.as_str(), self.words.share(overall.figure.met, overall.figure.total)),
            Fact { label: words.kept_back.clone(), value: kept_back },
            Fact::new(words.steps.as_str(), self.words.share(work.done, work.of)),
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

    fn standing(&self) -> Vec<Block> {
        let (words, overall) = (&self.words.standing, &self.content.readiness.overall);
        let figure = overall.figure;
        let left_out = self.items().filter(|item| item.worth == Worth::LeftOut).count();
        let mut said = vec![fill(
            &words.sentence,
            &[
                ("date", &self.common.day(self.content.today)),
                ("percent", &figure.percent.to_string()),
                ("band", self.words.band(overall.band)),
            ],
        )];
        if overall.uncapped > figure.percent {
            said.push(fill(&words.uncapped, &[("uncapped", &overall.uncapped.to_string())]));
        }
        let mut counts = vec![fill(
            &words.counts,
            &[
                ("met", &figure.met.to_string()),
                ("total", &figure.total.to_string()),
                ("under_way", &figure.under_way.to_string()),
                ("not_begun", &not_begun(figure).to_string()),
            ],
        )];
        if left_out > 0 {
            counts.push(fill(&words.left_out, &[("left_out", &left_out.to_string())]));
        }
        if let Some(controls) = overall.controls {
            let (clauses, controls) = (overall.clauses.to_string(), controls.to_string());
            counts.push(fill(&words.parts, &[("clauses", &clauses), ("controls", &controls)]));
        }
        let bar = |label: &str, of: &dyn Fn(&Item) -> bool| {
            let counted = |item: &&Item| of(item) && item.worth != Worth::LeftOut;
            let total = self.items().filter(counted).count();
            let met = self.items().filter(counted).filter(|item| item.worth.is_met()).count();
            let under_way = self.items().filter(counted).filter(|item| item.worth.is_under_way()).count();
            self.bar(label.into(), met, under_way, total)
        };
        let bars =
            vec![bar(&words.clauses, &Item::is_clause), bar(&words.controls, &|item| !item.is_clause())];
        vec![
            heading(1, &words.title).into(),
            Paragraph::from(Span::plain(said.join(" ")).bold()).into(),
            text(&counts.join(" ")).into(),
            Chart { alternative: words.chart.clone(), bars }.into(),
        ]
    }

    fn bar(&self, label: String, met: usize, under_way: usize, total: usize) -> Bar {
        let words = &self.words.standing;
        let part = |label: &str, value: usize, tone| Part {
            label: label.into(),
            value: u64::try_from(value).unwrap_or(u64::MAX),
            tone,
        };
        let parts = vec![
            part(&words.met, met, Tone::Green),
            part(&words.under_way, under_way, Tone::Teal),
            part(&words.not_begun, total.saturating_sub(met + under_way), Tone::Grey),
        ];
        Bar { label, parts }
    }

    fn gates(&self) -> Vec<Block> {
        let words = &self.words.gates;
        let mut blocks = vec![heading(2, &words.title).into()];
        let rows: Vec<Row> = self
            .open_gates()
            .map(|gate| {
                let missing: Vec<Paragraph> =
                    gate.missing.iter().flat_map(|missing| self.missing(missing)).collect();
                Row::new([Span::plain(self.words.gate(gate.gate)).bold().into(), missing.into()])
            })
            .collect();
        let major = self.major();
        blocks.extend(major.iter().map(|said| text(said).into()));
        if rows.is_empty() {
            if major.is_none() {
                blocks.push(text(&words.none).into());
            }
            return blocks;
        }
        let most = self.content.readiness.overall.most.map_or(0, crate::readiness::Percent::floor);
        blocks.push(text(&fill(&words.intro, &[("most", &most.to_string())])).into());
        blocks.push(
            Table {
                columns: vec![
                    Column::new(words.gate.as_str(), 60.0),
                    Column::new(words.missing.as_str(), 110.0),
                ],
                rows,
                row_header: Some(0),
                caption: None,
                summary: Some(words.summary.clone()),
            }
            .into(),
        );
        let gates = self.content.readiness.gates.iter();
        let in_place: Vec<&str> =
            gates.filter(|gate| gate.is_met()).map(|gate| self.words.gate(gate.gate)).collect();
        if !in_place.is_empty() {
            let said = fill(&words.in_place, &[("gates", &in_place.join(&self.words.list))]);
            blocks.push(text(&said).into());
        }
        blocks
    }

    /// Returns which major nonconformities are open, and what that means; nothing where none is.
    fn major(&self) -> Option<String> {
        let open: Vec<String> = self
            .content
            .readiness
            .nonconformities
            .iter()
            .map(|one| format!("{} {}", one.id, one.title))
            .collect();
        let most = Cap::MajorOpen.most().floor().to_string();
        let findings = open.join(&self.words.list);
        (!open.is_empty()).then(|| fill(&self.words.gates.major, &[("findings", &findings), ("most", &most)]))
    }

    fn open_gates(&self) -> impl Iterator<Item = &Gate> {
        self.content.readiness.gates.iter().filter(|gate| !gate.is_met())
    }

    fn missing(&self, missing: &Missing) -> Vec<Paragraph> {
        let words = &self.words.gates;
        match missing {
            Missing::ScopeText => vec![words.scope_text.as_str().into()],
            Missing::Evidence { clause } => vec![self.about_clause(&words.evidence, clause.as_str())],
            Missing::Audit { clause } => vec![self.about_clause(&words.audit, clause.as_str())],
            Missing::Policy { clause } => vec![self.about_clause(&words.policy_evidence, clause.as_str())],
            Missing::NotExported => vec![words.not_exported.as_str().into()],
            Missing::Outdated => vec![words.outdated.as_str().into()],
            Missing::Obstacles { checks } => checks
                .iter()
                .map(|check| fill(&words.obstacle, &[("what", self.words.check(*check))]).into())
                .collect(),
            Missing::ManagementReview => vec![words.review.as_str().into()],
            Missing::NoSystems => vec![words.no_systems.as_str().into()],
            Missing::Screening { system, name } => {
                vec![fill(&words.screening, &[("system", &system.to_string()), ("name", name)]).into()]
            }
            Missing::ImpactAssessment { system, name, clause } => {
                let of = [("system", &*system.to_string()), ("name", name), ("clause", clause.as_str())];
                vec![fill(&words.impact_assessment, &of).into()]
            }
        }
    }

    /// Returns a sentence about a clause, which leads to its row where that is in the report.
    fn about_clause(&self, sentence: &str, clause: &str) -> Paragraph {
        let span = Span::plain(fill(sentence, &[("clause", clause)]));
        let in_report = self.items().any(|item| item.number() == clause && is_gap(item));
        if in_report { span.link(Link::Anchor(clause.into())).into() } else { span.into() }
    }

    fn figures(&self) -> Vec<Block> {
        let (words, readiness) = (&self.words.figures, &self.content.readiness);
        let bars = readiness.themes.iter().map(|of| {
            let label = fill(
                &words.theme,
                &[("theme", self.words.theme(of.theme)), ("percent", &of.figure.percent.to_string())],
            );
            self.bar(label, of.figure.met, of.figure.under_way, of.figure.total)
        });
        let themes = Chart { alternative: words.themes_chart.clone(), bars: bars.collect() };
        let clauses =
            readiness.clauses.iter().map(|of| self.figure_row(of.clause.as_str(), &of.title, of.figure));
        let groups =
            readiness.groups.iter().map(|of| self.figure_row(of.group.as_str(), &of.title, of.figure));
        let own = readiness.own.map(|figure| self.figure_row(&self.words.none, &words.own, figure));
        vec![
            heading(2, &words.themes).into(),
            themes.into(),
            heading(2, &words.clauses).into(),
            self.figure_table(clauses.collect(), &words.clauses_summary).into(),
            heading(2, &words.groups).into(),
            self.figure_table(groups.chain(own).collect(), &words.groups_summary).into(),
        ]
    }

    fn figure_row(&self, number: &str, title: &str, figure: Figure) -> Row {
        let ready = if figure.total == 0 {
            Span::plain(&self.words.figures.nothing_counts).muted()
        } else {
            Span::plain(self.words.percent(figure.percent)).bold()
        };
        Row::new([
            number.into(),
            title.into(),
            ready.into(),
            self.words.share(figure.met, figure.total).into(),
            figure.under_way.to_string().into(),
            not_begun(figure).to_string().into(),
        ])
    }

    fn figure_table(&self, rows: Vec<Row>, summary: &str) -> Table {
        let words = &self.words.figures;
        let column = |head: &str, width: f32| Column::new(head, width);
        Table {
            columns: vec![
                column(&words.number, 20.0),
                column(&words.title, 72.0),
                column(&words.ready, 20.0),
                column(&words.met, 22.0),
                column(&words.under_way, 24.0),
                column(&words.not_begun, 24.0),
            ],
            rows,
            row_header: Some(1),
            caption: None,
            summary: Some(summary.into()),
        }
    }

    fn reading(&self) -> Vec<Block> {
        let words = &self.words.reading;
        let worth = words.worth.iter().map(|term| {
            vec![Paragraph::new([Span::plain(&term.name).bold(), Span::plain(format!(". {}", term.meaning))])]
        });
        let list = List { items: worth.collect(), ..List::default() };
        vec![
            heading(1, &words.title).into(),
            text(&words.purpose).into(),
            text(&words.met).into(),
            Block::Together(vec![heading(2, &words.worth_title).into(), list.into()]),
            text(&words.weights).into(),
            text(&words.numbering).into(),
            text(&words.missing).into(),
        ]
    }

    pub(super) fn items(&self) -> impl Iterator<Item = &Item> {
        self.content.readiness.items.iter()
    }
}

/// Returns how many requirements are neither met nor under way.
fn not_begun(figure: Figure) -> usize {
    figure.total.saturating_sub(figure.met + figure.under_way)
}

pub(super) fn heading(level: u8, text: &str) -> Heading {
    Heading::new(level, text)
}

pub(super) fn text(text: &str) -> Paragraph {
    Span::plain(text).into()
}

/// Returns running text as paragraphs; an empty line parts them.
pub(super) fn prose(text: &str) -> Vec<Paragraph> {
    let parts = text.split("\n\n").map(str::trim).filter(|part| !part.is_empty());
    parts.map(|part| Span::plain(part).into()).collect()
}
