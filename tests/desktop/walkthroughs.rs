//! Three companies start, by keyboard alone: from the first page through the seven questions to a plan with dates.
//!
//! Each leaves pictures in `target/walkthroughs`.

use serde_json::json;

use crate::application::{Application, Computer};
use crate::keyboard::{DOWN, SPACE};

/// A company that starts.
struct Company {
    /// Its name in the names of pictures.
    called: &'static str,
    name: &'static str,
    roles: &'static [&'static str],
    act_roles: &'static [&'static str],
    system: &'static str,
    /// What may follow on the first step, by the day of the week and by what matters to the roles.
    then: &'static [&'static str],
    /// A step that the roles make heavy, and how many minutes it then takes.
    heavy: (&'static str, u64),
}

/// What everybody begins with.
const FIRST: &str = "Find out what ISO/IEC 42001 is";

const WEIGH: &str = "Weigh what it brings and what it costs";
const COPY: &str = "Buy a copy of the standard";
const TALK: &str = "Talk about it inside the company";
const ACT: &str = "Keep the AI Act apart";

const USER: Company = Company {
    called: "user",
    name: "Harbour Letters",
    roles: &["We use it…"],
    act_roles: &["Deployer…"],
    system: "Letter assistant",
    then: &[WEIGH, COPY, TALK],
    heavy: ("check-suppliers", 480),
};

const PROVIDER: Company = Company {
    called: "provider",
    name: "Slipway Bookings",
    roles: &["We use it…", "We offer it…"],
    act_roles: &["Provider…"],
    system: "Berth finder",
    then: &[WEIGH, COPY, ACT],
    heavy: ("agree-with-customers", 300),
};

const PRODUCER: Company = Company {
    called: "producer",
    name: "Millrace Vision",
    roles: &["We offer it…", "We make it…"],
    act_roles: &["Provider…"],
    system: "Fault finder",
    then: &[WEIGH, COPY, ACT],
    heavy: ("test-and-release", 780),
};

#[test]
fn a_company_that_uses_ai_comes_to_a_plan() {
    let computer = Computer::new();
    let window = computer.start();
    Walk::begin(&window, &USER).goes_all_the_way(&computer);
}

#[test]
fn a_company_that_offers_ai_comes_to_a_plan_though_it_left_midway() {
    let computer = Computer::new();
    let window = computer.start();
    let mut walk = Walk::begin(&window, &PROVIDER);
    walk.company();
    walk.roles();
    walk.systems();
    window.has("radio", "The whole company");
    drop(window);

    let window = computer.start();
    window.shows("Your answers for Slipway Bookings are kept");
    window.activate("button", "Go on with starting a workspace…");
    window.has("radio", "The whole company");
    Walk { window: &window, company: &PROVIDER, pages: 3 }.goes_on_from_the_scope(&computer);
}

#[test]
fn a_company_that_makes_ai_comes_to_a_plan() {
    let computer = Computer::new();
    let window = computer.start();
    Walk::begin(&window, &PRODUCER).goes_all_the_way(&computer);
}

/// The way of a company through the questions.
struct Walk<'a> {
    window: &'a Application,
    company: &'a Company,
    /// How many pages it has passed.
    pages: u32,
}

impl<'a> Walk<'a> {
    fn begin(window: &'a Application, company: &'a Company) -> Self {
        window.activate("button", "Start a workspace…");
        Self { window, company, pages: 0 }
    }

    fn goes_all_the_way(mut self, computer: &Computer) {
        self.company();
        self.roles();
        self.systems();
        self.goes_on_from_the_scope(computer);
    }

    fn company(&mut self) {
        self.window.fill("textbox", "Name of the company", self.company.name);
        self.window.fill("textbox", "What it does (you can leave this empty)", "It serves small harbours.");
        self.window.fill("textbox", "People who work there", "34");
        self.goes_on();
    }

    fn roles(&mut self) {
        for role in self.company.roles.iter().chain(self.company.act_roles) {
            self.window.tab_to("checkbox", role);
            self.window.press(SPACE);
        }
        self.takes_picture("roles");
        self.goes_on();
    }

    fn systems(&mut self) {
        self.window.fill("textbox", "Name", self.company.system);
        self.window.fill("textbox", "Owner", "IT lead");
        self.window.fill("textbox", "What it is for", "It saves time.");
        self.window.tab_to("checkbox", self.company.roles[0]);
        self.window.press(SPACE);
        self.goes_on();
    }

    fn goes_on_from_the_scope(mut self, computer: &Computer) {
        let Self { window, company, .. } = self;
        window.tab_to("radio", "The whole company");
        window.press(SPACE);
        window.shows(&format!("The AI management system of {} covers", company.name));
        self.goes_on();
        window.fill("textbox", "Leads the AI management system", "Quality manager");
        window.fill("textbox", "Top management", "Managing director");
        self.goes_on();
        window.tab_to("radio", "In 3 months…");
        window.press(DOWN);
        window.shows("hours a week");
        self.takes_picture("target");
        self.goes_on();
        self.takes_picture("check");
        window.tab_to("textbox", "Where Annexe keeps it");
        let folder = computer.document(company.name);
        assert_eq!(window.focus().value.as_deref(), folder.to_str());
        window.activate("button", "Create the workspace");
        self.pages += 1;
        assert!(self.pages <= 7, "{} pages", self.pages);
        self.has_its_plan();
        computer.home_is_empty();
    }

    /// Goes on to the next page, and counts it.
    fn goes_on(&mut self) {
        self.pages += 1;
        let (this, next) = (format!("Page {} of 7", self.pages), format!("Page {} of 7", self.pages + 1));
        self.window.shows(&this);
        self.window.activate("button", "Continue");
        self.window.shows(&next);
    }

    /// Fails where the first page does not name steps that make sense to this company, or a step has no day.
    fn has_its_plan(&self) {
        let window = self.window;
        window.has("heading", "Home…");
        let next = window.operation("guide.next", &json!({})).unwrap();
        let steps = next.as_array().unwrap();
        let titles: Vec<&str> = steps.iter().filter_map(|step| step["title"].as_str()).collect();
        assert_eq!((titles.len(), titles[0]), (3, FIRST), "{titles:?}");
        assert!(titles[1..].iter().all(|title| self.company.then.contains(title)), "{titles:?}");
        let days: Vec<&str> = steps.iter().filter_map(|step| step["due"].as_str()).collect();
        assert!(days.len() == 3 && days.is_sorted(), "{days:?}");
        for title in titles {
            window.shows(title);
        }
        self.takes_picture("home");

        let (heavy, minutes) = self.company.heavy;
        let step = window.operation("guide.step", &json!({ "step": heavy })).unwrap();
        assert_eq!(step["minutes"], minutes, "{step:#}");
        let systems = window.operation("system.list", &json!({})).unwrap();
        assert_eq!(
            (&systems[0]["name"], &systems[0]["owner"]),
            (&json!(self.company.system), &json!("IT lead"))
        );
        window.activate("link", "Guide");
        window.has("heading", "Next steps");
        self.takes_picture("guide");
    }

    fn takes_picture(&self, page: &str) {
        self.window.leaves_picture(&format!("{}-{page}", self.company.called));
    }
}
