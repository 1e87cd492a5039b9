//! The text of a draft as its file writes it, read into passages.
//!
//! A passage ends at an empty line. `#` and `##` head a part; `- ` is an item of a list and `1. ` a numbered one;
//! `| a | b |` is a row of a table, the first of them its head; `@systems` is a table that the workspace fills; `? key:
//! question` with `! proposal` below is a decision; everything else is a paragraph. `{scope}` is a place that the
//! workspace fills, `**so**` is bold. `[provider producer]` at the beginning of a passage, an item or the first cell of
//! a row says for whom it is: a role of the company's, or the number of a control that applies; `[not producer]` says
//! for whom it is not.

use super::known::{Condition, Insert, Place};

/// A passage of a draft.
#[derive(Debug)]
pub(super) struct Passage {
    pub(super) condition: Option<Condition>,
    pub(super) content: Content,
}

/// What a passage is.
#[derive(Debug)]
pub(super) enum Content {
    Heading { level: u8, text: String },
    Paragraph(Inline),
    List { numbered: bool, items: Vec<(Option<Condition>, Inline)> },
    Table { head: Vec<String>, rows: Vec<(Option<Condition>, Vec<Inline>)> },
    Insert(Insert),
    Decide { key: String, question: String, proposal: Inline },
}

/// Running text with its places.
pub(super) type Inline = Vec<Piece>;

/// A piece of running text.
#[derive(Debug, Clone)]
pub(super) enum Piece {
    Words { text: String, bold: bool },
    Place(Place),
}

/// Reads the text of a draft.
pub(super) fn parse(text: &str) -> Result<Vec<Passage>, String> {
    let mut passages = Vec::new();
    let mut lines: Vec<&str> = Vec::new();
    for line in text.lines().chain([""]) {
        if line.trim().is_empty() {
            if !lines.is_empty() {
                let said = lines.join(" ");
                passages.push(passage(&lines).map_err(|error| format!("{error} in “{said}”"))?);
                lines.clear();
            }
        } else {
            lines.push(line.trim());
        }
    }
    Ok(passages)
}

fn passage(lines: &[&str]) -> Result<Passage, String> {
    let (condition, first) = conditional(lines.first().copied().unwrap_or_default())?;
    let whole = || [&[first], lines.get(1..).unwrap_or_default()].concat();
    let content = if let Some(text) = first.strip_prefix("## ") {
        Content::Heading { level: 2, text: text.into() }
    } else if let Some(text) = first.strip_prefix("# ") {
        Content::Heading { level: 1, text: text.into() }
    } else if let Some(name) = first.strip_prefix('@') {
        Content::Insert(Insert::named(name).ok_or_else(|| format!("there is no table “{name}”"))?)
    } else if let Some(asked) = first.strip_prefix("? ") {
        decision(asked, lines.get(1..).unwrap_or_default())?
    } else if first.starts_with("- ") || first.starts_with("1. ") {
        // The condition of an item is its own.
        return list(lines).map(|content| Passage { condition: None, content });
    } else if first.starts_with('|') {
        return table(&whole()).map(|content| Passage { condition, content });
    } else {
        Content::Paragraph(inline(&whole().join(" "))?)
    };
    Ok(Passage { condition, content })
}

fn decision(asked: &str, rest: &[&str]) -> Result<Content, String> {
    let (key, question) = asked.split_once(": ").ok_or("a decision has no key")?;
    let mut proposal = rest.join(" ");
    proposal = proposal.strip_prefix("! ").ok_or("a decision has no proposal")?.into();
    Ok(Content::Decide { key: key.into(), question: question.into(), proposal: inline(&proposal)? })
}

fn list(lines: &[&str]) -> Result<Content, String> {
    let mut items: Vec<(Option<Condition>, String)> = Vec::new();
    let mut numbered = false;
    for line in lines {
        let number = line.split_once(". ").filter(|(number, _)| number.parse::<u8>().is_ok());
        if let Some(item) = line.strip_prefix("- ").or(number.map(|(_, item)| item)) {
            numbered |= number.is_some();
            let (condition, item) = conditional(item)?;
            items.push((condition, item.into()));
        } else if let Some((_, item)) = items.last_mut() {
            item.push(' ');
            item.push_str(line);
        }
    }
    let items = items.into_iter().map(|(condition, item)| Ok((condition, inline(&item)?)));
    Ok(Content::List { numbered, items: items.collect::<Result<_, String>>()? })
}

fn table(lines: &[&str]) -> Result<Content, String> {
    let mut rows = Vec::new();
    for line in lines {
        let inner = line.strip_prefix('|').and_then(|line| line.strip_suffix('|')).unwrap_or(line);
        let (condition, inner) = conditional(inner.trim_start())?;
        let cells = inner.split('|').map(|cell| inline(cell.trim()));
        rows.push((condition, cells.collect::<Result<Vec<_>, _>>()?));
    }
    let (_, head) = rows.remove(0);
    if let Some((_, row)) = rows.iter().find(|(_, row)| row.len() != head.len()) {
        return Err(format!("a row has {} cells where the head has {}", row.len(), head.len()));
    }
    let head = head.iter().map(|cell| {
        let words = cell.iter().map(|piece| match piece {
            Piece::Words { text, .. } => Ok(text.as_str()),
            Piece::Place(_) => Err("a head holds a place".to_owned()),
        });
        words.collect::<Result<String, _>>()
    });
    Ok(Content::Table { head: head.collect::<Result<_, _>>()?, rows })
}

/// Takes a condition off the beginning of a line.
fn conditional(line: &str) -> Result<(Option<Condition>, &str), String> {
    match line.strip_prefix('[').and_then(|rest| rest.split_once("] ")) {
        Some((condition, rest)) => Ok((Some(Condition::parse(condition)?), rest)),
        None => Ok((None, line)),
    }
}

/// Reads running text.
pub(super) fn inline(text: &str) -> Result<Inline, String> {
    let mut pieces = Vec::new();
    for (at, part) in text.split("**").enumerate() {
        let bold = at % 2 == 1;
        let mut rest = part;
        while let Some((before, after)) = rest.split_once('{') {
            let (name, later) = after.split_once('}').ok_or("a place is not closed")?;
            if !before.is_empty() {
                pieces.push(Piece::Words { text: before.into(), bold });
            }
            pieces.push(Piece::Place(Place::parse(name)?));
            rest = later;
        }
        if !rest.is_empty() {
            pieces.push(Piece::Words { text: rest.into(), bold });
        }
    }
    Ok(pieces)
}
