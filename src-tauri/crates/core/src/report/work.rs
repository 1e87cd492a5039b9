//! Who does what by when: the open steps, and how much is open for each person.

use std::collections::BTreeMap;

use annexe_pdf::{Block, Cell, Column, Paragraph, Row, Span, Table};

use super::pages::{Writer, heading, text};
use crate::Day;
use crate::assessment::Status;
use crate::guide::OpenStep;
use crate::wording::fill;

/// How much is open for a person.
#[derive(Debug, Default, Clone, Copy)]
struct Load {
    steps: usize,
    late: usize,
    requirements: usize,
    /// The next day, from today on, by which something is due.
    next: Option<Day>,
}

impl Load {
    fn due(&mut self, day: Option<Day>, today: Day) {
        let coming = day.filter(|day| *day >= today);
        self.next = [self.next, coming].into_iter().flatten().min();
        self.late += usize::from(day.is_some_and(|day| day < today));
    }
}

impl Writer<'_> {
    pub(super) fn work(&self) -> Vec<Block> {
        let (words, work) = (&self.words.work, &self.content.work);
        let count = |of: &dyn Fn(&OpenStep) -> bool| work.steps.iter().filter(|step| of(step)).count();
        let counts = fill(
            &words.counts,
            &[
                ("done", &work.done.to_string()),
                ("of", &work.of.to_string()),
                ("open", &work.steps.len().to_string()),
                ("late", &count(&|step| step.late).to_string()),
                ("undated", &count(&|step| step.due.is_none()).to_string()),
                ("unowned", &count(&|step| step.owner.is_empty()).to_string()),
            ],
        );
        let mut blocks = vec![heading(1, &words.title).into(), text(&counts).into()];
        let people = self.people();
        if !people.is_empty() {
            blocks.push(heading(2, &words.people).into());
            blocks.push(self.people_table(people).into());
        }
        blocks.push(heading(2, &words.steps).into());
        if work.steps.is_empty() {
            blocks.push(text(&words.nothing).into());
        } else {
            blocks.push(self.steps_table().into());
        }
        blocks
    }

    /// Returns how much is open for each person, by name; under the empty name what nobody answers for.
    fn people(&self) -> BTreeMap<&str, Load> {
        let today = self.content.today;
        let mut people: BTreeMap<&str, Load> = BTreeMap::new();
        for step in &self.content.work.steps {
            let load = people.entry(step.owner.as_str()).or_default();
            load.steps += 1;
            load.due(step.due, today);
        }
        for item in self.content.gaps() {
            let load = people.entry(item.owner.as_str()).or_default();
            load.requirements += 1;
            // What is implemented waits for evidence, and not for its day.
            let day = item.target.filter(|_| item.status != Status::Implemented);
            load.due(day, today);
        }
        people
    }

    fn people_table(&self, mut people: BTreeMap<&str, Load>) -> Table {
        let words = &self.words.work;
        let nobody = people.remove("");
        let row = |name: Cell, load: Load| {
            Row::new([
                name,
                load.steps.to_string().into(),
                load.requirements.to_string().into(),
                load.late.to_string().into(),
                match load.next {
                    Some(day) => self.common.day(day).into(),
                    None => Span::plain(&self.words.none).muted().into(),
                },
            ])
        };
        let named = people.into_iter().map(|(name, load)| row(name.into(), load));
        let nobody = nobody.map(|load| row(Span::plain(&words.nobody).muted().into(), load));
        let column = |head: &str, width: f32| Column::new(head, width);
        Table {
            columns: vec![
                column(&words.person, 62.0),
                column(&words.person_steps, 24.0),
                column(&words.person_requirements, 34.0),
                column(&words.person_late, 16.0),
                column(&words.person_next, 36.0),
            ],
            rows: named.chain(nobody).collect(),
            row_header: Some(0),
            caption: None,
            summary: Some(words.people_summary.clone()),
        }
    }

    fn steps_table(&self) -> Table {
        let words = &self.words.work;
        let rows = self.content.work.steps.iter().map(|step| {
            let owner = match step.owner.as_str() {
                "" => Span::plain(&words.nobody).muted().into(),
                owner => owner.into(),
            };
            let state = if step.begun { &words.begun } else { &words.not_begun };
            Row::new([self.day(step), self.title(step), step.theme.into(), owner, state.as_str().into()])
        });
        let column = |head: &str, width: f32| Column::new(head, width);
        Table {
            columns: vec![
                column(&words.by, 34.0),
                column(&words.step, 62.0),
                column(&words.theme, 32.0),
                column(&words.owner, 32.0),
                column(&words.state, 22.0),
            ],
            rows: rows.collect(),
            row_header: Some(1),
            caption: None,
            summary: Some(words.steps_summary.clone()),
        }
    }

    fn day(&self, step: &OpenStep) -> Cell {
        let words = &self.words.work;
        let Some(due) = step.due else { return Span::plain(&words.no_day).muted().into() };
        let day = Span::plain(self.common.day(due));
        if step.late {
            return Paragraph::new([day, Span::plain(format!("\n{}", words.late)).bold()]).into();
        }
        day.into()
    }

    fn title(&self, step: &OpenStep) -> Cell {
        let mut paragraphs = vec![Span::plain(&step.title).bold().into()];
        if let Some(whole) = &step.under {
            let part = fill(&self.words.work.part, &[("step", whole)]);
            paragraphs.push(Span::plain(part).muted().into());
        }
        paragraphs.into()
    }
}
