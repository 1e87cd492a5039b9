//! `cargo xtask dev`: the window on Vite's server.

use std::net::{Ipv4Addr, SocketAddr, TcpStream};
use std::path::Path;
use std::process::{Child, Command};
use std::thread::sleep;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};

use crate::command::{cargo, run};
use crate::place::Place;
use crate::setup::set_up;
use crate::system::Purpose;

/// Where tauri.conf.json (`devUrl`) expects Vite.
const PORT: u16 = 1420;

/// Opens the window on Vite's server, and ends the server with it.
pub(crate) fn dev(place: &Place, folder: Option<&Path>) -> Result<()> {
    set_up(place, Purpose::Build)?;
    let mut server = Server::start(place)?;
    server.wait()?;
    let mut window = cargo(&place.root);
    window.args(["run", "--package", "annexe-desktop", "--no-default-features", "--"]);
    run(window.args(folder))
}

/// Vite's server; it ends when this is dropped.
struct Server(Child);

impl Server {
    fn start(place: &Place) -> Result<Self> {
        // Node itself and not `npm run`, so that ending the process ends the server.
        let mut vite = Command::new("node");
        let port = PORT.to_string();
        vite.args(["node_modules/vite/bin/vite.js", "--host", "127.0.0.1", "--port", &port, "--strictPort"]);
        Ok(Self(vite.current_dir(place.ui()).spawn().context("Vite did not start")?))
    }

    fn wait(&mut self) -> Result<()> {
        let address = SocketAddr::from((Ipv4Addr::LOCALHOST, PORT));
        let began = Instant::now();
        while TcpStream::connect_timeout(&address, Duration::from_secs(1)).is_err() {
            if let Some(status) = self.0.try_wait()? {
                bail!(
                    "Vite ended before the window opened ({status}). Is another one running on port {PORT}?"
                );
            }
            if began.elapsed() > Duration::from_secs(60) {
                bail!("Vite did not answer on port {PORT} within a minute.");
            }
            sleep(Duration::from_millis(100));
        }
        Ok(())
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // It may have ended by itself.
        drop(self.0.kill());
        drop(self.0.wait());
    }
}
