//! The keyboard, and nothing else.

use serde_json::json;

use crate::application::Application;
use crate::webdriver::until;

pub(crate) const TAB: &str = "\u{E004}";
pub(crate) const ENTER: &str = "\u{E007}";
pub(crate) const ESCAPE: &str = "\u{E00C}";
pub(crate) const SPACE: &str = " ";
pub(crate) const DOWN: &str = "\u{E015}";
pub(crate) const UP: &str = "\u{E013}";
pub(crate) const CONTROL: &str = "\u{E009}";
pub(crate) const SHIFT: &str = "\u{E008}";

/// As many stops as the longest page could have.
const STOPS: usize = 120;

impl Application {
    /// Presses a key, while these others are held down.
    pub(crate) fn press_with(&self, held: &[&str], key: &str) {
        let down = |key: &&str| json!({ "type": "keyDown", "value": key });
        let up = |key: &&str| json!({ "type": "keyUp", "value": key });
        let mut actions: Vec<_> = held.iter().map(down).collect();
        actions.extend([down(&key), up(&key)]);
        actions.extend(held.iter().rev().map(up));
        self.act(&json!(actions));
    }

    /// Presses a key.
    pub(crate) fn press(&self, key: &str) {
        self.press_with(&[], key);
    }

    /// Types a text.
    pub(crate) fn type_text(&self, text: &str) {
        let strokes = text.chars().flat_map(|letter| {
            let letter = letter.to_string();
            [json!({ "type": "keyDown", "value": letter }), json!({ "type": "keyUp", "value": letter })]
        });
        self.act(&strokes.collect());
    }

    fn act(&self, actions: &serde_json::Value) {
        let keyboard = json!({ "actions": [{ "type": "key", "id": "keyboard", "actions": actions }] });
        self.driver.ask("POST", "/actions", Some(&keyboard));
    }

    /// Goes on with Tab until this is in focus; a name that ends with … is its beginning.
    pub(crate) fn tab_to(&self, role: &str, name: &str) {
        self.step_to(role, name, &[]);
    }

    /// Goes back with Shift and Tab until this is in focus.
    pub(crate) fn back_to(&self, role: &str, name: &str) {
        self.step_to(role, name, &[SHIFT]);
    }

    fn step_to(&self, role: &str, name: &str, held: &[&str]) {
        self.has(role, name);
        let mut passed = Vec::new();
        for _ in 0..STOPS {
            let focus = self.focus();
            if focus.is(role, name) {
                return;
            }
            let stop = format!("{} “{}”", focus.role, focus.name);
            if passed.len() > 2 && passed[0] == stop {
                break;
            }
            passed.push(stop);
            self.press_with(held, TAB);
        }
        panic!("Tab does not reach the {role} “{name}”; it passes {passed:#?}");
    }

    /// Goes to this with Tab, and presses Enter on it.
    pub(crate) fn activate(&self, role: &str, name: &str) {
        self.tab_to(role, name);
        self.press(ENTER);
    }

    /// Goes to this field with Tab and types a text into it, over what it holds.
    pub(crate) fn fill(&self, role: &str, name: &str, text: &str) {
        self.tab_to(role, name);
        self.press_with(&[CONTROL], "a");
        self.type_text(text);
        until(&format!("“{name}” holds what was typed"), || {
            (self.focus().value.as_deref() == Some(text)).then_some(())
        });
    }
}
