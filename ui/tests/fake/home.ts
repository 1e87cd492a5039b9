import type {
  Attention,
  BackupStatus,
  Control,
  ControlStanding,
  Home,
  InboxItem,
  NextStep,
  Standing,
} from "$host";

interface Shown {
  controls: readonly Control[];
  scope: string;
  roles: number;
  evidence: number;
  inbox: readonly InboxItem[];
  backups: BackupStatus;
  today: string;
}

/** Returns what the first page says, as the core would derive it, as far as tests ask. */
export function home({ controls, scope, roles, evidence, inbox, backups, today }: Shown): Home {
  const undecided = controls.filter((control) => control.decision === "undecided");
  const begun = undecided.length < controls.length || evidence > 0;
  const open = inbox.filter((item) => item.what !== "vanished").length;
  const standings = controls.map((control): ControlStanding => ({
    id: control.id,
    standing: standing(control, today),
  }));
  const ids = (wanted: Standing): string[] =>
    standings.filter((each) => each.standing === wanted).map(({ id }) => id);

  const steps: NextStep[] = [];
  const [first] = undecided;
  if (roles === 0) steps.push({ step: "choose-roles" });
  if (first !== undefined)
    steps.push(
      undecided.length === controls.length
        ? { step: "begin-controls", control: first.id }
        : { step: "decide-controls", left: undecided.length, next: first.id },
    );
  if (scope === "") steps.push({ step: "write-scope" });
  if (evidence === 0) steps.push({ step: "add-evidence" });
  if (open > 0) steps.push({ step: "empty-inbox", files: open });
  if (begun && backups.schedule === null) steps.push({ step: "schedule-backups" });
  if (begun) steps.push({ step: "export-statement" });

  const attention: Attention[] = [];
  const late = controls
    .filter((control) => ids("overdue").includes(control.id))
    .map(({ id, target }) => ({ id, target: target ?? "" }));
  if (late.length > 0) attention.push({ about: "overdue", controls: late });
  if (backups.failed !== null) attention.push({ about: "backup-failed", ...backups.failed });
  if (ids("no-evidence").length > 0) attention.push({ about: "unproven", controls: ids("no-evidence") });
  if (begun && backups.last === null && backups.failed === null) attention.push({ about: "backup-never" });
  const shown = steps.slice(0, 3);
  if (open > 0 && !shown.some(({ step }) => step === "empty-inbox"))
    attention.push({ about: "inbox", files: open });
  return { steps: shown, attention, controls: standings };
}

function standing(control: Control, today: string): Standing {
  if (control.decision !== "applicable") return control.decision;
  if (control.status === "implemented") return control.evidence > 0 ? "implemented" : "no-evidence";
  return control.target !== null && control.target < today ? "overdue" : control.status;
}
