//! The page as a person or a screen reader finds things in it: by role and accessible name.

use serde_json::Value;

use crate::application::Application;
use crate::webdriver::until;

/// axe-core, which the UI's packages hold.
pub(crate) const AXE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/ui/node_modules/axe-core/axe.min.js");

/// What has the keyboard's focus.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Focus {
    pub(crate) role: String,
    pub(crate) name: String,
    pub(crate) value: Option<String>,
}

impl Focus {
    /// Says whether it is this; a name that ends with … is its beginning.
    pub(crate) fn is(&self, role: &str, name: &str) -> bool {
        let is_named = match name.strip_suffix('…') {
            Some(beginning) => self.name.starts_with(beginning),
            None => self.name == name,
        };
        self.role == role && is_named
    }
}

impl Application {
    /// Puts axe-core and our search into the page, where they are not yet.
    pub(crate) fn equip(&self) {
        if self.driver.script("return typeof window.__seek", &[]) == "object" {
            return;
        }
        let axe = std::fs::read_to_string(AXE).expect("axe-core is installed; `cargo xtask test` does it");
        // Told to be a page's script and not a module, axe sets `window.axe`.
        let both =
            format!("const module = undefined;\n{axe}\nwindow.axe = axe;\n{}", include_str!("page.js"));
        self.driver.script(&both, &[]);
    }

    /// Waits until there is something of this role and name; a name that ends with … is its beginning.
    pub(crate) fn has(&self, role: &str, name: &str) {
        until(&format!("there is a {role} “{name}”"), || {
            self.equip();
            let wanted = [role.into(), name.into()];
            self.driver.script("return window.__seek.has(...arguments)", &wanted).as_bool()?.then_some(())
        });
    }

    /// Returns the names of everything of this role.
    pub(crate) fn names(&self, role: &str) -> Vec<String> {
        self.equip();
        let names = self.driver.script("return window.__seek.all(arguments[0])", &[role.into()]);
        names.as_array().into_iter().flatten().filter_map(Value::as_str).map(str::to_owned).collect()
    }

    /// Returns what has the focus.
    pub(crate) fn focus(&self) -> Focus {
        self.equip();
        let focus = self.driver.script("return window.__seek.focus()", &[]);
        let text = |key: &str| focus[key].as_str().map(str::to_owned);
        Focus {
            role: text("role").unwrap_or_default(),
            name: text("name").unwrap_or_default(),
            value: text("value"),
        }
    }

    /// Returns the words that the page shows.
    pub(crate) fn words(&self) -> String {
        self.driver.script("return document.body.innerText", &[]).as_str().unwrap_or_default().to_owned()
    }

    /// Waits until this has the focus.
    pub(crate) fn is_focused(&self, role: &str, name: &str) {
        until(&format!("the {role} “{name}” has the focus"), || {
            self.focus().is(role, name).then_some(())
        });
    }

    /// Waits until the page shows these words.
    pub(crate) fn shows(&self, words: &str) {
        until(&format!("the page shows “{words}”"), || self.words().contains(words).then_some(()));
    }
}
