//! As much of the WebDriver protocol as the tests need.

use std::net::TcpListener;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use serde_json::{Value, json};
use ureq::Agent;

/// No request takes longer than this, so that a window that never comes fails its test.
const PATIENCE: Duration = Duration::from_secs(60);

/// WebKit’s driver, and the one window that it drives.
pub(crate) struct WebDriver {
    agent: Agent,
    session: String,
    process: Process,
}

/// The driver's process; it ends when this is dropped.
struct Process(Child);

impl Drop for Process {
    fn drop(&mut self) {
        drop(self.0.kill());
        drop(self.0.wait());
    }
}

impl WebDriver {
    /// Starts `program` in a driver that `prepare` gives its environment, which the program inherits.
    pub(crate) fn start(program: &str, arguments: &[String], prepare: impl Fn(&mut Command)) -> Self {
        let port = free_port();
        let mut driver = Command::new("WebKitWebDriver");
        driver.arg(format!("--port={port}")).stdin(Stdio::null());
        prepare(&mut driver);
        driver.env("TAURI_AUTOMATION", "true").env("TAURI_WEBVIEW_AUTOMATION", "true");
        let process =
            Process(driver.spawn().expect("WebKitWebDriver starts; `cargo xtask test` installs it"));

        let agent =
            Agent::config_builder().timeout_global(Some(PATIENCE)).http_status_as_error(false).build();
        let agent = Agent::new_with_config(agent);
        let server = format!("http://127.0.0.1:{port}");
        until("the driver answers", || agent.get(format!("{server}/status")).call().is_ok().then_some(()));

        let capabilities = json!({ "capabilities": { "alwaysMatch": {
            "webkitgtk:browserOptions": { "binary": program, "args": arguments },
            "timeouts": { "script": 30_000, "pageLoad": 30_000, "implicit": 0 },
        }}});
        let answer = send(&agent, "POST", &format!("{server}/session"), Some(&capabilities))
            .unwrap_or_else(|problem| panic!("the window did not open: {problem}"));
        let id = answer["sessionId"].as_str().expect("a session has an id");
        Self { session: format!("{server}/session/{id}"), agent, process }
    }

    /// Asks the driver; panics where it refuses.
    pub(crate) fn ask(&self, method: &str, path: &str, body: Option<&Value>) -> Value {
        self.try_to(method, path, body).unwrap_or_else(|problem| panic!("{method} {path}: {problem}"))
    }

    /// Asks the driver; returns what it says where it refuses.
    pub(crate) fn try_to(&self, method: &str, path: &str, body: Option<&Value>) -> Result<Value, String> {
        send(&self.agent, method, &format!("{}{path}", self.session), body)
    }

    /// Runs the body of a function in the page and returns its result.
    pub(crate) fn script(&self, body: &str, arguments: &[Value]) -> Value {
        self.ask("POST", "/execute/sync", Some(&json!({ "script": body, "args": arguments })))
    }

    /// Runs the body of a function in the page that ends by calling its last argument.
    pub(crate) fn async_script(&self, body: &str, arguments: &[Value]) -> Value {
        self.ask("POST", "/execute/async", Some(&json!({ "script": body, "args": arguments })))
    }

    /// Closes the window and ends the driver.
    pub(crate) fn close(&mut self) {
        drop(self.try_to("DELETE", "", None));
        drop(self.process.0.kill());
    }
}

impl Drop for WebDriver {
    fn drop(&mut self) {
        self.close();
    }
}

fn send(agent: &Agent, method: &str, url: &str, body: Option<&Value>) -> Result<Value, String> {
    let request =
        ureq::http::Request::builder().method(method).uri(url).header("content-type", "application/json");
    let answer = match body {
        Some(body) => request.body(body.to_string()).map(|request| agent.run(request)),
        None => request.body(()).map(|request| agent.run(request)),
    };
    let mut answer = answer.map_err(|problem| problem.to_string())?.map_err(|problem| problem.to_string())?;
    let is_done = answer.status().is_success();
    let body = answer.body_mut().with_config().limit(64 << 20).read_to_string();
    let text = body.map_err(|problem| problem.to_string())?;
    let mut answer: Value = serde_json::from_str(&text).map_err(|_| text.clone())?;
    let value = answer["value"].take();
    if is_done { Ok(value) } else { Err(format!("{}: {}", value["error"], value["message"])) }
}

fn free_port() -> u16 {
    let listener = TcpListener::bind("127.0.0.1:0").expect("there is a free port");
    listener.local_addr().expect("it has a number").port()
}

/// Asks again and again until there is an answer; panics where there is none in time.
pub(crate) fn until<T>(what: &str, mut ask: impl FnMut() -> Option<T>) -> T {
    let began = Instant::now();
    loop {
        if let Some(answer) = ask() {
            return answer;
        }
        assert!(began.elapsed() < PATIENCE, "waited {PATIENCE:?} in vain until {what}");
        std::thread::sleep(Duration::from_millis(25));
    }
}
