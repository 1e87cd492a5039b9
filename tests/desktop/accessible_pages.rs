//! axe-core on every page, in both themes.

use serde_json::json;

use crate::application::Computer;
use crate::keyboard::ESCAPE;
use crate::rooms::{INSIDE, OF_THE_SAMPLE, OUTSIDE};

const THEMES: [&str; 2] = ["light", "dark"];

#[test]
fn every_page_before_a_workspace_is_accessible() {
    let computer = Computer::new();
    let window = computer.start();
    for theme in THEMES {
        window.theme(theme);
        for room in OUTSIDE {
            window.visit(room);
            window.is_accessible(&format!("{}, {theme}", room.name));
        }
    }
}

#[test]
fn every_page_of_an_empty_workspace_is_accessible() {
    let computer = Computer::new();
    let window = computer.start();
    let organisation = json!({ "name": "Empty Ltd", "roles": ["user"], "scope": "" });
    let folder = computer.document("empty");
    window.operation("workspace.create", &json!({ "folder": folder, "organisation": organisation })).unwrap();
    for theme in THEMES {
        window.theme(theme);
        for room in INSIDE {
            window.visit(room);
            window.is_accessible(&format!("{} of an empty workspace, {theme}", room.name));
        }
    }
}

#[test]
fn every_page_of_the_sample_is_accessible() {
    let computer = Computer::new();
    let window = computer.start();
    window.operation("workspace.sample", &json!({ "folder": computer.document("sample") })).unwrap();
    for theme in THEMES {
        window.theme(theme);
        for room in INSIDE {
            window.visit(room);
            window.is_accessible(&format!("{} of the sample, {theme}", room.name));
        }
        for room in OF_THE_SAMPLE {
            window.visit(room);
            window.is_accessible(&format!("{} of the sample, {theme}", room.name));
        }
        window.open_palette();
        window.is_accessible(&format!("the palette, {theme}"));
        window.press(ESCAPE);
    }
}
