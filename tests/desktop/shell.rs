//! The shell by itself: the window, its security, and the door to the operations.

use serde_json::json;

use crate::application::Computer;
use crate::drag::Drag;
use crate::webdriver::until;

#[test]
fn the_window_opens_on_the_welcome_page() {
    let computer = Computer::new();
    let window = computer.start();
    window.has("heading", "Annexe");
    assert_eq!(window.driver.ask("GET", "/title", None), "Welcome - Annexe");
    assert_eq!(window.driver.script("return [innerWidth, innerHeight]", &[]), json!([1280, 800]));
    drop(window);
    computer.home_is_empty();
}

#[test]
fn the_window_asks_the_operations_through_one_door() {
    let computer = Computer::new();
    let window = computer.start();
    let about = window.operation("app.about", &json!({})).unwrap();
    assert_eq!(about["version"], env!("CARGO_PKG_VERSION"));
    let failure = window.operation("app.no-such-thing", &json!({})).unwrap_err();
    assert!(failure["code"].is_string() && failure["message"].is_string(), "{failure}");
}

#[test]
fn the_page_can_ask_nothing_else_of_the_shell() {
    let computer = Computer::new();
    let window = computer.start();
    for command in ["plugin:dialog|open", "plugin:window|close", "plugin:event|listen", "plugin:fs|read_file"]
    {
        let answer = window.driver.async_script(
            "const [command, done] = arguments;
             window.__TAURI_INTERNALS__.invoke(command, {}).then(() => done('done'), () => done('refused'));",
            &[command.into()],
        );
        assert_eq!(answer, "refused", "{command}");
    }
    assert_eq!(window.driver.script("return typeof window.__TAURI__", &[]), "undefined");
    assert_eq!(window.driver.script("return Object.isFrozen(Object.prototype)", &[]), true);
}

#[test]
fn the_page_runs_no_script_and_loads_nothing_from_outside() {
    let computer = Computer::new();
    let window = computer.start();
    window.has("heading", "Annexe");
    window.driver.script(
        "window.refused = [];
         document.addEventListener('securitypolicyviolation', event => window.refused.push(event.effectiveDirective));
         const script = document.createElement('script');
         script.textContent = 'window.injected = true';
         document.head.append(script);
         const style = document.createElement('style');
         style.textContent = 'body { display: none }';
         document.head.append(style);
         document.body.insertAdjacentHTML('beforeend', '<img src=\"https://example.org/a.png\" alt=\"\">');
         fetch('https://example.org/').catch(() => {});",
        &[],
    );
    for directive in ["script-src-elem", "style-src-elem", "img-src", "connect-src"] {
        until(&format!("{directive} refuses"), || {
            window
                .driver
                .script("return window.refused.includes(arguments[0])", &[directive.into()])
                .as_bool()?
                .then_some(())
        });
    }
    assert_eq!(window.driver.script("return typeof window.injected", &[]), "undefined");
}

#[test]
fn the_window_goes_to_no_page_outside() {
    let computer = Computer::new();
    let window = computer.start();
    window.has("heading", "Annexe");
    window.driver.script(
        "window.still = true; location.href = 'https://example.org/'; window.open('https://example.org/')",
        &[],
    );
    window.operation("app.about", &json!({})).unwrap();
    assert_eq!(window.driver.script("return window.still", &[]), true);
    assert_eq!(window.driver.ask("GET", "/window/handles", None).as_array().map(Vec::len), Some(1));
}

#[test]
fn files_that_are_held_over_the_window_and_dropped_are_told_to_the_page() {
    let computer = Computer::new();
    let window = computer.start();
    window.has("heading", "Annexe");
    window.driver.script(
        "window.told = [];
         const shell = window.__TAURI_INTERNALS__;
         const heard = ({ message }) => window.told.push(message);
         shell.invoke('listen', { notices: `__CHANNEL__:${shell.transformCallback(heard)}` });",
        &[],
    );
    let (policy, minutes) =
        (computer.document("policy, signed.txt"), computer.document("Protokoll März.txt"));
    for file in [&policy, &minutes] {
        std::fs::write(file, "words").unwrap();
    }
    let told = |kind: &str| {
        window.driver.script(
            "return window.told.filter(one => one?.kind === arguments[0]).at(-1) ?? null",
            &[kind.into()],
        )
    };

    // On a busy computer the page can miss one coming and going: what is not told is done once more.
    for (kind, told_of) in [("files-over", "they are held over the page"), ("files-left", "they have left")] {
        until(told_of, || {
            let mut drag = Drag::of(&window, &[&policy, &minutes]);
            drag.over(400, 300);
            drag.leave();
            (told(kind) != json!(null)).then_some(())
        });
    }

    Drag::of(&window, &[&policy, &minutes]).drop_at(200, 100);
    until("they are dropped", || (told("files-dropped") != json!(null)).then_some(()));
    let dropped = told("files-dropped");
    assert_eq!(dropped["paths"], json!([policy, minutes]));
    assert_eq!((&dropped["x"], &dropped["y"], &dropped["odd"]), (&json!(200), &json!(100), &json!([])));
}
