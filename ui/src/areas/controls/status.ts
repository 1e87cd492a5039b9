import type { Mark } from "$design";
import type { Control, Status } from "$host";
import { t } from "$i18n";
import { isoDate } from "$i18n/dates";

export const statuses: readonly Status[] = ["not-started", "planned", "in-progress", "implemented"];

const marks: Record<Status, Mark> = {
  "not-started": "none",
  planned: "planned",
  "in-progress": "progress",
  implemented: "done",
};

/** Returns the shape and word of a status. */
export function statusMark(status: Status): { mark: Mark; word: string } {
  return { mark: marks[status], word: t(`status.${status}`) };
}

/** Returns how a control stands: undecided, excluded, or how far it is. */
export function standing(control: Control): { mark: Mark; word: string } {
  switch (control.decision) {
    case "undecided":
      return { mark: "undecided", word: t("decision.undecided") };
    case "excluded":
      return { mark: "excluded", word: t("decision.excluded") };
    case "applicable":
      return statusMark(control.status);
  }
}

/** Returns whether a control that applies should have been implemented before today. */
export function overdue(control: Control, today: string = isoDate(new Date())): boolean {
  return (
    control.decision === "applicable" &&
    control.status !== "implemented" &&
    control.target !== null &&
    control.target < today
  );
}

/** Returns whether a control is said to be implemented and nothing shows it. */
export function unproved(control: Control): boolean {
  return control.decision === "applicable" && control.status === "implemented" && control.evidence === 0;
}

/** Returns whether a control that applies has nobody who answers for it. */
export function ownerless(control: Control): boolean {
  return control.decision === "applicable" && control.owner.trim() === "";
}
