/** What an action comes from: a finding, or the plan of an objective. */
export type ActionPlace = { finding: string } | { objective: string };

/** Returns the number of what an action comes from. */
export function placeKey(of: ActionPlace): string {
  return "finding" in of ? of.finding : of.objective;
}
