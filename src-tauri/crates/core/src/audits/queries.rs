//! Reading audits: the list, one whole with its checklist, its history.

use std::collections::BTreeMap;

use rusqlite::Connection;
use serde::Serialize;
use ts_rs::TS;

use super::answer::{AuditAnswer, Verdict};
use super::asked::Requirements;
use super::audit::{Addition, Audit, AuditStage, CheckLine, due};
use super::audited::{Audited, LastAudited};
use super::error::AuditError;
use super::impartial::SystemOwners;
use super::{AuditId, store};
use crate::choice::choice;
use crate::evidence::{Evidence, EvidenceId, Link, RemovedEvidence};
use crate::findings::{self, FindingId, FindingOrigin, FindingRow, Grade, Stage};
use crate::ledger::{Entry, RecordKind};
use crate::record::Record as _;
use crate::workspace::{StoreError, Workspace};
use crate::{Day, Line};

choice!(
    /// What a line lacks before the audit can be reported.
    #[ts(rename = "AuditLack")]
    pub enum Lack {
        /// It is not answered.
        Answer = "answer",
        /// It was not looked at, and nobody said why.
        Reason = "reason",
        /// It was found not to be met, or to be better, and nobody said what was seen.
        Seen = "seen",
        /// It was found not to be met, and no finding was raised.
        Finding = "finding",
    }
);

impl Lack {
    /// Returns it as an error says it, before the requirements that it is about.
    pub(super) fn said(self) -> &'static str {
        match self {
            Self::Answer => "no answer for",
            Self::Reason => "no reason why nobody looked at",
            Self::Seen => "nothing said of what was seen for",
            Self::Finding => "no finding for the nonconformity against",
        }
    }
}

/// How many lines of a checklist were answered how.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, TS)]
pub struct AuditCounts {
    /// How many there are.
    pub total: u32,
    /// How many have an answer.
    pub answered: u32,
    /// How many requirements are met.
    pub conforms: u32,
    /// How many are not met in a single lapse.
    pub minor: u32,
    /// How many are not met gravely.
    pub major: u32,
    /// How many could be better.
    pub ofi: u32,
    /// How many nobody looked at.
    pub not_looked_at: u32,
}

impl AuditCounts {
    fn of<'a>(audit: &Audit, answers: impl Iterator<Item = &'a AuditAnswer>) -> Self {
        let total = u32::try_from(audit.checklist.len()).unwrap_or(u32::MAX);
        let mut counts = Self { total, ..Self::default() };
        for verdict in answers.filter_map(|answer| answer.verdict) {
            counts.answered += 1;
            match verdict {
                Verdict::Conforms => counts.conforms += 1,
                Verdict::Minor => counts.minor += 1,
                Verdict::Major => counts.major += 1,
                Verdict::Ofi => counts.ofi += 1,
                Verdict::NotLookedAt => counts.not_looked_at += 1,
            }
        }
        counts
    }

    /// Returns how many requirements somebody looked at.
    #[must_use]
    pub fn looked_at(&self) -> u32 {
        self.answered - self.not_looked_at
    }
}

/// An audit as a list shows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct AuditRow {
    /// Its number.
    pub id: AuditId,
    /// What it is.
    pub title: Line,
    /// Who audits.
    pub auditor: Line,
    /// When it is to begin.
    pub planned_for: Day,
    /// The last day, where it takes more than one.
    pub until: Option<Day>,
    /// How far it has come.
    pub stage: AuditStage,
    /// When it was concluded, where it is.
    pub reported_on: Option<Day>,
    /// Whether its day has passed: it should have begun, or ended.
    pub overdue: bool,
    /// How its checklist was answered.
    pub counts: AuditCounts,
    /// How many findings came from it.
    pub findings: u32,
}

impl AuditRow {
    /// Returns the day by which something is to be done about it, as [`Audit::due`] says.
    #[must_use]
    pub fn due(&self) -> Option<Day> {
        due(self.stage, self.planned_for, self.until)
    }
}

/// An audit with its checklist.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct AuditDetails {
    /// What is kept.
    #[serde(flatten)]
    pub audit: Audit,
    /// How far it has come.
    pub stage: AuditStage,
    /// Whether its day has passed: it should have begun, or ended.
    pub overdue: bool,
    /// How its checklist was answered.
    pub counts: AuditCounts,
    /// Its checklist with what was answered, in the order of the standard.
    pub lines: Vec<ShownLine>,
    /// The findings that came from it, the newest first.
    pub findings: Vec<FindingRow>,
}

/// A line of a checklist with everything that belongs to it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(rename = "AuditLine")]
pub struct ShownLine {
    /// The clause or the control.
    pub requirement: Link,
    /// Its title.
    pub title: String,
    /// The heading that it stands under: `4` to `10`, or `A.2` to `A.10`; none for a control of the company's own.
    pub heading: Option<String>,
    /// What the auditor asks.
    pub question: String,
    /// What an auditor expects to see.
    pub expected: Vec<String>,
    /// Who answers for it.
    pub owner: Line,
    /// Who audits it.
    pub auditor: Line,
    /// What its auditor answers for, where that keeps them from auditing it (clause 9.2.2).
    pub own_work: Option<String>,
    /// Why it came onto the checklist after the audit began, where it did.
    pub added: Option<Addition>,
    /// When it was last audited before, where it was.
    pub last: Option<LastAudited>,
    /// What was answered.
    pub answer: Option<AuditAnswer>,
    /// What shows that.
    pub evidence: Vec<ShownEvidence>,
    /// The findings of this audit about it.
    pub findings: Vec<AuditFinding>,
    /// What it lacks before the audit can be reported.
    pub lacks: Option<Lack>,
}

/// A piece of evidence of an answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(rename = "AuditEvidence")]
pub struct ShownEvidence {
    /// Its number.
    pub id: EvidenceId,
    /// Its title.
    pub title: Line,
    /// The name of the file that was seen; none where the piece was removed.
    pub file: Option<String>,
    /// Its SHA-256; none where the piece was removed.
    pub sha256: Option<String>,
}

/// A finding of an audit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct AuditFinding {
    /// Its number.
    pub id: FindingId,
    /// What it is.
    pub title: Line,
    /// How grave it is.
    pub grade: Grade,
    /// How far it has come.
    pub stage: Stage,
}

/// Returns the audits, the newest first.
///
/// # Errors
/// [`StoreError`] where the database can't be read.
pub fn list(workspace: &Workspace, today: Day) -> Result<Vec<AuditRow>, StoreError> {
    let mut rows = workspace.read(|conn| rows(conn, today))?;
    rows.sort_by_key(|row| std::cmp::Reverse((row.planned_for, row.id)));
    Ok(rows)
}

/// Returns an audit with its checklist.
///
/// # Errors
/// [`AuditError::UnknownAudit`] where there is none of that number.
pub fn show(workspace: &Workspace, id: AuditId, today: Day) -> Result<AuditDetails, AuditError> {
    workspace.read(|conn| details(conn, id, today))
}

/// Returns what the ledger says of an audit and its answers, the newest first.
///
/// # Errors
/// [`AuditError::UnknownAudit`] where there never was one of that number.
pub fn history(workspace: &Workspace, id: AuditId) -> Result<Vec<Entry>, AuditError> {
    let mut entries = workspace.history_of(&[RecordKind::Audit], &id.to_string())?;
    if entries.is_empty() {
        return Err(AuditError::UnknownAudit(id));
    }
    for answer in workspace.read(|conn| store::answers(conn, id))? {
        entries.extend(workspace.history_of(&[RecordKind::AuditAnswer], &answer.key())?);
    }
    entries.sort_by_key(|entry| std::cmp::Reverse(entry.seq));
    entries.dedup_by_key(|entry| entry.seq);
    Ok(entries)
}

/// Returns every audit as a list shows it, by their numbers.
pub(crate) fn rows(conn: &Connection, today: Day) -> Result<Vec<AuditRow>, StoreError> {
    let mut answers: BTreeMap<AuditId, Vec<AuditAnswer>> = BTreeMap::new();
    for answer in store::all_answers(conn)? {
        answers.entry(answer.audit).or_default().push(answer);
    }
    store::all(conn)?
        .into_iter()
        .map(|audit| {
            let of = answers.remove(&audit.id).unwrap_or_default();
            Ok(AuditRow {
                counts: AuditCounts::of(&audit, of.iter()),
                findings: findings::count_from(conn, FindingOrigin::Audit { id: audit.id })?,
                stage: audit.stage(),
                reported_on: audit.conclusion.as_ref().map(|conclusion| conclusion.on),
                overdue: audit.due().is_some_and(|due| due < today),
                id: audit.id,
                title: audit.title,
                auditor: audit.auditor,
                planned_for: audit.planned_for,
                until: audit.until,
            })
        })
        .collect()
}

/// Returns the findings that came from an audit, the newest first.
pub(super) fn findings_of(conn: &Connection, id: AuditId, today: Day) -> Result<Vec<FindingRow>, StoreError> {
    findings::that_came_from(conn, FindingOrigin::Audit { id }, today)
}

pub(super) fn details(conn: &Connection, id: AuditId, today: Day) -> Result<AuditDetails, AuditError> {
    let audit = Audit::load(conn, &id.to_string())?.ok_or(AuditError::UnknownAudit(id))?;
    let reading = Reading::of(conn, &audit, today)?;
    let lines = audit.checklist.iter().map(|line| reading.line(conn, &audit, line));
    Ok(AuditDetails {
        lines: lines.collect::<Result<_, StoreError>>()?,
        counts: AuditCounts::of(&audit, reading.answers.values()),
        stage: audit.stage(),
        overdue: audit.due().is_some_and(|due| due < today),
        findings: reading.findings,
        audit,
    })
}

/// Returns what an audit lacks before it can be reported, in the order of its checklist.
pub(super) fn lacking(conn: &Connection, audit: &Audit) -> Result<Vec<(Lack, Link)>, StoreError> {
    // Whether a finding is overdue does not matter here.
    let day = audit.planned_for;
    let findings = findings_of(conn, audit.id, day)?;
    let answers = by_requirement(store::answers(conn, audit.id)?);
    let lack = |line: &CheckLine| {
        let raised = findings.iter().filter(|row| row.requirements.contains(&line.requirement));
        lack(answers.get(&line.requirement), raised).map(|lack| (lack, line.requirement.clone()))
    };
    Ok(audit.checklist.iter().filter_map(lack).collect())
}

fn lack<'a>(
    answer: Option<&AuditAnswer>,
    mut findings: impl Iterator<Item = &'a FindingRow>,
) -> Option<Lack> {
    let Some((answer, verdict)) = answer.and_then(|answer| Some((answer, answer.verdict?))) else {
        return Some(Lack::Answer);
    };
    let silent = answer.seen.is_empty();
    match verdict {
        Verdict::NotLookedAt => silent.then_some(Lack::Reason),
        Verdict::Conforms => None,
        Verdict::Ofi => silent.then_some(Lack::Seen),
        Verdict::Minor | Verdict::Major if silent => Some(Lack::Seen),
        Verdict::Minor | Verdict::Major => {
            (!findings.any(|row| row.grade.is_nonconformity())).then_some(Lack::Finding)
        }
    }
}

fn by_requirement(answers: Vec<AuditAnswer>) -> BTreeMap<Link, AuditAnswer> {
    answers.into_iter().map(|answer| (answer.requirement.clone(), answer)).collect()
}

/// What the lines of a checklist follow from, read at once.
struct Reading {
    asked: Requirements,
    systems: SystemOwners,
    answers: BTreeMap<Link, AuditAnswer>,
    findings: Vec<FindingRow>,
    audited: Audited,
}

impl Reading {
    fn of(conn: &Connection, audit: &Audit, today: Day) -> Result<Self, StoreError> {
        Ok(Self {
            asked: Requirements::load(conn)?,
            systems: SystemOwners::load(conn)?,
            answers: by_requirement(store::answers(conn, audit.id)?),
            findings: findings_of(conn, audit.id, today)?,
            audited: Audited::load(conn)?,
        })
    }

    fn line(&self, conn: &Connection, audit: &Audit, line: &CheckLine) -> Result<ShownLine, StoreError> {
        let requirement = &line.requirement;
        let asked = self.asked.get(requirement);
        let answer = self.answers.get(requirement);
        let raised = || self.findings.iter().filter(|row| row.requirements.contains(requirement));
        let evidence = answer.map_or(&[][..], |answer| &answer.evidence);
        Ok(ShownLine {
            // A control of the company's own may be removed after it was audited.
            title: asked.map(|asked| asked.title.clone()).unwrap_or_default(),
            heading: asked.and_then(|asked| asked.heading.clone()),
            question: asked.map(|asked| asked.question.clone()).unwrap_or_default(),
            expected: asked.map(|asked| asked.expected.clone()).unwrap_or_default(),
            owner: asked.map(|asked| asked.owner.clone()).unwrap_or_default(),
            auditor: audit.auditor_of(line).clone(),
            own_work: match audit.stage() {
                AuditStage::Planned | AuditStage::UnderWay => self.systems.own_work(audit, line, &self.asked),
                AuditStage::Reported | AuditStage::Cancelled => None,
            },
            added: line.added.clone(),
            last: self.audited.before(requirement, audit.id),
            evidence: evidence
                .iter()
                .map(|seen| shown(conn, seen.id, seen.version))
                .collect::<Result<_, StoreError>>()?,
            findings: raised()
                .map(|row| AuditFinding {
                    id: row.id,
                    title: row.title.clone(),
                    grade: row.grade,
                    stage: row.stage,
                })
                .collect(),
            lacks: lack(answer, raised()),
            answer: answer.cloned(),
            requirement: requirement.clone(),
        })
    }
}

fn shown(conn: &Connection, id: EvidenceId, version: u32) -> Result<ShownEvidence, StoreError> {
    let key = id.to_string();
    if let Some(piece) = Evidence::load(conn, &key)? {
        let file = piece.versions.iter().find(|file| file.version == version).or(piece.latest());
        return Ok(ShownEvidence {
            id,
            file: file.map(|file| file.name.shown()),
            sha256: file.map(|file| file.sha256.to_string()),
            title: piece.title,
        });
    }
    let title = RemovedEvidence::load(conn, &key)?.map(|removed| removed.title).unwrap_or_default();
    Ok(ShownEvidence { id, title, file: None, sha256: None })
}
