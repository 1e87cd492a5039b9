//! Reading results as text.

use serde_json::Value;

/// Returns a text of an object, or nothing where it has none of that name.
pub(super) fn of<'a>(value: &'a Value, name: &str) -> &'a str {
    value.get(name).and_then(Value::as_str).unwrap_or_default()
}

/// Returns the name of a file or its path on one line: line feeds may be in it.
pub(super) fn path(value: &Value, name: &str) -> String {
    of(value, name).replace('\n', "\\n")
}

/// Returns the items of a list of an object.
pub(super) fn list<'a>(value: &'a Value, name: &str) -> impl Iterator<Item = &'a Value> {
    items(value.get(name).unwrap_or(&Value::Null))
}

/// Returns the items of a list.
pub(super) fn items(value: &Value) -> impl Iterator<Item = &Value> {
    value.as_array().into_iter().flatten()
}

/// Returns texts with commas between them.
pub(super) fn joined<'a>(values: impl Iterator<Item = &'a Value>) -> String {
    values.filter_map(Value::as_str).collect::<Vec<_>>().join(", ")
}

/// Returns lines of labels and values; what is empty is left out, and further lines are moved in.
pub(super) fn facts(facts: &[(&str, &str)]) -> String {
    let mut out = String::new();
    for (label, value) in facts.iter().filter(|(_, value)| !value.is_empty()) {
        out += &format!("{label:<15} {}\n", value.replace('\n', "\n                "));
    }
    out
}

/// Returns rows in columns; the last one runs on.
pub(super) fn columns<const N: usize>(rows: &[[String; N]]) -> String {
    let width = |column: usize| rows.iter().map(|row| row[column].chars().count()).max().unwrap_or_default();
    let widths: Vec<usize> = (0..N).map(width).collect();
    let mut out = String::new();
    for row in rows {
        let mut line = String::new();
        for (cell, width) in row.iter().zip(&widths) {
            line += &format!("{cell:<width$}  ");
        }
        out += line.trim_end();
        out.push('\n');
    }
    out
}

/// Returns a value as one short line.
pub(super) fn short(value: &Value) -> String {
    const LONGEST: usize = 60;
    let text = match value {
        Value::Null => "–".into(),
        Value::String(text) if text.is_empty() => "–".into(),
        Value::String(text) => text.replace('\n', " "),
        other => other.to_string(),
    };
    if text.chars().count() > LONGEST { text.chars().take(LONGEST).chain(['…']).collect() } else { text }
}
