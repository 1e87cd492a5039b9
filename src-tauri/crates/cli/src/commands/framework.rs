//! Other frameworks: what they ask, and what of it the management system answers.

use std::process::ExitCode;

use annexe_api::Failure;
use serde_json::{Value, json};

use super::{Caller, text};
use crate::arguments::FrameworkCommand;

pub(super) fn run(caller: &Caller<'_>, command: FrameworkCommand) -> Result<ExitCode, Failure> {
    match command {
        FrameworkCommand::List => list(caller),
        FrameworkCommand::Show { reference } => show(caller, &reference),
        FrameworkCommand::Law => caller.show("framework.law", json!({}), law),
    }
}

fn list(caller: &Caller<'_>) -> Result<ExitCode, Failure> {
    let listed = caller.call("framework.list", json!({}))?;
    let catalogue = caller.call("catalogue.show", json!({}))?;
    Ok(caller.output.result(&listed, |listed| {
        let mut out = String::new();
        for framework in text::items(listed) {
            out += &format!("{}{}\n", text::of(framework, "name"), held(framework));
            let row = |place: &Value| {
                let covered = &place["covered"];
                let standing = format!("{} of {} in place", covered["in_place"], covered["related"]);
                [text::of(place, "reference").to_owned(), standing, text::of(place, "title").to_owned()]
            };
            out += &text::columns(&text::list(framework, "places").map(row).collect::<Vec<_>>());
            out.push('\n');
        }
        out + text::of(&catalogue, "crosswalk_warning") + "\n"
    }))
}

fn held(framework: &Value) -> &'static str {
    if framework["held"] == true { " (you run it already: work can be shared)" } else { "" }
}

fn show(caller: &Caller<'_>, reference: &str) -> Result<ExitCode, Failure> {
    let shown = caller.call("framework.place", json!({ "reference": reference }))?;
    let catalogue = caller.call("catalogue.show", json!({}))?;
    Ok(caller.output.result(&shown, |place| {
        let mut out = format!(
            "{}  {}\n{}{}\n\n{}\n\nWhat relates to it, what answers most of it first\n",
            text::of(place, "reference"),
            text::of(place, "title"),
            text::of(place, "name"),
            held(place),
            covered(&place["covered"]),
        );
        for one in text::list(place, "related") {
            out += &related(one, &catalogue);
        }
        if let Some(open) = place["leaves_open"].as_str() {
            out += &format!("\nWhat ISO/IEC 42001 leaves open\n  {open}\n");
            out += &sources(place, &catalogue, "  ");
        }
        out + "\n" + text::of(&catalogue, "crosswalk_warning") + "\n"
    }))
}

/// Returns how much is in place, in a sentence.
fn covered(covered: &Value) -> String {
    let of = |name: &str| covered[name].as_u64().unwrap_or_default();
    let parts = [
        ("in_place", "in place, shown by evidence that holds"),
        ("unproven", "said to be done without evidence that holds"),
        ("under_way", "planned or in progress"),
        ("open", "not begun or not decided"),
        ("excluded", "excluded"),
    ];
    let said: Vec<String> = parts
        .into_iter()
        .filter(|(name, _)| of(name) > 0)
        .map(|(name, what)| format!("{} {what}", of(name)))
        .collect();
    format!("Of {} that relate to it: {}.", of("related"), said.join("; "))
}

fn related(one: &Value, catalogue: &Value) -> String {
    let stands = match text::of(one, "coverage") {
        "in-place" => "in place",
        "unproven" => "said to be done, no evidence that holds",
        "under-way" => "under way",
        "excluded" => "excluded",
        _ => "open",
    };
    let agreement = text::of(&catalogue["agreements"], text::of(one, "agreement"));
    let pieces = one["evidence"].as_u64().unwrap_or_default();
    let evidence = if pieces == 1 { "1 piece".into() } else { format!("{pieces} pieces") };
    let main = if one["main"] == true { "*" } else { " " };
    format!(
        "{main} {}  {}\n    {stands}; {evidence} of evidence that hold\n    {agreement}\n{}",
        text::of(&one["requirement"], "id"),
        text::of(one, "title"),
        sources(one, catalogue, "    "),
    )
}

/// Returns the sources that something names, each on a line.
fn sources(of: &Value, catalogue: &Value, indent: &str) -> String {
    text::list(of, "sources")
        .filter_map(Value::as_str)
        .map(|key| format!("{indent}{key}: {}\n", text::of(&catalogue["sources"], key)))
        .collect()
}

fn law(law: &Value) -> String {
    let mut out = format!("{}\n", text::of(law, "not_harmonised"));
    for (subject, heading) in [("law", "The EU AI Act"), ("standards", "The standards")] {
        out += &format!("\n{heading}\n");
        for fact in text::list(law, "facts").filter(|fact| fact["subject"] == subject) {
            out += &self::fact(fact, law);
        }
    }
    let stale = if law["stale"] == true { " That is more than half a year ago: look again." } else { "" };
    out + &format!("\nChecked on {}.{stale}\n{}\n", text::of(law, "checked_on"), text::of(law, "no_advice"))
}

fn fact(fact: &Value, law: &Value) -> String {
    let day = text::of(fact, "day");
    let when = match (day, text::of(fact, "timing")) {
        ("", _) => "stands     ".to_owned(),
        (day, "past") => format!("{day} "),
        (day, "next") => format!("{day}, next in {} days ", fact["days"]),
        (day, _) => format!("{day}, to come "),
    };
    let roles = text::joined(text::list(fact, "roles"));
    let mut out = format!("  {when} {}\n    {}\n", text::of(fact, "title"), text::of(fact, "meaning"));
    if !roles.is_empty() {
        let ours = if fact["concerns_us"] == true { " (that is you)" } else { "" };
        out += &format!("    For: {roles}{ours}\n");
    }
    let backing = text::of(&law["backings"], text::of(fact, "backing"));
    out + &format!("    {backing}\n")
}
