import { render, screen, waitFor } from "@testing-library/svelte";
import userEvent, { type UserEvent } from "@testing-library/user-event";
import axe from "axe-core";
import { expect } from "vitest";
import { about } from "$app/about.svelte";
import App from "$app/App.svelte";
import { closing } from "$app/closing.svelte";
import { dropAll } from "$app/leaving.svelte";
import { overlays } from "$app/palette.svelte";
import { href, parseRoute, router, type Route } from "$app/router.svelte";
import { toasts } from "$app/toasts.svelte";
import { connect } from "$host";
import { forgetDocuments, loadDocumentsPage } from "$areas/documents";
import { forgetEvidence } from "$areas/evidence";
import { forgetFindings, loadActionsPage, loadFindingsPage } from "$areas/findings";
import { forgetGuide, loadGuidePage } from "$areas/guide";
import { forgetAudits, loadAuditsPage } from "$areas/audits";
import { forgetCases, loadCasesPage } from "$areas/cases";
import { forgetObjectives, loadObjectivesPage } from "$areas/objectives";
import { forgetReviews, loadReviewsPage } from "$areas/reviews";
import { loadRestorePage } from "$areas/backup";
import { loadDatesPage } from "$areas/calendar";
import { loadFrameworksPage } from "$areas/frameworks";
import { loadOrganisationPage } from "$areas/organisation";
import { forgetReadiness, loadReadinessPage } from "$areas/readiness";
import { loadSettingsPage } from "$areas/settings";
import { loadSoaPage } from "$areas/soa";
import { loadSystemsPage } from "$areas/systems";
import { loadInboxPage } from "$areas/watched";
import { loadStartPage } from "$areas/workspace";
import { clauses } from "../src/areas/clauses/clauses.svelte";
import { view as clauseView } from "../src/areas/clauses/view.svelte";
import { controls } from "../src/areas/controls/controls.svelte";
import { view } from "../src/areas/controls/view.svelte";
import { adding } from "../src/areas/evidence/adding/adding.svelte";
import { reading } from "../src/areas/evidence/adding/reading.svelte";
import type { FakeCore } from "./fake/core";

const rooms: Partial<Record<Route["page"], () => Promise<unknown>>> = {
  actions: loadActionsPage,
  dates: loadDatesPage,
  documents: loadDocumentsPage,
  findings: loadFindingsPage,
  frameworks: loadFrameworksPage,
  guide: loadGuidePage,
  inbox: loadInboxPage,
  audits: loadAuditsPage,
  cases: loadCasesPage,
  objectives: loadObjectivesPage,
  organisation: loadOrganisationPage,
  readiness: loadReadinessPage,
  reviews: loadReviewsPage,
  restore: loadRestorePage,
  settings: loadSettingsPage,
  soa: loadSoaPage,
  start: loadStartPage,
  systems: loadSystemsPage,
};

/** Has the code of rooms at hand, which a test runner compiles at first sight. */
export async function compile(...pages: readonly Route["page"][]): Promise<void> {
  await Promise.all(pages.map(async (page) => rooms[page]?.()));
}

/** The whole window over a core in memory, at a place. */
export async function openWindow(core: FakeCore, route: Route): Promise<UserEvent> {
  dropAll();
  controls.list.forget();
  clauses.list.forget();
  clauseView.showAll();
  clauseView.selection.clear();
  for (const toast of toasts.all) toasts.dismiss(toast.id);
  view.showAll();
  view.selection.clear();
  forgetEvidence();
  forgetFindings();
  forgetAudits();
  forgetCases();
  forgetReviews();
  forgetObjectives();
  forgetDocuments();
  forgetGuide();
  forgetReadiness();
  adding.dismiss();
  reading.stop();
  about.open = false;
  closing.begun = false;
  overlays.palette = false;
  overlays.shortcuts = false;
  connect(core);
  await compile(route.page);
  router.replace(route);
  render(App);
  const user = userEvent.setup();
  await waitFor(() => expect(screen.getByRole("main")).not.toBeEmptyDOMElement());
  return user;
}

/** The window on the controls of a workspace with nothing decided. */
export async function openControls(core: FakeCore, open: string | null = null): Promise<UserEvent> {
  const user = await openWindow(core.withWorkspace(), { page: "controls", open, adding: false });
  await screen.findByRole("grid", { name: "Controls" });
  return user;
}

/** A row of the table of controls. */
export function row(id: string): HTMLElement {
  return screen.getByRole("row", { name: new RegExp(`^${id.replaceAll(".", "\\.")} `) });
}

/** The window among the evidence of a workspace. */
export async function openEvidence(core: FakeCore, open: string | null = null): Promise<UserEvent> {
  const user = await openWindow(core.withWorkspace(), { page: "evidence", open });
  await screen.findByRole("heading", { level: 1, name: "Evidence" });
  await waitFor(() => expect(core.called("evidence.removed")).not.toEqual([]));
  return user;
}

/** A row of the table of evidence. */
export function piece(id: string): HTMLElement {
  return screen.getByRole("row", { name: new RegExp(`^${id} `) });
}

/** Fails where axe-core finds anything that it holds for serious or critical, or any lesser fault. */
export async function expectAccessible(element: Element = document.body): Promise<void> {
  // Without a layout colours and target sizes can't be judged; the real window's test does.
  const { violations } = await axe.run(element, {
    rules: {
      "color-contrast": { enabled: false },
      "target-size": { enabled: false },
      region: { enabled: true },
    },
  });
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join("\n")}`);
  expect(found).toEqual([]);
}

/** Where the window is. */
export function place(): string {
  return href(parseRoute(location.hash) ?? { page: "welcome" });
}
