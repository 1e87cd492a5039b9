//! A picture of every page, for people to look at: `cargo xtask screenshots`.

use std::fs;
use std::path::PathBuf;

use serde_json::json;

use crate::application::{Application, Computer};
use crate::keyboard::ESCAPE;
use crate::rooms::{INSIDE, OF_THE_SAMPLE, OUTSIDE, Room};

const SIZES: [(u32, u32); 2] = [(1280, 800), (1024, 700)];

#[test]
#[ignore = "makes pictures; `cargo xtask screenshots` runs it"]
fn screenshots() {
    let folder = std::env::var_os("ANNEXE_SCREENSHOTS")
        .map(PathBuf::from)
        .expect("`cargo xtask screenshots` names it");
    for theme in ["light", "dark"] {
        for (width, height) in SIZES {
            let look = format!("{theme}-{width}x{height}");
            let take = |window: &Application, of: &str, page: &str| {
                let file = folder.join(format!("{of}-{page}-{look}.png"));
                fs::write(&file, window.steady_picture()).expect("the picture is written");
                println!("{}", file.display());
            };
            let all = |window: &Application, of: &str, rooms: &[Room]| {
                window.resize(width, height);
                window.theme(theme);
                for room in rooms {
                    window.visit(room);
                    take(window, of, room.name);
                }
            };

            let computer = Computer::new();
            let window = computer.start();
            all(&window, "outside", OUTSIDE);
            window.operation("workspace.sample", &json!({ "folder": computer.document("sample") })).unwrap();
            all(&window, "sample", INSIDE);
            all(&window, "sample", OF_THE_SAMPLE);
            window.open_palette();
            take(&window, "sample", "palette");
            window.press(ESCAPE);

            let computer = Computer::new();
            let window = computer.start();
            let organisation = json!({ "name": "Empty Ltd", "roles": ["user"], "scope": "" });
            let place = computer.document("empty");
            window
                .operation("workspace.create", &json!({ "folder": place, "organisation": organisation }))
                .unwrap();
            all(&window, "empty", INSIDE);
        }
    }
}

impl Application {
    /// Returns a picture once two in a row are the same, so that nothing is caught half drawn.
    pub(crate) fn steady_picture(&self) -> Vec<u8> {
        let mut before = self.picture();
        crate::webdriver::until("the page stands still", || {
            let now = self.picture();
            let is_steady = now == before;
            before = now;
            is_steady.then(|| before.clone())
        })
    }
}
