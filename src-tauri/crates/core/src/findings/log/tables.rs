//! The log as tables. Dates are as in ISO 8601, so that they sort.

use super::content::Content;
use super::words::Words;
use crate::Day;
use crate::evidence::{EvidenceId, Link};
use crate::findings::{ActionRow, FindingDetails};
use crate::spreadsheet::Sheet;
use crate::wording::fill;

/// Returns a row for each finding.
pub(super) fn findings(content: &Content, words: &Words) -> Sheet {
    let rows = content.findings.iter().map(|finding| of_finding(finding, words));
    Sheet { name: words.finding.title.clone(), head: finding_head(words), rows: rows.collect() }
}

/// Returns a row for each action.
pub(super) fn actions(content: &Content, words: &Words) -> Sheet {
    let of = content.findings.iter().flat_map(|finding| &finding.actions);
    let rows = of.chain(&content.beside).map(|row| of_action(row, words));
    Sheet { name: words.action.sheet.clone(), head: action_head(words), rows: rows.collect() }
}

/// Returns a row for each action beside its finding, and one for each finding that has none.
pub(super) fn together(content: &Content, words: &Words) -> Sheet {
    let (of_findings, of_actions) = (finding_head(words), action_head(words));
    let nothing = |cells: usize| vec![String::new(); cells];
    let mut rows = Vec::new();
    for finding in &content.findings {
        let said = of_finding(finding, words);
        if finding.actions.is_empty() {
            rows.push([said, nothing(of_actions.len())].concat());
        } else {
            rows.extend(finding.actions.iter().map(|row| [said.clone(), of_action(row, words)].concat()));
        }
    }
    rows.extend(
        content.beside.iter().map(|row| [nothing(of_findings.len()), of_action(row, words)].concat()),
    );
    Sheet { name: words.finding.title.clone(), head: [of_findings, of_actions].concat(), rows }
}

fn finding_head(words: &Words) -> Vec<(String, u16)> {
    let of = &words.finding;
    [
        (&of.number, 9),
        (&of.name, 40),
        (&of.grade, 20),
        (&of.source, 18),
        (&of.stage, 18),
        (&of.requirements, 20),
        (&of.found, 50),
        (&of.found_on, 12),
        (&of.found_by, 18),
        (&of.effect, 40),
        (&of.evidence, 12),
        (&of.owner, 18),
        (&of.due, 12),
        (&of.containment, 40),
        (&of.correction, 40),
        (&of.similar, 40),
        (&of.cause, 40),
        (&of.criterion, 40),
        (&of.checks, 40),
        (&of.closed, 24),
        (&of.refused, 24),
        (&of.reopened, 30),
    ]
    .map(|(name, width)| (name.clone(), width))
    .to_vec()
}

fn action_head(words: &Words) -> Vec<(String, u16)> {
    let of = &words.action;
    let head = [
        (&of.of, 9),
        (&of.number, 9),
        (&of.text, 50),
        (&of.owner, 18),
        (&of.due, 12),
        (&of.state, 16),
        (&of.done_on, 12),
        (&of.proof, 12),
        (&of.note, 30),
    ];
    head.map(|(name, width)| (name.clone(), width)).to_vec()
}

fn of_finding(details: &FindingDetails, words: &Words) -> Vec<String> {
    let finding = &details.finding;
    let by_on = |by: &str, on: Day| fill(&words.finding.by_on, &[("by", by), ("date", &on.to_string())]);
    let containment = finding.containment.as_ref();
    let checks = finding.checks.iter().map(|check| {
        let result = words.result(check.result);
        let (date, by, note) = (check.on.to_string(), check.by.as_str(), check.note.as_str());
        let form = if note.is_empty() { &words.finding.check } else { &words.finding.check_note };
        fill(form, &[("date", &date), ("by", by), ("result", result), ("note", note)])
    });
    let reopened = finding.reopened.iter().map(|one| {
        let said = [("date", &*one.on.to_string()), ("by", one.by.as_str()), ("why", one.why.as_str())];
        fill(&words.finding.reopened_value, &said)
    });
    vec![
        finding.id.to_string(),
        finding.title.to_string(),
        words.grade(finding.grade).into(),
        words.source(finding.source).into(),
        words.stage(details.stage).into(),
        requirements(&finding.requirements, words),
        finding.found.to_string(),
        finding.found_on.to_string(),
        finding.found_by.to_string(),
        finding.effect.to_string(),
        pieces(&finding.evidence, words),
        finding.owner.to_string(),
        finding.due.to_string(),
        containment.map(|one| one.text.to_string()).unwrap_or_default(),
        containment.map(|one| one.correction.to_string()).unwrap_or_default(),
        finding.similar.to_string(),
        finding.cause.as_ref().map(|cause| cause.text.to_string()).unwrap_or_default(),
        finding.criterion.as_ref().map(|criterion| criterion.text.to_string()).unwrap_or_default(),
        checks.collect::<Vec<_>>().join("\n"),
        finding.closing.as_ref().map(|one| by_on(one.by.as_str(), one.on)).unwrap_or_default(),
        finding.refusal.as_ref().map(|one| one.why.to_string()).unwrap_or_default(),
        reopened.collect::<Vec<_>>().join("\n"),
    ]
}

fn of_action(row: &ActionRow, words: &Words) -> Vec<String> {
    let action = &row.action;
    let done = action.done.as_ref();
    vec![
        action.origin.number().unwrap_or_default(),
        action.id.to_string(),
        action.text.to_string(),
        action.owner.to_string(),
        action.due.to_string(),
        words.state(row.state).into(),
        done.map(|done| done.on.to_string()).unwrap_or_default(),
        done.map(|done| pieces(&done.proof, words)).unwrap_or_default(),
        done.map(|done| done.note.to_string()).unwrap_or_default(),
    ]
}

/// Returns requirements in one line.
pub(super) fn requirements(links: &[Link], words: &Words) -> String {
    let one = |link: &Link| match link {
        Link::Clause(id) => fill(&words.finding.clause, &[("id", id.as_str())]),
        Link::Control(_) | Link::System(_) => link.to_string(),
    };
    links.iter().map(one).collect::<Vec<_>>().join(&words.list)
}

/// Returns pieces of evidence in one line.
pub(super) fn pieces(ids: &[EvidenceId], words: &Words) -> String {
    ids.iter().map(ToString::to_string).collect::<Vec<_>>().join(&words.list)
}
