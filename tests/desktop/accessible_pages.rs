//! axe-core on every page in the smallest window: in both themes, and with the text at its size and at twice that.

use serde_json::json;

use crate::application::{Application, Computer};
use crate::keyboard::ESCAPE;
use crate::rooms::{INSIDE, OF_THE_SAMPLE, OUTSIDE, Room};

const THEMES: [&str; 2] = ["light", "dark"];
const TEXT_SIZES: [u32; 2] = [100, 200];

/// Goes through pages in each look, and then does something more in it.
fn all_are_accessible(window: &Application, of: &str, rooms: &[&[Room]], more: impl Fn(&str)) {
    window.resize(1024, 700);
    for theme in THEMES {
        window.theme(theme);
        for size in TEXT_SIZES {
            window.text_size(size);
            for room in rooms.iter().copied().flatten() {
                window.visit(room);
                let look = format!("{}{of}, {theme}, text at {size} %", room.name);
                window.is_accessible(&look);
                window.fits(&look);
            }
            more(&format!("{of}, {theme}, text at {size} %"));
        }
    }
}

#[test]
fn every_page_before_a_workspace_is_accessible() {
    let computer = Computer::new();
    let window = computer.start();
    all_are_accessible(&window, "", &[OUTSIDE], |_| ());
}

#[test]
fn every_page_of_an_empty_workspace_is_accessible() {
    let computer = Computer::new();
    let window = computer.start();
    let organisation = json!({ "name": "Empty Ltd", "roles": ["user"], "scope": "" });
    let folder = computer.document("empty");
    window.operation("workspace.create", &json!({ "folder": folder, "organisation": organisation })).unwrap();
    all_are_accessible(&window, " of an empty workspace", &[INSIDE], |_| ());
}

#[test]
fn every_page_of_the_sample_is_accessible() {
    let computer = Computer::new();
    let window = computer.start();
    window.operation("workspace.sample", &json!({ "folder": computer.document("sample") })).unwrap();
    all_are_accessible(&window, " of the sample", &[INSIDE, OF_THE_SAMPLE], |look| {
        window.open_palette();
        window.is_accessible(&format!("the palette{look}"));
        window.press(ESCAPE);
    });
}
