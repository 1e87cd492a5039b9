//! Internal audits.

use std::process::ExitCode;

use annexe_api::Failure;
use serde_json::{Map, Value, json};

use super::workspace::{entry, given};
use super::{Caller, text};
use crate::arguments::{AuditCommand, AuditPlan};

pub(super) fn run(caller: &Caller<'_>, command: AuditCommand) -> Result<ExitCode, Failure> {
    match command {
        AuditCommand::Add { title, on, plan } => {
            caller.show("audit.add", said([("title", title.into()), ("planned_for", on.into())], plan), head)
        }
        AuditCommand::List => caller.show("audit.list", json!({}), list),
        AuditCommand::Show { id, open, questions } => {
            caller.show("audit.show", json!({ "id": id }), |audit| whole(audit, open, questions))
        }
        AuditCommand::Set { id, title, on, plan } => caller.show(
            "audit.set",
            said([("id", id.into()), ("title", title.into()), ("planned_for", on.into())], plan),
            head,
        ),
        AuditCommand::Assign { id, requirements, auditor } => {
            let assign = json!({ "id": id, "requirements": requirements, "auditor": auditor });
            caller.show("audit.assign", assign, head)
        }
        AuditCommand::Start { id, on } => {
            caller.show("audit.start", given([("id", id.into()), ("on", on.into())]), head)
        }
        AuditCommand::Extend { id, requirements, why } => {
            let extend = json!({ "id": id, "requirements": requirements, "why": why });
            caller.show("audit.extend", extend, head)
        }
        AuditCommand::Answer { id, requirement, verdict, seen, evidence, on } => {
            let answer = [
                ("id", id.into()),
                ("requirement", requirement.into()),
                ("verdict", verdict.into()),
                ("seen", seen.into()),
                ("evidence", some(evidence)),
                ("on", on.into()),
            ];
            caller.show("audit.answer", given(answer), head)
        }
        AuditCommand::Raise { id, requirement, title, owner } => {
            let raise = [
                ("id", id.into()),
                ("requirement", requirement.into()),
                ("title", title.into()),
                ("owner", owner.into()),
            ];
            caller.show("audit.raise", given(raise), head)
        }
        AuditCommand::Conclude { id, text, by, on } => {
            let conclude = [("id", id.into()), ("text", text.into()), ("by", by.into()), ("on", on.into())];
            caller.show("audit.conclude", given(conclude), head)
        }
        AuditCommand::Cancel { id, why } => {
            caller.show("audit.cancel", json!({ "id": id, "why": why }), head)
        }
        AuditCommand::Programme { year, all } => {
            caller.show("audit.programme", given([("year", year.into())]), |shown| programme(shown, all))
        }
        AuditCommand::Coverage => caller.show("audit.coverage", json!({}), coverage),
        AuditCommand::History { id } => caller
            .show("audit.history", json!({ "id": id }), |entries| text::items(entries).map(entry).collect()),
    }
}

fn some(list: Vec<String>) -> Value {
    if list.is_empty() { Value::Null } else { list.into() }
}

fn said<const N: usize>(first: [(&str, Value); N], plan: AuditPlan) -> Value {
    let AuditPlan {
        until,
        auditor,
        scope,
        methods,
        systems,
        clauses,
        controls,
        by_risk,
        under,
        requirements,
    } = plan;
    let parts = [("clauses", clauses), ("controls", controls), ("risk", by_risk)];
    let mut criteria: Vec<Value> = parts
        .into_iter()
        .filter(|(_, chosen)| *chosen)
        .map(|(choose, _)| json!({ "choose": choose }))
        .collect();
    criteria.extend(under.into_iter().map(|id| json!({ "choose": "under", "id": id })));
    criteria.extend(requirements.into_iter().map(|id| json!({ "choose": "requirement", "id": id })));
    let criteria: Value = if criteria.is_empty() { Value::Null } else { criteria.into() };
    let mut all = given(first).as_object().cloned().unwrap_or_else(Map::new);
    let rest = given([
        ("until", until.into()),
        ("auditor", auditor.into()),
        ("scope", scope.into()),
        ("methods", methods.into()),
        ("systems", some(systems)),
        ("criteria", criteria),
    ]);
    all.extend(rest.as_object().cloned().unwrap_or_default());
    Value::Object(all)
}

fn list(audits: &Value) -> String {
    let rows: Vec<[String; 6]> = text::items(audits).map(row).collect();
    if rows.is_empty() { "There are no audits\n".into() } else { text::columns(&rows) }
}

fn row(row: &Value) -> [String; 6] {
    let of = |field| text::of(row, field).to_owned();
    let late = if row["overdue"] == true { ", its day has passed" } else { "" };
    let counts = &row["counts"];
    [
        of("id"),
        format!("{}{late}", of("stage")),
        of("planned_for"),
        format!("{} of {} answered", counts["answered"], counts["total"]),
        format!("{} findings", row["findings"]),
        of("title"),
    ]
}

/// Returns what an audit is and how it stands, without its checklist.
fn head(audit: &Value) -> String {
    let counts = &audit["counts"];
    let answered = format!("{} of {}", counts["answered"], counts["total"]);
    let results = [
        ("conforms", "conform"),
        ("ofi", "could be better"),
        ("minor", "minor"),
        ("major", "major"),
        ("not_looked_at", "not looked at"),
    ];
    let results: Vec<String> = results
        .iter()
        .filter(|(name, _)| counts[name] != 0)
        .map(|(name, word)| format!("{} {word}", counts[name]))
        .collect();
    let ended = |name: &str, said: &str| {
        let end = &audit[name];
        match text::of(end, "on") {
            "" => String::new(),
            on => format!("{}\nby {} on {on}", text::of(end, said), text::of(end, "by")),
        }
    };
    let systems = text::joined(text::list(audit, "systems"));
    let mut out = format!("{}  {}\n", text::of(audit, "id"), text::of(audit, "title"));
    out += &text::facts(&[
        ("Stage", text::of(audit, "stage")),
        ("Planned for", text::of(audit, "planned_for")),
        ("Until", text::of(audit, "until")),
        ("Begun", text::of(audit, "begun")),
        ("Auditor", text::of(audit, "auditor")),
        ("Scope", text::of(audit, "scope")),
        ("AI systems", &systems),
        ("Method", text::of(audit, "methods")),
        ("Answered", &answered),
        ("Results", &results.join(", ")),
        ("Conclusion", &ended("conclusion", "text")),
        ("Not held", &ended("cancelled", "why")),
        ("Notes", text::of(audit, "notes")),
    ]);
    let own: Vec<&str> = text::list(audit, "lines")
        .filter(|line| !line["own_work"].is_null())
        .map(|line| text::of(&line["requirement"], "id"))
        .collect();
    if !own.is_empty() {
        out += &format!("Their own work, another auditor is needed: {}\n", own.join(", "));
    }
    out
}

fn whole(audit: &Value, open: bool, questions: bool) -> String {
    let mut out = head(audit);
    let lines = text::list(audit, "lines").filter(|line| !open || !line["lacks"].is_null());
    out.extend(lines.map(|one| line(one, questions)));
    out.extend(text::list(audit, "findings").map(|finding| {
        let of = |field| text::of(finding, field);
        format!("{}  {}  {}  {}\n", of("id"), of("grade"), of("stage"), of("title"))
    }));
    out
}

fn line(line: &Value, questions: bool) -> String {
    let answer = &line["answer"];
    let verdict = match text::of(answer, "verdict") {
        "" => "open",
        verdict => verdict,
    };
    let lacks = match text::of(line, "lacks") {
        "" | "answer" => String::new(),
        lack => format!(" (lacks {lack})"),
    };
    let number = text::of(&line["requirement"], "id");
    let mut out = format!("{number:<9} {verdict}{lacks}  {}\n", text::of(line, "title"));
    let evidence = text::list(line, "evidence").map(|piece| text::of(piece, "id"));
    let below = [
        if questions { text::of(line, "question").to_owned() } else { String::new() },
        text::of(answer, "seen").to_owned(),
        evidence.collect::<Vec<_>>().join(", "),
    ];
    for said in below.iter().filter(|said| !said.is_empty()) {
        out += &format!("          {}\n", said.replace('\n', "\n          "));
    }
    out
}

fn programme(programme: &Value, all: bool) -> String {
    let audits: Vec<[String; 6]> = text::list(programme, "audits").map(row).collect();
    let mut out = format!("Audits of {}\n", programme["year"]);
    out += &if audits.is_empty() { "None is planned\n".into() } else { text::columns(&audits) };
    let due: Vec<[String; 3]> = text::list(programme, "requirements")
        .filter(|row| all || row["proposed"] == true)
        .map(|row| {
            let why: Vec<String> = text::list(row, "why").map(reason).collect();
            let planned = match text::of(row, "planned_in") {
                "" => String::new(),
                audit => format!(" (in {audit})"),
            };
            let number = text::of(&row["requirement"], "id").to_owned();
            [number, format!("{}{planned}", why.join(", ")), text::of(row, "title").into()]
        })
        .collect();
    out += &format!("\nProposed for the next audit: {}\n", programme["proposed"]);
    out + &text::columns(&due)
}

fn reason(reason: &Value) -> String {
    let findings = text::joined(text::list(reason, "findings"));
    match text::of(reason, "why") {
        "open-major" => format!("major nonconformity open ({findings})"),
        "repeated" => format!("found more than once within a year ({findings})"),
        "never-audited" => "never audited".into(),
        "long-ago" => "last audited more than two years ago".into(),
        "open-minor" => format!("minor nonconformity open ({findings})"),
        "important" => "every audit turns on it".into(),
        "changed" => format!("changed on {}", text::of(reason, "on")),
        "year-ago" => "last audited more than a year ago".into(),
        other => other.into(),
    }
}

fn coverage(coverage: &Value) -> String {
    let total = &coverage["total"];
    let years: Vec<String> = text::list(coverage, "years").map(|year| year["year"].to_string()).collect();
    let mut out: String = text::list(coverage, "years")
        .map(|year| format!("{}  {} of {total} audited\n", year["year"], year["audited"]))
        .collect();
    out += &format!("In these years  {} of {total} audited\n\n", coverage["audited"]);
    let head = ["".into(), years.join(" "), String::new()];
    let rows = text::list(coverage, "requirements").map(|row| {
        let marks: Vec<&str> = text::list(row, "audited")
            .map(|audited| if *audited == true { "yes " } else { "–   " })
            .collect();
        [text::of(&row["requirement"], "id").to_owned(), marks.join(" "), text::of(row, "title").into()]
    });
    out + &text::columns(&std::iter::once(head).chain(rows).collect::<Vec<_>>())
}
