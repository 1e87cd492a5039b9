import type { FindingGrade, FindingRow, FindingStage } from "$host";

/** How the person looks at the findings. It stays while they are in other rooms. */
class View {
  words = $state("");
  open = $state(false);
  overdue = $state(false);
  grade = $state<FindingGrade | null>(null);
  stage = $state<FindingStage | null>(null);

  get narrowed(): boolean {
    return (
      this.words.trim() !== "" || this.open || this.overdue || this.grade !== null || this.stage !== null
    );
  }

  showAll(): void {
    this.words = "";
    this.open = false;
    this.overdue = false;
    this.grade = null;
    this.stage = null;
  }

  /** Returns whether a finding is among those that are asked for. */
  shows(row: FindingRow): boolean {
    if (this.open && (row.stage === "closed" || row.stage === "refused")) return false;
    if (this.overdue && !row.overdue && row.overdue_actions === 0) return false;
    if (this.grade !== null && row.grade !== this.grade) return false;
    if (this.stage !== null && row.stage !== this.stage) return false;
    const said = [row.id, row.title, row.owner, ...row.requirements.map(({ id }) => id)]
      .join(" ")
      .toLowerCase();
    return this.words
      .toLowerCase()
      .split(/\s+/)
      .every((word) => said.includes(word));
  }
}

export const view = new View();
