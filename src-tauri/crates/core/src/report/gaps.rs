//! What is missing, clause by clause and control by control.

use annexe_pdf::{Block, Cell, Column, Paragraph, Row, Span, Table};

use super::content::is_gap;
use super::lack::Lack;
use super::pages::{Writer, heading, prose, text};
use crate::Day;
use crate::assessment::Status;
use crate::catalogue::Catalogue;
use crate::evidence::Evidence;
use crate::readiness::{Item, Requirement, Worth};
use crate::wording::fill;

impl Writer<'_> {
    pub(super) fn missing_of_clauses(&self) -> Vec<Block> {
        let words = &self.words.gaps;
        let mut blocks = vec![heading(1, &words.clauses).into(), text(&words.clauses_intro).into()];
        for of in &self.content.readiness.clauses {
            let title = format!("{} {}", of.clause, of.title);
            blocks.extend(self.part(&title, |item| item.heading.as_deref() == Some(of.clause.as_str())));
        }
        blocks
    }

    pub(super) fn missing_of_controls(&self) -> Vec<Block> {
        let words = &self.words.gaps;
        let mut blocks = vec![heading(1, &words.controls).into(), text(&words.controls_intro).into()];
        for of in &self.content.readiness.groups {
            let title = format!("{} {}", of.group, of.title);
            blocks.extend(self.part(&title, |item| item.heading.as_deref() == Some(of.group.as_str())));
        }
        if self.items().any(Item::is_own) {
            blocks.extend(self.part(&words.own, Item::is_own));
        }
        blocks
    }

    /// Returns what is missing under a heading, and what is met or left out there.
    fn part(&self, title: &str, of: impl Fn(&Item) -> bool) -> Vec<Block> {
        let words = &self.words.gaps;
        let items: Vec<&Item> = self.items().filter(|item| of(item)).collect();
        let gaps: Vec<&Item> = items.iter().copied().filter(|item| is_gap(item)).collect();
        let mut blocks = vec![heading(2, title).into()];
        let mut said = Vec::new();
        if gaps.is_empty() {
            said.push(words.nothing.clone());
        } else {
            blocks.push(self.table(title, &gaps).into());
        }
        let left_out = |worth: Worth| worth == Worth::LeftOut;
        let sentences: [(&String, &dyn Fn(Worth) -> bool); 2] =
            [(&words.met, &Worth::is_met), (&words.left_out, &left_out)];
        for (sentence, belongs) in sentences {
            let numbers: Vec<&str> =
                items.iter().filter(|item| belongs(item.worth)).map(|item| item.number()).collect();
            if !numbers.is_empty() {
                said.push(fill(sentence, &[("numbers", &numbers.join(&self.words.list))]));
            }
        }
        if !said.is_empty() {
            blocks.push(Paragraph::from(Span::plain(said.join(" ")).muted()).into());
        }
        blocks
    }

    fn table(&self, title: &str, gaps: &[&Item]) -> Table {
        let words = &self.words.gaps;
        let rows = gaps.iter().map(|item| {
            Row::new([
                item.number().into(),
                self.asked(item),
                self.status(item).into(),
                self.lacks(item),
                self.owner(item),
                self.target(item),
            ])
            .anchor(item.number())
        });
        let longest = gaps.iter().map(|item| item.number().len()).max().unwrap_or_default();
        let longest = u16::try_from(longest).unwrap_or(u16::MAX);
        let column = |head: &str, width: f32| Column::new(head, width);
        Table {
            columns: vec![
                column(&words.number, (f32::from(longest) * 2.2).clamp(16.0, 60.0)),
                column(&words.asks, 106.0),
                column(&words.status, 24.0),
                column(&words.missing, 70.0),
                column(&words.owner, 32.0),
                column(&words.target, 34.0),
            ],
            rows: rows.collect(),
            row_header: Some(0),
            caption: None,
            summary: Some(fill(&words.summary, &[("heading", title)])),
        }
    }

    /// Returns the title, and what is asked in the catalogue's words.
    fn asked(&self, item: &Item) -> Cell {
        let catalogue = Catalogue::english();
        let asked = match &item.requirement {
            Requirement::Clause(id) => catalogue.clause(id).map(|clause| clause.requirement.as_str()),
            Requirement::Control(id) => {
                catalogue.control(id.as_str()).map(|control| control.meaning.as_str())
            }
        };
        let mut paragraphs = vec![Span::plain(&item.title).bold().into()];
        paragraphs.extend(asked.into_iter().flat_map(prose));
        paragraphs.into()
    }

    fn status(&self, item: &Item) -> String {
        match item.worth {
            Worth::Undecided => self.words.gaps.undecided.clone(),
            Worth::ExcludedThinly | Worth::LeftOut => self.words.gaps.excluded.clone(),
            Worth::NotStarted
            | Worth::Planned
            | Worth::InProgress
            | Worth::Unproven
            | Worth::Nonconforming
            | Worth::Proven
            | Worth::Verified => self.common.status_name(item.status).into(),
        }
    }

    fn lacks(&self, item: &Item) -> Cell {
        let lacks = Lack::of(item, self.content).into_iter();
        lacks.map(|lack| Span::plain(self.lack(lack)).into()).collect::<Vec<Paragraph>>().into()
    }

    fn lack(&self, lack: Lack<'_>) -> String {
        let words = &self.words.lacks;
        let piece = |sentence: &str, piece: &Evidence, day: Option<Day>| {
            let day = day.map(|day| self.common.day(day)).unwrap_or_default();
            let id = piece.id.to_string();
            fill(sentence, &[("id", &id), ("title", piece.title.as_str()), ("day", &day)])
        };
        match lack {
            Lack::Decision => words.decision.clone(),
            Lack::Reason => words.reason.clone(),
            Lack::Plan => words.plan.clone(),
            Lack::Begin => words.begin.clone(),
            Lack::Finish => words.finish.clone(),
            Lack::Evidence => words.evidence.clone(),
            Lack::Ended(ended) => piece(&words.ended, ended, ended.counts_until()),
            Lack::Finding(id) => fill(&words.finding, &[("id", &id.to_string())]),
            Lack::NotYet(coming) => piece(&words.not_yet, coming, coming.effective),
        }
    }

    fn owner(&self, item: &Item) -> Cell {
        match item.owner.as_str() {
            "" => Span::plain(&self.words.gaps.owner_missing).muted().into(),
            owner => owner.into(),
        }
    }

    fn target(&self, item: &Item) -> Cell {
        let words = &self.words.gaps;
        // What is implemented waits for evidence, and not for its day.
        let done = item.status == Status::Implemented;
        let Some(target) = item.target else {
            return Span::plain(if done { &self.words.none } else { &words.target_missing }).muted().into();
        };
        let day = Span::plain(self.common.day(target));
        if target < self.content.today && !done {
            // One paragraph of two lines, so that programs that read the page keep the row together.
            return Paragraph::new([day, Span::plain(format!("\n{}", words.target_passed)).bold()]).into();
        }
        day.into()
    }
}
