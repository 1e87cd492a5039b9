//! The checklist in the report, heading by heading, and what nobody looked at.

use std::collections::BTreeMap;

use annexe_pdf::{Block, Cell, Column, Heading, Paragraph, Row, Span, Table};

use super::pages::{Writer, paragraphs, text};
use crate::audits::Verdict;
use crate::audits::queries::{ShownEvidence, ShownLine};
use crate::catalogue::Catalogue;
use crate::wording::fill;

/// How many characters of a SHA-256 are shown.
const SHORT: usize = 16;

impl Writer<'_> {
    /// Returns the checklist, a table for each heading of the standard.
    pub(super) fn checklist(&self) -> Vec<Block> {
        let words = &self.words.checklist;
        let mut blocks = vec![Heading::new(1, &words.title).into()];
        let mut order: Vec<Option<&str>> = Vec::new();
        let mut under: BTreeMap<Option<&str>, Vec<&ShownLine>> = BTreeMap::new();
        for line in &self.content.audit.lines {
            let heading = line.heading.as_deref();
            if !under.contains_key(&heading) {
                order.push(heading);
            }
            under.entry(heading).or_default().push(line);
        }
        for heading in order {
            let lines = under.remove(&heading).unwrap_or_default();
            blocks.push(Heading::new(2, self.heading(heading)).into());
            blocks.push(self.lines(&lines).into());
        }
        blocks
    }

    fn heading(&self, heading: Option<&str>) -> String {
        let Some(number) = heading else { return self.words.checklist.own.clone() };
        let catalogue = Catalogue::english();
        let title = catalogue
            .clause(number)
            .map(|clause| &clause.title)
            .or_else(|| catalogue.group(number).map(|group| &group.title));
        let title = title.map_or("", String::as_str);
        fill(&self.words.checklist.caption, &[("heading", number), ("title", title)])
    }

    fn lines(&self, lines: &[&ShownLine]) -> Table {
        let words = &self.words.checklist;
        let column = |head: &str, width: f32| Column::new(head, width);
        Table {
            columns: vec![
                column(&words.requirement, 54.0),
                column(&words.answer, 36.0),
                column(&words.seen, 82.0),
                column(&words.evidence, 62.0),
                column(&words.auditor, 36.0),
            ],
            rows: lines.iter().map(|line| self.line(line)).collect(),
            row_header: Some(0),
            caption: None,
            summary: Some(words.summary.clone()),
        }
    }

    fn line(&self, line: &ShownLine) -> Row {
        let words = &self.words.checklist;
        let (_, number) = line.requirement.parts();
        let requirement =
            Paragraph::new([Span::plain(number).bold(), Span::plain(format!("\n{}", line.title))]);
        let verdict = line.answer.as_ref().and_then(|answer| answer.verdict);
        let mut result = vec![text(verdict.map_or(&words.unanswered, |verdict| self.words.verdict(verdict)))];
        result.extend(line.findings.iter().map(|finding| {
            Span::plain(fill(&words.finding, &[("id", &finding.id.to_string())])).small().into()
        }));
        let seen = line.answer.as_ref().map(|answer| paragraphs(answer.seen.as_str())).unwrap_or_default();
        let evidence = line.evidence.iter().map(|piece| self.piece(piece)).collect();
        let auditor = match &line.answer {
            Some(answer) => fill(&words.by_on, &[("by", answer.by.as_str()), ("date", &self.day(answer.on))]),
            None => line.auditor.to_string(),
        };
        Row::new([requirement.into(), cell(result), cell(seen), cell(evidence), auditor.into()])
    }

    fn piece(&self, piece: &ShownEvidence) -> Paragraph {
        let words = &self.words.checklist;
        let id = piece.id.to_string();
        let said = match (&piece.file, &piece.sha256) {
            (Some(file), Some(hash)) => fill(
                &words.piece,
                &[
                    ("id", &*id),
                    ("title", piece.title.as_str()),
                    ("file", file),
                    ("hash", hash.get(..SHORT).unwrap_or(hash)),
                ],
            ),
            (_, _) => fill(&words.removed, &[("id", &*id), ("title", piece.title.as_str())]),
        };
        Span::plain(said).small().into()
    }

    pub(super) fn passed_over(&self) -> Vec<Block> {
        let words = &self.words.passed_over;
        let heading = Heading::new(1, &words.title).into();
        let passed = |line: &&ShownLine| {
            line.answer.as_ref().is_some_and(|answer| answer.verdict == Some(Verdict::NotLookedAt))
        };
        let rows: Vec<Row> = self
            .content
            .audit
            .lines
            .iter()
            .filter(passed)
            .map(|line| {
                let (_, number) = line.requirement.parts();
                let why =
                    line.answer.as_ref().map(|answer| paragraphs(answer.seen.as_str())).unwrap_or_default();
                Row::new([format!("{number} {}", line.title).into(), cell(why)])
            })
            .collect();
        if rows.is_empty() {
            return vec![heading, text(&words.none).into()];
        }
        let table = Table {
            columns: vec![Column::new(&words.requirement, 70.0), Column::new(&words.reason, 100.0)],
            rows,
            row_header: Some(0),
            caption: None,
            summary: Some(words.summary.clone()),
        };
        vec![heading, table.into()]
    }
}

fn cell(paragraphs: Vec<Paragraph>) -> Cell {
    Cell { paragraphs }
}
