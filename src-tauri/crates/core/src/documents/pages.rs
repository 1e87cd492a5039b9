//! A filled draft as PDF.

use annexe_pdf::{
    About, Block as PdfBlock, Cell, Column, Document as PdfDocument, Fact, Furniture, Heading, List,
    Numbering, Paragraph, Row, Running, Section, Span as PdfSpan, Table,
};
use jiff::Timestamp;

use super::data::Words;
use super::text::{Block, Decision, Span, Text};
use super::word::answered_at;

/// Returns the pages of a document.
pub(super) fn pages(text: &Text, created: Timestamp) -> PdfDocument {
    let mut blocks: Vec<PdfBlock> = vec![Heading::new(1, text.title.as_str()).into()];
    if let Some(notice) = &text.notice {
        blocks.push(Paragraph::from(PdfSpan::plain(notice).italic()).into());
    }
    blocks.push(PdfBlock::Facts(
        text.front.iter().map(|(label, value)| Fact::new(label.as_str(), value.as_str())).collect(),
    ));
    blocks.extend(text.blocks.iter().map(block));
    PdfDocument {
        about: About {
            title: text.title.clone(),
            subject: text.subject.clone(),
            author: text.author.clone(),
            language: "en-GB".into(),
            keywords: Vec::new(),
            created,
            creator: "Annexe".into(),
            producer: concat!("Annexe ", env!("CARGO_PKG_VERSION")).into(),
        },
        furniture: Furniture {
            head: Running { left: text.head.clone(), right: String::new() },
            foot: Running { left: text.foot.clone(), right: "{page} / {pages}".into() },
        },
        sections: vec![Section::portrait(blocks)],
        attachments: Vec::new(),
    }
}

fn block(block: &Block) -> PdfBlock {
    match block {
        Block::Heading { level, text } => Heading::new(level + 1, text.as_str()).into(),
        Block::Paragraph(words) => paragraph(words).into(),
        Block::List { numbered, items } => {
            let numbering = if *numbered { Numbering::Numbers } else { Numbering::Bullets };
            List { numbering, items: items.iter().map(|item| vec![paragraph(item)]).collect() }.into()
        }
        Block::Table { columns, rows, summary } => Table {
            columns: columns.iter().map(|(head, width)| Column::new(head.as_str(), *width)).collect(),
            rows: rows
                .iter()
                .map(|row| Row::new(row.iter().map(|cell| Cell { paragraphs: vec![paragraph(cell)] })))
                .collect(),
            row_header: Some(0),
            caption: None,
            summary: Some(summary.clone()),
        }
        .into(),
        Block::ToDecide(decision) => to_decide(decision),
    }
}

/// Returns a decision as a passage with its number at the margin, so that it is found by eye and by ear.
fn to_decide(decision: &Decision) -> PdfBlock {
    let words = Words::english();
    let label = format!("{} {}", words.to_decide, decision.number);
    let mut value = vec![Paragraph::from(PdfSpan::plain(decision.question.as_str()).bold())];
    if !decision.proposal.is_empty() {
        let proposal = format!("{} {}", words.proposal, decision.proposal);
        value.push(PdfSpan::plain(proposal).into());
    }
    value.push(PdfSpan::plain(answered_at(decision)).muted().into());
    PdfBlock::Facts(vec![Fact { label, value }])
}

fn paragraph(words: &[Span]) -> Paragraph {
    Paragraph::new(words.iter().map(|span| {
        let plain = PdfSpan::plain(span.text.as_str());
        if span.bold || span.open { plain.bold() } else { plain }
    }))
}
