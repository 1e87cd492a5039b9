//! The figures of each input, as the minutes show them.

use annexe_pdf::{Block, Cell, Fact, Paragraph, Span};

use super::pages::{Writer, fact, paragraphs, table, text};
use crate::Day;
use crate::findings::{GradeFigures, NamedFinding};
use crate::objectives::Goal;
use crate::reviews::{InputKind, ReviewInputs, ReviewedAction};
use crate::wording::fill;

impl Writer<'_> {
    pub(super) fn input(&self, input: InputKind) -> Vec<Block> {
        match input {
            InputKind::Actions => self.earlier_actions(),
            InputKind::Issues => self.issues(),
            InputKind::Parties => self.parties(),
            InputKind::Nonconformities => self.nonconformities(),
            InputKind::Measurements => self.measurements(),
            InputKind::Audits => self.audits(),
            InputKind::Objectives => self.objectives(),
            InputKind::Feedback => self.feedback(),
            InputKind::Risks => vec![text(&self.words.figures.risks).into()],
            InputKind::Standing => self.standing(),
            InputKind::Improvements => self.improvements(),
        }
    }

    fn inputs(&self) -> &ReviewInputs {
        &self.content.review.inputs
    }

    fn figures(&self, sentences: &[String]) -> Block {
        let value: Vec<Paragraph> = sentences.iter().map(|said| text(said)).collect();
        Block::Facts(vec![Fact { label: self.words.heads.figure.clone(), value }])
    }

    /// Returns the sentence that says how many are named, where that is not all of them.
    fn named(&self, named: usize, total: u32) -> Option<Block> {
        let (named, total) = (named.to_string(), total.to_string());
        let more = named != total && named != "0";
        let said = fill(&self.words.figures.first, &[("count", &named), ("total", &total)]);
        more.then(|| Paragraph::from(Span::plain(said).small().muted()).into())
    }

    fn earlier_actions(&self) -> Vec<Block> {
        let (inputs, heads) = (&self.inputs().actions, &self.words.heads);
        let [open, overdue, done] = [inputs.open, inputs.overdue, inputs.done].map(|n| n.to_string());
        let of = [("open", open.as_str()), ("overdue", overdue.as_str()), ("done", done.as_str())];
        let mut blocks = vec![self.figures(&[fill(&self.words.figures.actions, &of)])];
        if inputs.actions.is_empty() {
            return blocks;
        }
        let rows = inputs.actions.iter().map(|action| {
            let ReviewedAction { id, review, text, owner, due, state, done_on, .. } = action;
            let state = match done_on {
                Some(day) => format!("{} {}", self.words.state(*state), self.day(*day)),
                None => self.words.state(*state).to_owned(),
            };
            [
                format!("{id} ({review})").into(),
                paragraphs(text.as_str()).collect::<Vec<_>>().into(),
                owner.as_str().into(),
                self.day(*due).into(),
                state.into(),
            ]
        });
        let columns = [
            (heads.number.as_str(), 24.0),
            (heads.action.as_str(), 62.0),
            (heads.owner.as_str(), 30.0),
            (heads.due.as_str(), 28.0),
            (heads.state.as_str(), 28.0),
        ];
        blocks.push(table(columns, rows, &heads.actions_summary));
        blocks.extend(self.named(inputs.actions.len(), inputs.open.saturating_add(inputs.done)));
        blocks
    }

    fn issues(&self) -> Vec<Block> {
        let (inputs, words) = (&self.inputs().issues, &self.words.figures);
        let [total, looked_at, changed] =
            [inputs.total, inputs.looked_at, inputs.changed].map(|n| n.to_string());
        let said = [
            fill(&words.issues, &[("total", &total), ("looked_at", &looked_at)]),
            fill(&words.issues_changed, &[("changed", &changed)]),
        ];
        let rows = inputs.changes.iter().map(|one| (one.id.to_string(), one.topic.as_str(), one.how));
        self.changes(&said, rows.collect(), &self.words.heads.issues_summary, inputs.changed)
    }

    fn parties(&self) -> Vec<Block> {
        let (inputs, words) = (&self.inputs().parties, &self.words.figures);
        let [total, changed] = [inputs.total, inputs.changed].map(|n| n.to_string());
        let said = [
            fill(&words.parties, &[("total", &total)]),
            fill(&words.parties_changed, &[("changed", &changed)]),
        ];
        let rows = inputs.changes.iter().map(|one| (one.id.to_string(), one.name.as_str(), one.how));
        self.changes(&said, rows.collect(), &self.words.heads.parties_summary, inputs.changed)
    }

    fn changes(
        &self,
        said: &[String],
        changes: Vec<(String, &str, crate::reviews::ChangeKind)>,
        summary: &str,
        total: u32,
    ) -> Vec<Block> {
        let heads = &self.words.heads;
        let mut blocks = vec![self.figures(said)];
        if changes.is_empty() {
            return blocks;
        }
        let named = changes.len();
        let rows = changes
            .into_iter()
            .map(|(id, name, how)| [id.into(), name.into(), self.words.change(how).into()]);
        let columns =
            [(heads.number.as_str(), 24.0), (heads.name.as_str(), 110.0), (heads.change.as_str(), 36.0)];
        blocks.push(table(columns, rows, summary));
        blocks.extend(self.named(named, total));
        blocks
    }

    fn grades(&self, grades: &[GradeFigures], summary: &str) -> Block {
        let heads = &self.words.heads;
        let rows = grades.iter().map(|one| {
            let count = |n: u32| Cell::from(n.to_string());
            [
                self.words.grade(one.grade).into(),
                count(one.found),
                count(one.closed),
                count(one.refused),
                count(one.open),
                count(one.overdue),
            ]
        });
        let columns = [
            (heads.grade.as_str(), 60.0),
            (heads.found.as_str(), 22.0),
            (heads.closed.as_str(), 22.0),
            (heads.refused.as_str(), 22.0),
            (heads.open.as_str(), 22.0),
            (heads.overdue.as_str(), 22.0),
        ];
        table(columns, rows, summary)
    }

    fn findings(&self, open: &[NamedFinding], summary: &str, total: u32) -> Vec<Block> {
        let heads = &self.words.heads;
        if open.is_empty() {
            return Vec::new();
        }
        let rows = open.iter().map(|one| {
            [
                one.id.to_string().into(),
                one.title.as_str().into(),
                self.words.grade(one.grade).into(),
                self.due(one.due, one.overdue),
            ]
        });
        let columns = [
            (heads.number.as_str(), 20.0),
            (heads.name.as_str(), 76.0),
            (heads.grade.as_str(), 42.0),
            (heads.due.as_str(), 32.0),
        ];
        let mut blocks = vec![table(columns, rows, summary)];
        blocks.extend(self.named(open.len(), total));
        blocks
    }

    fn due(&self, due: Day, overdue: bool) -> Cell {
        let day = Span::plain(self.day(due));
        if !overdue {
            return day.into();
        }
        Paragraph::new([day, Span::plain(format!("\n{}", self.words.figures.overdue)).bold()]).into()
    }

    fn nonconformities(&self) -> Vec<Block> {
        let (inputs, words) = (&self.inputs().nonconformities, &self.words.figures);
        let trend = inputs.actions;
        let [before, planned, done, open, overdue] =
            [trend.before, trend.planned, trend.done, trend.open, trend.overdue].map(|n| n.to_string());
        let of = [
            ("before", before.as_str()),
            ("planned", planned.as_str()),
            ("done", done.as_str()),
            ("open", open.as_str()),
            ("overdue", overdue.as_str()),
        ];
        let repeats = fill(&words.repeats, &[("repeats", &inputs.repeats.to_string())]);
        let facts = vec![
            fact(&self.words.heads.figure, &repeats),
            fact(&words.trend, &fill(&words.trend_value, &of)),
        ];
        let total = inputs.grades.iter().map(|grade| grade.open).sum();
        let mut blocks = vec![self.grades(&inputs.grades, &self.words.heads.grades_summary)];
        blocks.push(Block::Facts(facts));
        blocks.extend(self.findings(&inputs.open, &self.words.heads.findings_summary, total));
        blocks
    }

    fn improvements(&self) -> Vec<Block> {
        let inputs = &self.inputs().improvements;
        let heads = &self.words.heads;
        let mut blocks = vec![self.grades(&[inputs.figures], &heads.improvements_summary)];
        blocks.extend(self.findings(&inputs.open, &heads.open_summary, inputs.figures.open));
        blocks
    }

    fn measurements(&self) -> Vec<Block> {
        let (inputs, words, heads) = (&self.inputs().measurements, &self.words.figures, &self.words.heads);
        let [on, off, late, never, readings] =
            [inputs.on_target, inputs.off_target, inputs.reading_overdue, inputs.no_reading, inputs.readings]
                .map(|n| n.to_string());
        if inputs.measures.is_empty() {
            return vec![text(&words.measures_none).into()];
        }
        let of =
            [("on", on.as_str()), ("off", off.as_str()), ("late", late.as_str()), ("never", never.as_str())];
        let said = [fill(&words.measures, &of), fill(&words.readings, &[("readings", &readings)])];
        let rows = inputs.measures.iter().map(|one| {
            let with_unit = |figure: String| {
                if one.unit.is_empty() { figure } else { format!("{figure} {}", one.unit) }
            };
            let last = match (one.value, one.read_on) {
                (Some(value), Some(day)) => {
                    let value = with_unit(value.to_string());
                    fill(&words.read_on, &[("value", &value), ("date", &self.day(day))])
                }
                _ => words.never_read.clone(),
            };
            [
                format!("{} {}", one.id, one.what).into(),
                with_unit(self.goal(one.goal)).into(),
                one.before.map(|figure| with_unit(figure.to_string())).unwrap_or_default().into(),
                last.into(),
                self.words.measure(one.state).into(),
            ]
        });
        let columns = [
            (heads.measure.as_str(), 56.0),
            (heads.wanted.as_str(), 30.0),
            (heads.before.as_str(), 26.0),
            (heads.last.as_str(), 32.0),
            (heads.state.as_str(), 26.0),
        ];
        let total = inputs
            .on_target
            .saturating_add(inputs.off_target)
            .saturating_add(inputs.reading_overdue)
            .saturating_add(inputs.no_reading);
        let mut blocks = vec![self.figures(&said), table(columns, rows, &heads.measures_summary)];
        blocks.extend(self.named(inputs.measures.len(), total));
        blocks
    }

    fn audits(&self) -> Vec<Block> {
        let (inputs, words, heads) = (&self.inputs().audits, &self.words.figures, &self.words.heads);
        if inputs.is_empty() {
            return vec![text(&words.audits_none).into()];
        }
        let rows = inputs.iter().map(|one| {
            let (looked_at, all) =
                (one.looked_at.to_string(), one.looked_at.saturating_add(one.not_looked_at).to_string());
            let of = [("looked_at", looked_at.as_str()), ("all", all.as_str())];
            let count = |n: usize| Cell::from(n.to_string());
            [
                format!("{} {}", one.id, one.title).into(),
                self.day(one.on).into(),
                fill(&words.looked_at, &of).into(),
                count(one.major),
                count(one.minor),
                count(one.ofi),
            ]
        });
        let columns = [
            (heads.audit.as_str(), 58.0),
            (heads.concluded.as_str(), 30.0),
            (heads.looked_at.as_str(), 26.0),
            (heads.major.as_str(), 18.0),
            (heads.minor.as_str(), 18.0),
            (heads.ofi.as_str(), 20.0),
        ];
        vec![table(columns, rows, &heads.audits_summary)]
    }

    fn goal(&self, goal: Goal) -> String {
        let words = &self.words.figures;
        match goal {
            Goal::AtLeast { value } => fill(&words.at_least, &[("value", &value.to_string())]),
            Goal::AtMost { value } => fill(&words.at_most, &[("value", &value.to_string())]),
            Goal::Between { low, high } => {
                fill(&words.between, &[("low", &low.to_string()), ("high", &high.to_string())])
            }
        }
    }

    fn objectives(&self) -> Vec<Block> {
        let (inputs, words, heads) = (&self.inputs().objectives, &self.words.figures, &self.words.heads);
        if inputs.objectives.is_empty() {
            return vec![text(&words.objectives_none).into()];
        }
        let [open, off, overdue, reached, missed] =
            [inputs.open, inputs.off_target, inputs.overdue, inputs.reached, inputs.missed]
                .map(|n| n.to_string());
        let said = [
            fill(&words.objectives, &[("open", &open), ("off", &off), ("overdue", &overdue)]),
            fill(&words.objectives_judged, &[("reached", &reached), ("missed", &missed)]),
        ];
        let rows = inputs.objectives.iter().map(|one| {
            let by = one.target.map(|day| self.due(day, one.overdue)).unwrap_or_default();
            [format!("{} {}", one.id, one.title).into(), by, self.words.objective(one.state).into()]
        });
        let columns =
            [(heads.objective.as_str(), 96.0), (heads.by.as_str(), 36.0), (heads.state.as_str(), 38.0)];
        let total = inputs.open.saturating_add(inputs.reached).saturating_add(inputs.missed);
        let mut blocks = vec![self.figures(&said), table(columns, rows, &heads.objectives_summary)];
        blocks.extend(self.named(inputs.objectives.len(), total));
        blocks
    }

    fn feedback(&self) -> Vec<Block> {
        let (inputs, heads) = (&self.inputs().feedback, &self.words.heads);
        let rows = inputs.kinds.iter().map(|one| {
            let count = |n: u32| Cell::from(n.to_string());
            [self.words.kind(one.kind).into(), count(one.reported), count(one.closed), count(one.open)]
        });
        let columns = [
            (heads.kind.as_str(), 80.0),
            (heads.reported.as_str(), 30.0),
            (heads.closed.as_str(), 30.0),
            (heads.open.as_str(), 30.0),
        ];
        let duties = fill(&self.words.figures.duties, &[("count", &inputs.duties_overdue.to_string())]);
        vec![table(columns, rows, &heads.kinds_summary), self.figures(&[duties])]
    }

    fn standing(&self) -> Vec<Block> {
        let (inputs, words) = (&self.inputs().standing, &self.words.figures);
        let [percent, met, total] = [inputs.percent, inputs.met, inputs.total].map(|n| n.to_string());
        let of = [("percent", percent.as_str()), ("met", met.as_str()), ("total", total.as_str())];
        let gates: Vec<&str> = inputs.gates.iter().map(|gate| self.words.gate(*gate)).collect();
        let gates = if gates.is_empty() { words.gates_none.clone() } else { gates.join(&self.words.list) };
        let statement = match &inputs.statement {
            None => words.statement_none.clone(),
            Some(statement) => {
                let (day, changes) = (self.day(statement.on), statement.changes.to_string());
                let of = [
                    ("version", statement.version.as_str()),
                    ("date", day.as_str()),
                    ("changes", changes.as_str()),
                ];
                fill(&words.statement_value, &of)
            }
        };
        vec![Block::Facts(vec![
            fact(&words.readiness, &fill(&words.readiness_value, &of)),
            fact(&words.gates, &gates),
            fact(&words.statement, &statement),
        ])]
    }
}
