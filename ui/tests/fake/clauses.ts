import type { AssessedClause, Catalogue, Clause, LedgerEntry } from "$host";
import { fail, type HandlersOf } from "./handlers";

/** What the clauses of a core in memory stand on. */
interface Desk {
  clauses: () => readonly AssessedClause[];
  write: (operation: string, how: (clauses: AssessedClause[]) => AssessedClause[]) => void;
  evidence: (id: string) => number;
  history: (id: string) => LedgerEntry[];
}

/** Returns every clause that can be assessed, of which nobody has said anything. */
export function untouchedClauses(catalogue: Catalogue): AssessedClause[] {
  return catalogue.clauses.filter((clause) => clause.assessable).map(untouched);
}

function untouched({ id, title, theme, documented_information_status: documented }: Clause): AssessedClause {
  const said = { status: "not-started", target: null, how: "", owner: "", notes: "" } as const;
  return { id, title, theme, documented, ...said, evidence: 0 };
}

/** Returns what answers the operations on clauses. */
export function clauseHandlers({ clauses, write, evidence, history }: Desk): HandlersOf<"clause"> {
  const counted = (clause: AssessedClause): AssessedClause => ({ ...clause, evidence: evidence(clause.id) });
  const one = (id: string): AssessedClause => {
    const found = clauses().find((clause) => clause.id === id);
    if (found === undefined)
      throw fail("unknown-clause", `There is no clause ${id}`, "Expected 4.1 to 10.2.", "clauses");
    return counted(found);
  };
  return {
    "clause.list": () => clauses().map(counted),
    "clause.show": ({ id }) => one(id),
    "clause.set": ({ clauses: ids, ...fields }) => {
      if (fields.owner !== undefined && fields.owner.length > 200)
        throw fail("too-long", "The owner is longer than 200 characters", "Shorten it.", "owner");
      for (const id of ids) one(id);
      write("clause.set", (all) =>
        all.map((clause) => (ids.includes(clause.id) ? { ...clause, ...fields } : clause)),
      );
      return ids.map(one);
    },
    "clause.history": ({ id }) => history(id),
  };
}
