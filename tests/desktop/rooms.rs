//! Every page of the window, for the tests and the pictures that go through all of them.

use serde_json::json;

use crate::application::Application;
use crate::keyboard::CONTROL;
use crate::webdriver::until;

/// A page, and how to tell that it is there.
pub(crate) struct Room {
    /// Its name in the name of a picture.
    pub(crate) name: &'static str,
    address: &'static str,
    /// Something that is there when the page is: its role and its name.
    landmark: (&'static str, &'static str),
}

const fn room(name: &'static str, address: &'static str, landmark: (&'static str, &'static str)) -> Room {
    Room { name, address, landmark }
}

/// The pages before a workspace is open.
pub(crate) const OUTSIDE: &[Room] = &[
    room("welcome", "#/welcome", ("heading", "Annexe")),
    room("start-1-company", "#/start/company", ("textbox", "Name of the company")),
    room("start-2-roles", "#/start/roles", ("checkbox", "We use it…")),
    room("start-3-systems", "#/start/systems", ("textbox", "What it is for")),
    room("start-4-scope", "#/start/scope", ("radio", "The whole company")),
    room("start-5-charge", "#/start/charge", ("textbox", "Top management")),
    room("start-6-target", "#/start/target", ("radio", "On another day")),
    room("start-7-check", "#/start/check", ("button", "Create the workspace")),
    room("restore", "#/restore", ("button", "Restore the backup")),
];

/// The pages of an open workspace.
pub(crate) const INSIDE: &[Room] = &[
    room("home", "#/home", ("heading", "Needs attention")),
    room("guide", "#/guide", ("heading", "Next steps")),
    room("guide-step", "#/guide/judge-the-effects", ("heading", "Judge the effects on people and society")),
    room("guide-own", "#/guide/add", ("button", "Add the step")),
    room("guide-plan", "#/guide/plan", ("button", "Set the dates")),
    room("readiness", "#/readiness", ("heading", "What keeps it back")),
    room("dates", "#/dates", ("heading", "Dates")),
    room("clauses", "#/clauses", ("row", "5.2…")),
    room("clauses-panel", "#/clauses/6.1.4", ("textbox", "Notes")),
    room("controls", "#/controls", ("row", "A.2.2…")),
    room("controls-panel", "#/controls/A.6.2.4", ("textbox", "Notes")),
    room("controls-add", "#/controls/add", ("button", "Add the control")),
    room("documents", "#/documents", ("button", "Add a document of ours")),
    room("documents-add", "#/documents/add", ("button", "Add the document")),
    room("documents-draft", "#/documents/data-governance", ("group", "Page 1 of…")),
    room("documents-panel", "#/documents/incident-communication", ("group", "Page 1 of…")),
    room("evidence", "#/evidence", ("button", "Add files")),
    room("inbox", "#/inbox", ("heading", "Inbox")),
    room("findings", "#/findings", ("heading", "Findings")),
    room("findings-add", "#/findings/add", ("button", "Raise it")),
    room("audits", "#/audits", ("heading", "Internal audits")),
    room("audits-add", "#/audits/add", ("button", "Plan it")),
    room("audits-programme", "#/audits/programme", ("heading", "Coverage of three years")),
    room("cases", "#/cases", ("heading", "Concerns and incidents")),
    room("cases-add", "#/cases/add", ("button", "Record it")),
    room("objectives", "#/objectives", ("heading", "Objectives")),
    room("objectives-add", "#/objectives/add", ("button", "Set it")),
    room("measures-add", "#/objectives/add-measure", ("button", "Add it")),
    room("reviews", "#/reviews", ("heading", "Management reviews")),
    room("reviews-add", "#/reviews/add", ("button", "Plan it")),
    room("actions", "#/actions", ("heading", "Actions")),
    room("soa", "#/soa", ("group", "Page 1 of…")),
    room("organisation", "#/organisation", ("textbox", "Name")),
    room("frameworks", "#/frameworks", ("heading", "The EU AI Act and its dates")),
    room("frameworks-place", "#/frameworks/Art.%209", ("heading", "What stays open")),
    room("organisation-roles", "#/organisation/roles", ("checkbox", "Deployer…")),
    room("organisation-context", "#/organisation/context", ("button", "Add the issue")),
    room("organisation-parties", "#/organisation/parties", ("button", "Add the party")),
    room("organisation-scope", "#/organisation/scope", ("textbox", "Your text")),
    room("organisation-people", "#/organisation/people", ("button", "Add the person")),
    room("systems", "#/systems", ("heading", "AI systems")),
    room("systems-add", "#/systems/add", ("button", "Add it")),
    room("settings", "#/settings", ("radio", "Dark")),
];

/// What only the sample has: AI systems, findings, and evidence that is a text and a document.
pub(crate) const OF_THE_SAMPLE: &[Room] = &[
    room("systems-list", "#/systems", ("link", "S-4 Fraud hint")),
    room("systems-panel", "#/systems/S-4", ("textbox", "Affected")),
    room("objectives-list", "#/objectives", ("link", "Whoever works with an AI system is trained for it")),
    room("objective", "#/objectives/O-1", ("button", "Raise a finding")),
    room("objective-none", "#/objectives/O-3", ("button", "Record the judgement")),
    room("measure", "#/objectives/M-3", ("heading", "Letters that the sorting put into the wrong tray")),
    room("findings-list", "#/findings", ("link", "Estimates went out without a handler’s release")),
    room("finding", "#/findings/F-2", ("heading", "Estimates went out without a handler’s release")),
    room("finding-closed", "#/findings/F-1", ("heading", "Two new handlers had never seen the AI policy")),
    room("review", "#/reviews/MR-2", ("heading", "Management review of this year")),
    room("review-approved", "#/reviews/MR-1", ("heading", "First management review")),
    room("actions-list", "#/actions", ("button", "More about A-2")),
    room("actions-board", "#/actions/board", ("heading", "Open actions, week by week")),
    room("cases-list", "#/cases", ("link", "A transcript was attached to the wrong claim")),
    room("case", "#/cases/C-3", ("heading", "A transcript was attached to the wrong claim")),
    room("audits-list", "#/audits", ("link", "Competence and awareness in the claims teams")),
    room("audit", "#/audits/AU-3", ("button", "Conclude the audit")),
    room("audit-reported", "#/audits/AU-2", ("heading", "Competence and awareness in the claims teams")),
    room("evidence-text", "#/evidence/E-2", ("region", "Evidence E-2")),
    room("evidence-document", "#/evidence/E-16", ("group", "Page 1 of…")),
];

impl Application {
    /// Goes to a page and waits until it is whole.
    pub(crate) fn visit(&self, room: &Room) {
        self.driver.script("location.hash = arguments[0]", &[room.address.into()]);
        let (role, name) = room.landmark;
        self.has(role, name);
        self.is_settled();
        // What nobody expected is told in a notice; no page may begin with one.
        let told = self.driver.script("return document.body.innerText.includes('Something went wrong')", &[]);
        assert_eq!(told, false, "something went wrong at {}", room.address);
    }

    /// Opens what can be opened from everywhere.
    pub(crate) fn open_palette(&self) {
        self.press_with(&[CONTROL], "k");
        self.has("combobox", "Search or go to");
        self.is_settled();
    }

    /// Waits until nothing is being loaded or drawn.
    pub(crate) fn is_settled(&self) {
        until("the page is whole", || {
            self.driver
                .script(
                    "return document.fonts.status === 'loaded'
                       && document.querySelector('[aria-busy=\"true\"], [role=\"progressbar\"], .textLayer:empty') === null
                       && document.getAnimations().every(each => each.playState !== 'running')",
                    &[],
                )
                .as_bool()?
                .then_some(())
        });
    }

    /// Shows a theme from now on: `light` or `dark`.
    pub(crate) fn theme(&self, theme: &str) {
        self.operation("preferences.set", &json!({ "theme": theme })).expect("the theme is set");
        self.driver.ask("POST", "/refresh", Some(&json!({})));
        until(&format!("the {theme} theme shows"), || {
            (self.driver.script("return document.documentElement.dataset.theme ?? null", &[]) == theme)
                .then_some(())
        });
    }
}
