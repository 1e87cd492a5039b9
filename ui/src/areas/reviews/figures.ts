import {
  auditsRoute,
  casesRoute,
  findingsRoute,
  objectivesRoute,
  reviewsRoute,
  type Route,
} from "$app/router.svelte";
import { gradeMark } from "$areas/findings";
import type { Mark } from "$design";
import type { ReviewFinding, ReviewGradeFigures, ReviewInput, ReviewInputs } from "$host";
import { list, t } from "$i18n";
import { longDate } from "$i18n/dates";
import { figureWords, goalWords, measureMark, objectiveMark } from "./words";

/** A record that an input names. */
interface Named {
  id: string;
  title: string;
  note: string;
  state: { mark: Mark; word: string };
  route: Route;
}

/** What an input says, and the room that it comes from. */
export interface Figures {
  says: string[];
  named: Named[];
  /** How many there are, of which those are the first. */
  total: number;
  room: { route: Route; words: string } | null;
}

/** Returns what an input says. */
export function figuresOf(input: ReviewInput, inputs: ReviewInputs): Figures {
  switch (input) {
    case "actions": {
      const { open, overdue, done, actions } = inputs.actions;
      return {
        says: [t("reviews.says.actions", { open, overdue, done })],
        named: actions.map((one) => ({
          id: one.id,
          title: one.text,
          note: t("reviews.by", { owner: one.owner, date: longDate(one.done_on ?? one.due) }),
          state: { mark: actionMarks[one.state], word: t(`actions.state.${one.state}`) },
          route: reviewsRoute(one.review),
        })),
        total: open + done,
        room: { route: { page: "actions" }, words: t("actions.title") },
      };
    }
    case "issues": {
      const { total, looked_at, changed, changes } = inputs.issues;
      const route: Route = { page: "organisation", section: "context" };
      return {
        says: [t("reviews.says.issues", { total, looked_at }), t("reviews.says.changed", { n: changed })],
        named: changes.map((one) => ({
          id: one.id,
          title: one.topic,
          note: t(`reviews.side.${one.side}`),
          state: { mark: changeMarks[one.how], word: t(`reviews.change.${one.how}`) },
          route,
        })),
        total: changed,
        room: { route, words: t("organisation.context") },
      };
    }
    case "parties": {
      const { total, changed, changes } = inputs.parties;
      const route: Route = { page: "organisation", section: "parties" };
      return {
        says: [t("reviews.says.parties", { n: total }), t("reviews.says.changed", { n: changed })],
        named: changes.map((one) => ({
          id: one.id,
          title: one.name,
          note: "",
          state: { mark: changeMarks[one.how], word: t(`reviews.change.${one.how}`) },
          route,
        })),
        total: changed,
        room: { route, words: t("organisation.parties") },
      };
    }
    case "nonconformities": {
      const { grades, repeats, open, actions } = inputs.nonconformities;
      return {
        says: [
          ...grades.map(gradeWords),
          t("reviews.says.repeats", { n: repeats }),
          t("reviews.says.trend", { ...actions }),
        ],
        named: open.map(finding),
        total: grades.reduce((sum, grade) => sum + grade.open, 0),
        room: { route: findingsRoute(null), words: t("findings.title") },
      };
    }
    case "measurements": {
      const { on_target, off_target, reading_overdue, no_reading, readings, measures } = inputs.measurements;
      return {
        says: [
          t("reviews.says.measures", {
            on: on_target,
            off: off_target,
            late: reading_overdue,
            never: no_reading,
          }),
          t("reviews.says.readings", { n: readings }),
        ],
        named: measures.map((one) => ({
          id: one.id,
          title: one.what,
          note: [
            goalWords(one.goal, one.unit),
            ...(one.value === null || one.read_on === null
              ? []
              : [
                  t("reviews.read", {
                    value: figureWords(one.value, one.unit),
                    date: longDate(one.read_on),
                  }),
                ]),
            ...(one.before === null
              ? []
              : [t("reviews.before", { value: figureWords(one.before, one.unit) })]),
          ].join(" · "),
          state: measureMark(one.state),
          route: objectivesRoute(one.id),
        })),
        total: on_target + off_target + reading_overdue + no_reading,
        room: { route: objectivesRoute(null), words: t("objectives.title") },
      };
    }
    case "objectives": {
      const { open, off_target, overdue, reached, missed, objectives } = inputs.objectives;
      return {
        says: [t("reviews.says.objectives", { open, off: off_target, overdue, reached, missed })],
        named: objectives.map((one) => ({
          id: one.id,
          title: one.title,
          note: one.target === null ? "" : t("reviews.until", { date: longDate(one.target) }),
          state: objectiveMark(one.state),
          route: objectivesRoute(one.id),
        })),
        total: open + reached + missed,
        room: { route: objectivesRoute(null), words: t("objectives.title") },
      };
    }
    case "feedback": {
      const { kinds, duties_overdue } = inputs.feedback;
      return {
        says: [
          ...kinds.map(({ kind, reported, closed, open }) =>
            t(`reviews.says.${kind}`, { reported, closed, open }),
          ),
          ...(duties_overdue === 0 ? [] : [t("reviews.says.duties", { n: duties_overdue })]),
        ],
        named: [],
        total: 0,
        room: { route: casesRoute(null), words: t("cases.title") },
      };
    }
    case "standing": {
      const { percent, met, total, gates, statement } = inputs.standing;
      return {
        says: [
          t("reviews.says.ready", { percent, met, total }),
          ...(gates.length === 0
            ? []
            : [t("reviews.says.gates", { gates: list(gates.map((gate) => t(`readiness.gate.${gate}`))) })]),
          statement === null
            ? t("reviews.says.no-statement")
            : t("reviews.says.statement", {
                version: statement.version,
                date: longDate(statement.on),
                n: statement.changes,
              }),
        ],
        named: [],
        total: 0,
        room: { route: { page: "readiness" }, words: t("readiness.title") },
      };
    }
    case "improvements": {
      const { figures, open } = inputs.improvements;
      return {
        says: [gradeWords(figures)],
        named: open.map(finding),
        total: figures.open,
        room: { route: findingsRoute(null), words: t("findings.title") },
      };
    }
    case "audits":
      return {
        says: [
          inputs.audits.length === 0
            ? t("reviews.says.no-audit")
            : t("reviews.says.audits", { n: inputs.audits.length }),
        ],
        named: inputs.audits.map((one) => ({
          id: one.id,
          title: one.title,
          note: t("reviews.audited", {
            date: longDate(one.on),
            looked_at: one.looked_at,
            all: one.looked_at + one.not_looked_at,
          }),
          state: {
            mark: one.major > 0 ? "danger" : one.minor > 0 ? "warning" : "done",
            word: t("reviews.found", { major: one.major, minor: one.minor, ofi: one.ofi }),
          },
          route: auditsRoute(one.id),
        })),
        total: inputs.audits.length,
        room: { route: auditsRoute(null), words: t("audits.title") },
      };
    case "risks":
      return { says: [t("reviews.says.risks")], named: [], total: 0, room: null };
  }
}

const actionMarks = { planned: "planned", overdue: "danger", done: "done", dropped: "excluded" } as const;
const changeMarks = { added: "info", changed: "progress", removed: "excluded" } as const;

function gradeWords({ grade, found, closed, open, overdue }: ReviewGradeFigures): string {
  return t("reviews.says.grade", { grade: gradeMark(grade).word, found, closed, open, overdue });
}

function finding(one: ReviewFinding): Named {
  return {
    id: one.id,
    title: one.title,
    note: t(one.overdue ? "reviews.past" : "reviews.until", { date: longDate(one.due) }),
    state: gradeMark(one.grade),
    route: findingsRoute(one.id),
  };
}
