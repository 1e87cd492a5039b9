import type {
  Attention,
  BackupStatus,
  Control,
  ControlStanding,
  Home,
  InboxItem,
  NextGuideStep,
  Standing,
} from "$host";

interface Shown {
  controls: readonly Control[];
  target: string | null;
  next: NextGuideStep[];
  evidence: number;
  inbox: readonly InboxItem[];
  backups: BackupStatus;
  today: string;
}

/** Returns what the first page says, as the core would derive it, as far as tests ask. */
export function home({ controls, target, next, evidence, inbox, backups, today }: Shown): Home {
  const undecided = controls.filter((control) => control.decision === "undecided");
  const begun = undecided.length < controls.length || evidence > 0;
  const open = inbox.filter((item) => item.what !== "vanished").length;
  const standings = controls.map((control): ControlStanding => ({
    id: control.id,
    standing: standing(control, today),
  }));
  const ids = (wanted: Standing): string[] =>
    standings.filter((each) => each.standing === wanted).map(({ id }) => id);

  const attention: Attention[] = [];
  const late = controls
    .filter((control) => ids("overdue").includes(control.id))
    .map(({ id, target }) => ({ id, target: target ?? "" }));
  if (late.length > 0) attention.push({ about: "overdue", controls: late });
  if (backups.failed !== null) attention.push({ about: "backup-failed", ...backups.failed });
  if (ids("no-evidence").length > 0) attention.push({ about: "unproven", controls: ids("no-evidence") });
  if (begun && backups.last === null && backups.failed === null) attention.push({ about: "backup-never" });
  if (open > 0) attention.push({ about: "inbox", files: open });
  const days = target === null ? 0 : (Date.parse(target) - Date.parse(today)) / 86_400_000;
  return { countdown: target === null ? null : { target, days }, next, attention, controls: standings };
}

function standing(control: Control, today: string): Standing {
  if (control.decision !== "applicable") return control.decision;
  if (control.status === "implemented") return control.evidence > 0 ? "implemented" : "no-evidence";
  return control.target !== null && control.target < today ? "overdue" : control.status;
}
