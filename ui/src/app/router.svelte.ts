/** Where the window is. The address after the `#` says it, so that Back works and a link can lead anywhere. */
export const startSteps = ["company", "roles", "systems", "scope", "charge", "target", "check"] as const;
export type StartStep = (typeof startSteps)[number];

export const guideTasks = ["plan", "add"] as const;
/** What can be done with the road to the audit, beside walking it. */
export type GuideTask = (typeof guideTasks)[number];

export const auditTasks = ["add", "programme"] as const;
/** What can be done with the audits together: plan another, or look at what is due and what was audited. */
export type AuditTask = (typeof auditTasks)[number];

/** The parts of the room of the organisation. */
export const organisationSections = ["profile", "roles", "context", "parties", "scope", "people"] as const;
export type OrganisationSection = (typeof organisationSections)[number];

export type Route =
  | { page: "welcome" }
  | { page: "start"; step: StartStep }
  | { page: "restore" }
  | { page: "home" }
  | { page: "readiness" }
  | { page: "dates" }
  | { page: "clauses"; open: string | null }
  | { page: "guide"; open: string | null; doing: GuideTask | null }
  | { page: "controls"; open: string | null; adding: boolean }
  | { page: "evidence"; open: string | null }
  | { page: "documents"; open: string | null; adding: boolean }
  | { page: "inbox" }
  | { page: "findings"; open: string | null; adding: boolean }
  | { page: "actions"; layout?: "board" }
  | { page: "cases"; open: string | null; adding: boolean }
  | { page: "audits"; open: string | null; doing: AuditTask | null }
  | { page: "reviews"; open: string | null; adding: boolean }
  | { page: "objectives"; open: string | null; adding: "objective" | "measure" | null }
  | { page: "soa" }
  | { page: "frameworks"; open: string | null }
  | { page: "organisation"; section?: OrganisationSection }
  | { page: "systems"; open: string | null; adding: boolean }
  | { page: "settings" };

export type Page = Route["page"];

/** Returns the place that an address names, or null where it names none. */
export function parseRoute(hash: string): Route | null {
  const [page = "", ...rest] = hash.replace(/^#\/?/, "").split("/");
  const detail = rest.join("/");
  switch (page) {
    case "welcome":
    case "restore":
    case "home":
    case "readiness":
    case "dates":
    case "inbox":
    case "soa":
    case "settings":
      return detail === "" ? { page } : null;
    case "actions":
      if (detail === "") return { page };
      return detail === "board" ? { page, layout: detail } : null;
    case "organisation": {
      if (detail === "") return { page };
      const section = organisationSections.find((each) => each === detail);
      return section === undefined ? null : { page, section };
    }
    case "start": {
      const step = startSteps.find((each) => each === detail);
      return step === undefined ? null : { page, step };
    }
    case "guide": {
      const doing = guideTasks.find((each) => each === detail);
      if (doing !== undefined) return { page, open: null, doing };
      return { page, open: detail === "" ? null : decoded(detail), doing: null };
    }
    case "audits": {
      const doing = auditTasks.find((each) => each === detail);
      if (doing !== undefined) return auditsRoute(null, doing);
      return auditsRoute(detail === "" ? null : decoded(detail));
    }
    case "controls":
      if (detail === "add") return { page, open: null, adding: true };
      return { page, open: detail === "" ? null : decoded(detail), adding: false };
    case "systems":
      if (detail === "add") return { page, open: null, adding: true };
      return { page, open: detail === "" ? null : decoded(detail), adding: false };
    case "clauses":
    case "evidence":
    case "frameworks":
      return { page, open: detail === "" ? null : decoded(detail) };
    case "objectives":
      if (detail === "add") return objectivesRoute(null, "objective");
      if (detail === "add-measure") return objectivesRoute(null, "measure");
      return objectivesRoute(detail === "" ? null : decoded(detail));
    case "cases":
    case "reviews":
    case "documents":
    case "findings":
      if (detail === "add") return { page, open: null, adding: true };
      return { page, open: detail === "" ? null : decoded(detail), adding: false };
    default:
      return null;
  }
}

/** Returns the address of a place. */
export function href(route: Route): string {
  switch (route.page) {
    case "start":
      return `#/start/${route.step}`;
    case "audits":
    case "guide": {
      const detail = route.doing ?? route.open;
      return detail === null ? `#/${route.page}` : `#/${route.page}/${encodeURIComponent(detail)}`;
    }
    case "controls":
      if (route.adding) return "#/controls/add";
      return route.open === null ? "#/controls" : `#/controls/${encodeURIComponent(route.open)}`;
    case "documents":
      if (route.adding) return "#/documents/add";
      return route.open === null ? "#/documents" : `#/documents/${encodeURIComponent(route.open)}`;
    case "systems":
      if (route.adding) return "#/systems/add";
      return route.open === null ? "#/systems" : `#/systems/${encodeURIComponent(route.open)}`;
    case "organisation":
      return route.section === undefined ? "#/organisation" : `#/organisation/${route.section}`;
    case "clauses":
    case "evidence":
    case "frameworks":
      return route.open === null ? `#/${route.page}` : `#/${route.page}/${encodeURIComponent(route.open)}`;
    case "objectives":
      if (route.adding !== null)
        return route.adding === "objective" ? "#/objectives/add" : "#/objectives/add-measure";
      return route.open === null ? "#/objectives" : `#/objectives/${encodeURIComponent(route.open)}`;
    case "cases":
    case "reviews":
    case "findings":
      if (route.adding) return `#/${route.page}/add`;
      return route.open === null ? `#/${route.page}` : `#/${route.page}/${encodeURIComponent(route.open)}`;
    case "welcome":
    case "restore":
    case "home":
    case "readiness":
    case "dates":
    case "inbox":
    case "soa":
    case "settings":
      return `#/${route.page}`;
    case "actions":
      return route.layout === undefined ? "#/actions" : `#/actions/${route.layout}`;
  }
}

/** Returns the place of a clause, open in its panel. */
export function clauseRoute(id: string | null): Route {
  return { page: "clauses", open: id };
}

/** Returns the place of a step of the guide, or of the whole road. */
export function guideRoute(id: string | null): Route {
  return { page: "guide", open: id, doing: null };
}

/** Returns the place of a control, open in its panel. */
export function controlRoute(id: string | null): Route {
  return { page: "controls", open: id, adding: false };
}

/** Returns the place of an AI system, open in its panel. */
export function systemRoute(id: string | null): Route {
  return { page: "systems", open: id, adding: false };
}

/** Returns the place of a piece of evidence, open in its panel. */
export function evidenceRoute(id: string | null): Route {
  return { page: "evidence", open: id };
}

/** Returns the place of a document by its number, or of a draft by its name, open in its panel. */
export function documentRoute(open: string | null): Route {
  return { page: "documents", open, adding: false };
}

/** Returns the place of an article, or of another framework's subcategory, clause or control, open in its panel. */
export function placeRoute(reference: string | null): Route {
  return { page: "frameworks", open: reference };
}

/** Returns the place of the findings, of one of them, or of a new one. */
export function findingsRoute(open: string | null, adding = false): Route {
  return { page: "findings", open, adding };
}

/** Returns the place of the concerns and incidents, of one of them, or of a new one. */
export function casesRoute(open: string | null, adding = false): Route {
  return { page: "cases", open, adding };
}

/** Returns the place of the internal audits, of one of them, or of what is done with all of them. */
export function auditsRoute(open: string | null, doing: AuditTask | null = null): Route {
  return { page: "audits", open, doing };
}

/** Returns the place of the management reviews, of one of them, or of a new one. */
export function reviewsRoute(open: string | null, adding = false): Route {
  return { page: "reviews", open, adding };
}

/** Returns the place of the objectives, of one of them or of a measure, or of a new one. */
export function objectivesRoute(open: string | null, adding: "objective" | "measure" | null = null): Route {
  return { page: "objectives", open, adding };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

class Router {
  route = $state.raw<Route>(parseRoute(location.hash) ?? { page: "welcome" });

  constructor() {
    window.addEventListener("hashchange", () => {
      this.route = parseRoute(location.hash) ?? { page: "welcome" };
    });
  }

  /** Goes to a place; Back returns. */
  go(route: Route): void {
    if (href(route) === location.hash) this.route = route;
    else {
      location.hash = href(route);
      this.route = route;
    }
  }

  /** Goes to a place that takes the present one's stead, so that Back skips it. */
  replace(route: Route): void {
    history.replaceState(null, "", href(route));
    this.route = route;
  }
}

export const router = new Router();
