//! The built application, running in a home folder of its own.

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::{Value, json};
use tempfile::TempDir;

use crate::display::Display;
use crate::webdriver::WebDriver;

/// A folder that stands for a person's computer: their home, their documents.
pub(crate) struct Computer(TempDir);

impl Computer {
    /// Returns one on which Annexe has never run.
    pub(crate) fn new() -> Self {
        let computer = Self(TempDir::new_in(env!("CARGO_TARGET_TMPDIR")).expect("a temporary folder"));
        for folder in ["home", "documents", "config", "data", "state", "cache", "run"] {
            fs::create_dir(computer.0.path().join(folder)).expect("a folder in it");
        }
        let documents = format!("XDG_DOCUMENTS_DIR=\"{}\"\n", text(&computer.document("")));
        fs::write(computer.0.path().join("config/user-dirs.dirs"), documents)
            .expect("its folder for documents");
        computer
    }

    /// Returns a path among the documents.
    pub(crate) fn document(&self, name: &str) -> PathBuf {
        self.0.path().join("documents").join(name)
    }

    /// Returns the file that names what was last opened in another program.
    pub(crate) fn opened(&self) -> PathBuf {
        self.0.path().join("opened")
    }

    /// Returns the file that holds the notifications so far.
    pub(crate) fn notified(&self) -> PathBuf {
        self.0.path().join("notified")
    }

    /// Fails where something was written to the home folder itself.
    pub(crate) fn home_is_empty(&self) {
        let found: Vec<_> =
            self.0.path().join("home").read_dir().unwrap().map(|entry| entry.unwrap().path()).collect();
        assert!(found.is_empty(), "the home folder holds {found:?}");
    }

    /// Starts the application.
    pub(crate) fn start(&self) -> Application {
        self.start_on(None, &[])
    }

    /// Starts the application on a workspace, with the paths that its native dialogs will be given, in order.
    pub(crate) fn start_on(&self, workspace: Option<&Path>, picks: &[&Path]) -> Application {
        let folder = |name: &str| self.0.path().join(name);
        let script = folder("picks");
        let lines: Vec<String> = picks.iter().map(|path| text(path)).collect();
        fs::write(&script, lines.join("\n")).expect("the paths to pick are written");

        let display = Display::start();
        let arguments: Vec<String> = workspace.into_iter().map(text).collect();
        let driver = WebDriver::start(env!("CARGO_BIN_EXE_annexe-desktop"), &arguments, |driver| {
            driver.env("HOME", folder("home"));
            driver.env("XDG_CONFIG_HOME", folder("config"));
            driver.env("XDG_DATA_HOME", folder("data"));
            driver.env("XDG_STATE_HOME", folder("state"));
            driver.env("XDG_CACHE_HOME", folder("cache"));
            driver.env("XDG_RUNTIME_DIR", folder("run"));
            driver.env("ANNEXE_PICK", &script);
            driver.env("ANNEXE_OPENED", self.opened());
            driver.env("ANNEXE_NOTIFIED", self.notified());
            driver.env("USER", "tester");
            // One language, one time zone, a display without a graphics card, no settings of the desktop.
            driver.env("LC_ALL", "C.UTF-8").env("TZ", "UTC");
            driver.env("DISPLAY", display.name()).env("GDK_BACKEND", "x11").env_remove("WAYLAND_DISPLAY");
            driver.env("WEBKIT_DISABLE_COMPOSITING_MODE", "1").env("LIBGL_ALWAYS_SOFTWARE", "1");
            driver.env("GSETTINGS_BACKEND", "memory").env("NO_AT_BRIDGE", "1").env("GTK_A11Y", "none");
            driver.env("DBUS_SESSION_BUS_ADDRESS", "disabled:");
        });
        Application { driver, display }
    }
}

fn text(path: &Path) -> String {
    path.to_str().expect("the test's paths are text").to_owned()
}

/// The application while it runs; it ends when this is dropped, and its display after it.
pub(crate) struct Application {
    pub(crate) driver: WebDriver,
    pub(crate) display: Display,
}

impl Application {
    /// Sets the size of what the page sees, in CSS pixels.
    pub(crate) fn resize(&self, width: u32, height: u32) {
        self.driver.ask("POST", "/window/rect", Some(&json!({ "width": width, "height": height })));
        crate::webdriver::until("the window has its size", || {
            let size = self.driver.script("return [innerWidth, innerHeight]", &[]);
            (size == json!([width, height])).then_some(())
        });
    }

    /// Runs an operation as the window does, and returns its result or its failure.
    pub(crate) fn operation(&self, name: &str, arguments: &Value) -> Result<Value, Value> {
        let answer = self.driver.async_script(
            "const [operation, args, done] = arguments;
             const shell = window.__TAURI_INTERNALS__;
             const progress = `__CHANNEL__:${shell.transformCallback(() => {})}`;
             shell.invoke('call', { operation, arguments: args, progress, id: 4000000000 })
                  .then(result => done({ result }), failure => done({ failure }));",
            &[name.into(), arguments.clone()],
        );
        match answer.get("failure") {
            Some(failure) => Err(failure.clone()),
            None => Ok(answer["result"].clone()),
        }
    }

    /// Returns a picture of the page, as PNG.
    pub(crate) fn picture(&self) -> Vec<u8> {
        // The picture is taken when the page is drawn next, and one that stands still never is: something
        // that cannot be seen changes for a while.
        self.driver.script(
            "let turn = 0;
             const style = document.documentElement.style;
             const ticking = setInterval(() => style.setProperty('outline-offset', `${(turn += 1) % 7}px`), 30);
             setTimeout(() => { clearInterval(ticking); style.removeProperty('outline-offset'); }, 3000);",
            &[],
        );
        decoded(&self.driver.ask("GET", "/screenshot", None))
    }

    /// Leaves a picture of the page in `target/walkthroughs`, for people to look at.
    pub(crate) fn leaves_picture(&self, name: &str) {
        self.is_settled();
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/walkthroughs");
        fs::create_dir_all(&folder).expect("a folder for the pictures");
        fs::write(folder.join(format!("{name}.png")), self.steady_picture()).expect("the picture is written");
    }
}

impl Drop for Application {
    /// Leaves a picture of where a test failed, in `target/tmp`.
    fn drop(&mut self) {
        if !std::thread::panicking() {
            return;
        }
        let test = std::thread::current().name().unwrap_or("a test").replace("::", "-");
        let file = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("{test}.png"));
        if let Ok(picture) = self.driver.try_to("GET", "/screenshot", None).map(|picture| decoded(&picture))
            && fs::write(&file, picture).is_ok()
        {
            eprintln!("The window as it was: {}", file.display());
        }
    }
}

fn decoded(picture: &Value) -> Vec<u8> {
    use base64::{Engine, prelude::BASE64_STANDARD};
    picture.as_str().and_then(|text| BASE64_STANDARD.decode(text).ok()).unwrap_or_default()
}
