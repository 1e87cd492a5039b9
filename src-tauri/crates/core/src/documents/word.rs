//! A filled draft as a document that word processors open.

use annexe_docx::{
    About, Block as WordBlock, Column, Document as WordDocument, Paragraph, Span as WordSpan, Table,
};
use jiff::Timestamp;

use super::data::Words;
use super::text::{AnsweredAt, Block, Decision, Span, Text};
use crate::wording::fill;

/// Returns the document to edit.
pub(super) fn document(text: &Text, created: Timestamp) -> WordDocument {
    let words = Words::english();
    let mut blocks = vec![WordBlock::Title(text.title.clone())];
    if let Some(notice) = &text.notice {
        blocks.push(WordBlock::Paragraph(notice.as_str().into()));
    }
    blocks.push(WordBlock::Table(Table {
        columns: vec![
            Column { head: words.front.particular.clone(), width: 30.0 },
            Column { head: words.front.entry.clone(), width: 70.0 },
        ],
        rows: text
            .front
            .iter()
            .map(|(label, value)| vec![label.as_str().into(), value.as_str().into()])
            .collect(),
        summary: words.front.summary.clone(),
    }));
    blocks.extend(text.blocks.iter().map(block));
    WordDocument {
        about: About {
            title: text.title.clone(),
            subject: text.subject.clone(),
            author: text.author.clone(),
            language: "en-GB".into(),
            keywords: Vec::new(),
            created,
            producer: "Annexe".into(),
        },
        head: text.head.clone(),
        foot: format!("{}    {{page}} / {{pages}}", text.foot),
        blocks,
    }
}

fn block(block: &Block) -> WordBlock {
    match block {
        Block::Heading { level, text } => WordBlock::Heading { level: *level, text: text.clone() },
        Block::Paragraph(words) => WordBlock::Paragraph(paragraph(words)),
        Block::List { numbered, items } => {
            WordBlock::List { numbered: *numbered, items: items.iter().map(|item| paragraph(item)).collect() }
        }
        Block::Table { columns, rows, summary } => WordBlock::Table(Table {
            columns: columns
                .iter()
                .map(|(head, width)| Column { head: head.clone(), width: *width })
                .collect(),
            rows: rows.iter().map(|row| row.iter().map(|cell| paragraph(cell)).collect()).collect(),
            summary: summary.clone(),
        }),
        Block::ToDecide(decision) => to_decide(decision),
    }
}

fn to_decide(decision: &Decision) -> WordBlock {
    let words = Words::english();
    let number =
        WordSpan { text: format!("{} {}:", words.to_decide, decision.number), bold: true, marked: true };
    let question = WordSpan { text: format!(" {}", decision.question), bold: true, marked: false };
    let mut paragraphs = vec![Paragraph { spans: vec![number, question] }];
    if !decision.proposal.is_empty() {
        paragraphs.push(format!("{} {}", words.proposal, decision.proposal).as_str().into());
    }
    paragraphs.push(answered_at(decision).as_str().into());
    WordBlock::Marked(paragraphs)
}

/// Returns the sentence that says where a decision is answered.
pub(super) fn answered_at(decision: &Decision) -> String {
    let words = Words::english();
    let control = match &decision.at {
        AnsweredAt::Control { id } => id.as_str(),
        AnsweredAt::Document
        | AnsweredAt::Organisation
        | AnsweredAt::Roles
        | AnsweredAt::Context
        | AnsweredAt::Scope
        | AnsweredAt::People
        | AnsweredAt::Parties
        | AnsweredAt::Systems
        | AnsweredAt::Objectives
        | AnsweredAt::Controls => "",
    };
    match words.answer_at.get(decision.at.name()) {
        Some(said) => fill(said, &[("control", control)]),
        None => words.answer_here.clone(),
    }
}

fn paragraph(words: &[Span]) -> Paragraph {
    let spans =
        words.iter().map(|span| WordSpan { text: span.text.clone(), bold: span.bold, marked: span.open });
    Paragraph { spans: spans.collect() }
}
