//! The first whole road, by keyboard alone: from nothing to a Statement of Applicability on disk.

use std::path::Path;
use std::process::Command;

use crate::application::{Application, Computer};
use crate::keyboard::{CONTROL, DOWN, ENTER, ESCAPE, SPACE};
use crate::webdriver::until;

const WHY_POLICY: &str = "Staff answer customers with AI, see risk R-04 in the register of March.";
const WHY_NOT: &str = "No AI system is bought from suppliers; looked at again each January by the board.";
const WHY_UNDONE: &str = "Decided in haste and taken back at once.";

#[test]
fn by_keyboard_alone_a_company_comes_to_its_statement() {
    let computer = Computer::new();
    let (documents, pdf) = (computer.document(""), computer.document("soa.pdf"));
    let window = computer.start_on(None, &[&documents, &pdf]);

    create_workspace(&window);
    decide(&window, "A.2.2", Answer::Applies("Risk assessment"), WHY_POLICY);
    decide(&window, "A.10.3", Answer::Excluded("No relevant risk"), WHY_NOT);
    decide(&window, "A.2.3", Answer::Applies("Law"), WHY_UNDONE);
    window.press_with(&[CONTROL], "z");
    window.has_control("A.2.3", "Undecided");
    export(&window, &pdf);

    let text = text_of(&pdf);
    assert!(text.contains("Harbour Letters"), "{text}");
    assert!(text.contains(WHY_POLICY), "{text}");
    assert!(text.contains(WHY_NOT), "{text}");
    assert!(!text.contains(WHY_UNDONE), "{text}");

    drop(window);
    let window = computer.start();
    window.activate("button", "Harbour Letters…");
    window.activate("link", "Controls");
    window.has_control("A.2.2", "Not started");
    window.has_control("A.10.3", "Excluded");
    window.has_control("A.2.3", "Undecided");
    computer.home_is_empty();
}

fn create_workspace(window: &Application) {
    window.activate("button", "Start a workspace…");
    window.fill("textbox", "Name of the company", "Harbour Letters");
    window.press(ENTER);
    window.tab_to("checkbox", "We use it…");
    window.press(SPACE);
    window.activate("button", "Continue");
    window.tab_to("checkbox", "We don’t know yet");
    window.press(SPACE);
    window.activate("button", "Continue");
    window.tab_to("radio", "The whole company");
    window.press(SPACE);
    window.activate("button", "Continue");
    window.has("textbox", "Top management");
    window.activate("button", "Continue");
    window.tab_to("radio", "In 3 months…");
    window.press_with(&[], DOWN);
    window.activate("button", "Continue");
    window.activate("button", "Choose another place");
    window.tab_to("textbox", "Where Annexe keeps it");
    until("the folder is chosen", || window.focus().value.filter(|folder| !folder.is_empty()));
    window.activate("button", "Create the workspace");
    window.has("heading", "Home…");
    window.activate("link", "Controls");
}

/// An answer, with its reason or its ground.
enum Answer {
    Applies(&'static str),
    Excluded(&'static str),
}

/// Decides a control from its row: the key for the answer, the justification, then its reason or ground.
fn decide(window: &Application, id: &str, answer: Answer, why: &str) {
    window.go_to_control(id);
    window.press(if matches!(answer, Answer::Applies(_)) { "a" } else { "e" });
    window.is_focused("textbox", "Justification");
    window.type_text(why);
    match answer {
        Answer::Applies(reason) => {
            window.back_to("button", reason);
            window.press(SPACE);
            window.has_control(id, "Not started");
        }
        Answer::Excluded(ground) => {
            window.back_to("radio", "Excluded");
            window.tab_to("radio", ground);
            window.press(SPACE);
            window.has_control(id, "Excluded");
        }
    }
    window.press(ESCAPE);
    window.is_focused("row", &format!("{id} …"));
}

fn export(window: &Application, pdf: &Path) {
    window.press_with(&[CONTROL], "k");
    window.is_focused("combobox", "Search or go to");
    window.type_text("Statement of");
    window.has("option", "Statement of Applicability…");
    window.press(ENTER);
    window.has("heading", "Statement of Applicability");
    window.activate("button", "Export the PDF");
    window.shows("soa.pdf written");
    assert!(pdf.is_file());
}

impl Application {
    /// Waits until the list shows a control in this state.
    fn has_control(&self, id: &str, state: &str) {
        until(&format!("{id} is {state}"), || {
            let row = self.names("row").into_iter().find(|row| row.starts_with(&format!("{id} ")))?;
            row.ends_with(&format!(", {state}")).then_some(())
        });
    }

    /// Finds a control by the filter and leads the focus to its row.
    fn go_to_control(&self, id: &str) {
        self.tab_to("row", "…");
        self.press("/");
        self.is_focused("searchbox", "Filter controls");
        self.press_with(&[CONTROL], "a");
        self.type_text(id);
        until(&format!("only {id} is left"), || {
            let rows = self.names("row");
            rows.iter()
                .filter(|row| row.contains(", "))
                .all(|row| row.starts_with(&format!("{id} ")))
                .then_some(())
        });
        self.tab_to("row", &format!("{id} …"));
    }
}

/// Returns the words of a PDF, lines joined.
fn text_of(pdf: &Path) -> String {
    let output = Command::new("pdftotext").arg("-raw").arg(pdf).arg("-").output();
    let output = output.expect("pdftotext runs; `cargo xtask test` installs it");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8_lossy(&output.stdout).split_whitespace().collect::<Vec<_>>().join(" ")
}
