//! How long adding takes, beside the tools that people would use instead, on the same files and disk.
//!
//! All contenders of a case run in turn, several times over, from a warm page cache and a quiet disk; medians are
//! printed. `ANNEXE_BENCH_ROUNDS` says how often (5), `ANNEXE_BENCH_FILES` how many small files (10,000),
//! `ANNEXE_BENCH_LARGE_MIB` how large the large one is (2,048). Everything made is removed at the end.
//!
//! As with the other benchmarks, a name may be given that its own, `adding`, must contain; and without `--bench`,
//! which is how `cargo test` runs it, it does each thing once with next to nothing.

use std::ffi::OsStr;
use std::fs::{self, File};
use std::io::{BufWriter, Write as _};
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use annexe_vault::{Source, Vault};

type Failure = Box<dyn std::error::Error>;

/// What is measured, in the order of the table.
const CONTENDERS: [&str; 8] = [
    "vault add",
    "cp -r",
    "sync -f",
    "cp -r, sync -f",
    "sha256sum",
    "cp -r, sync -f, sha256sum",
    "restic backup",
    "vault verify",
];

/// The times of each contender, one for each round.
type Times = Vec<(&'static str, Vec<Duration>)>;

fn main() -> Result<(), Failure> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let mut names = arguments.iter().filter(|argument| !argument.starts_with('-')).peekable();
    if names.peek().is_some() && !names.any(|name| "adding".contains(name.as_str())) {
        return Ok(());
    }
    if !cfg!(unix) || !is_there("cp") || !is_there("sha256sum") || !is_there("sync") {
        println!("Skipped: cp, sync and sha256sum are needed to compare with.");
        return Ok(());
    }
    let (rounds, files, mebibytes) = if arguments.iter().any(|argument| argument == "--bench") {
        (
            setting("ANNEXE_BENCH_ROUNDS", 5)?,
            setting("ANNEXE_BENCH_FILES", 10_000)?,
            setting("ANNEXE_BENCH_LARGE_MIB", 2_048)?,
        )
    } else {
        (1, 20, 1)
    };
    let disk = Path::new(env!("CARGO_TARGET_TMPDIR"));
    fs::create_dir_all(disk)?;
    let folder = tempfile::Builder::new().prefix("adding-").tempdir_in(disk)?;
    if !is_there("restic") {
        println!("restic is not installed, so it is left out.");
    }

    let small = folder.path().join("small");
    fs::create_dir(&small)?;
    for number in 0..files {
        random_file(&small.join(format!("{number:05}.dat")), number + 1, 10_000)?;
    }
    compare(&format!("{files} files of 10 kB"), &small, 1.5, rounds, folder.path())?;
    fs::remove_dir_all(&small)?;

    let large = folder.path().join("large");
    fs::create_dir(&large)?;
    random_file(&large.join("large.dat"), u64::MAX, mebibytes << 20)?;
    compare(&format!("one file of {mebibytes} MiB"), &large, 1.1, rounds, folder.path())?;
    Ok(())
}

/// Runs all contenders on the files of a folder and prints the table.
fn compare(title: &str, source: &Path, aim: f64, rounds: u64, folder: &Path) -> Result<(), Failure> {
    let mut paths: Vec<PathBuf> =
        fs::read_dir(source)?.map(|entry| entry.map(|entry| entry.path())).collect::<Result<_, _>>()?;
    paths.sort();
    let mut bytes = 0;
    for path in &paths {
        bytes += fs::metadata(path)?.len();
    }
    let mut files = Files { source, paths, folder, place: folder.join("place-0"), places: 0 };
    let mut times: Times = CONTENDERS.map(|name| (name, Vec::new())).into();
    // Read once, so that all find it in the page cache.
    sha256sum(source)?;
    for number in 0..rounds {
        round(number, &mut files, &mut times)?;
    }
    for number in 1..=files.places {
        let place = folder.join(format!("place-{number}"));
        if place.exists() {
            fs::remove_dir_all(place)?;
        }
    }
    print(title, bytes, aim, &times);
    Ok(())
}

/// Runs each contender once, beginning with another one each time.
fn round(number: u64, files: &mut Files<'_>, times: &mut Times) -> Result<(), Failure> {
    let mut note = |name: &str, time: Duration| {
        if let Some((_, all)) = times.iter_mut().find(|(known, _)| *known == name) {
            all.push(time);
        }
    };
    for turn in 0..3 {
        let contender = match (number + turn) % 3 {
            0 => Files::tools,
            1 => Files::vault,
            _ if is_there("restic") => Files::restic,
            _ => continue,
        };
        if files.paths.len() == 1 {
            // A virtual machine gives memory back to its host soon after it was freed, and is slow when it first
            // uses it again, which can take a contender three times as long. So each runs twice, one after the
            // other, and only the second time counts.
            files.quiet()?;
            contender(files, &mut |_, _| ())?;
        }
        files.quiet()?;
        contender(files, &mut note)?;
    }
    Ok(())
}

/// The files of a case, and where to put copies of them.
struct Files<'a> {
    source: &'a Path,
    paths: Vec<PathBuf>,
    folder: &'a Path,
    place: PathBuf,
    places: u64,
}

impl Files<'_> {
    /// Makes an empty place on a disk that has nothing left to do.
    fn quiet(&mut self) -> Result<(), Failure> {
        // Removing a large file makes room. Removing many small ones would slow down whoever makes files next:
        // ext4 without a journal looks for a minute at each number of a file that was removed.
        if self.paths.len() == 1 && self.place.exists() {
            fs::remove_dir_all(&self.place)?;
        }
        self.places += 1;
        self.place = self.folder.join(format!("place-{}", self.places));
        fs::create_dir(&self.place)?;
        run("sync", [OsStr::new("-f"), self.place.as_os_str()])?;
        Ok(())
    }

    fn tools(&self, note: &mut dyn FnMut(&str, Duration)) -> Result<(), Failure> {
        let (source, place) = (self.source.as_os_str(), self.place.as_os_str());
        let copied = timed(|| run("cp", [OsStr::new("-r"), source, place]))?;
        let synced = timed(|| run("sync", [OsStr::new("-f"), place]))?;
        let summed = timed(|| sha256sum(self.source))?;
        note("cp -r", copied);
        note("sync -f", synced);
        note("cp -r, sync -f", copied + synced);
        note("sha256sum", summed);
        note("cp -r, sync -f, sha256sum", copied + synced + summed);
        Ok(())
    }

    fn vault(&self, note: &mut dyn FnMut(&str, Duration)) -> Result<(), Failure> {
        let vault = Vault::create(self.place.join("vault"))?;
        let sources: Vec<Source> = self.paths.iter().map(Source::found).collect();
        let mut results = Vec::new();
        let added = timed(|| {
            results = vault.add_many(&sources, &mut |_| ControlFlow::Continue(()));
            Ok(())
        })?;
        for result in results {
            result?;
        }
        note("vault add", added);
        // Read once for the page cache, and once for the clock.
        for count in [false, true] {
            let mut report = None;
            let verified = timed(|| {
                report = Some(vault.verify_all(&mut |_| ControlFlow::Continue(()))?);
                Ok(())
            })?;
            let files = self.paths.len() as u64;
            if !report.is_some_and(|report| report.is_whole() && report.files == files) {
                return Err("the vault is not whole".into());
            }
            if count {
                note("vault verify", verified);
            }
        }
        Ok(())
    }

    fn restic(&self, note: &mut dyn FnMut(&str, Duration)) -> Result<(), Failure> {
        restic(&self.place, &["init"])?;
        run("sync", [OsStr::new("-f"), self.place.as_os_str()])?;
        let source = self.source.to_str().ok_or("the folder has a name that restic is not told")?;
        note("restic backup", timed(|| restic(&self.place, &["backup", source]))?);
        Ok(())
    }
}

fn print(title: &str, bytes: u64, aim: f64, times: &Times) {
    let median = |name: &str| -> Option<f64> {
        let (_, all) = times.iter().find(|(known, _)| *known == name)?;
        let mut all = all.clone();
        all.sort_unstable();
        all.get(all.len() / 2).map(Duration::as_secs_f64)
    };
    let megabytes = bytes as f64 / 1e6;
    let base = median("cp -r, sync -f").unwrap_or(f64::NAN);
    println!("\n{title}, {megabytes:.0} MB");
    println!("{:<28} {:>9} {:>9} {:>9} {:>16}", "", "median s", "best s", "MB/s", "to cp and sync");
    for (name, all) in times {
        let (Some(middle), Some(best)) = (median(name), all.iter().min()) else { continue };
        println!(
            "{name:<28} {middle:>9.3} {:>9.3} {:>9.0} {:>15.2}x",
            best.as_secs_f64(),
            megabytes / middle,
            middle / base
        );
    }
    if let (Some(add), Some(verify)) = (median("vault add"), median("vault verify")) {
        println!("vault add takes {:.2} times as long as cp -r and sync -f; aim: at most {aim}", add / base);
        println!(
            "vault verify reads {:.2} GB/s from the page cache; aim: at least 1",
            megabytes / 1e3 / verify
        );
    }
}

fn timed(work: impl FnOnce() -> Result<(), Failure>) -> Result<Duration, Failure> {
    let start = Instant::now();
    work()?;
    Ok(start.elapsed())
}

fn sha256sum(source: &Path) -> Result<(), Failure> {
    // All of them in one process, as with `sha256sum *`.
    let names: Vec<_> =
        fs::read_dir(source)?.map(|entry| entry.map(|entry| entry.file_name())).collect::<Result<_, _>>()?;
    finished(Command::new("sha256sum").args(names).current_dir(source))
}

fn restic(place: &Path, arguments: &[&str]) -> Result<(), Failure> {
    finished(
        Command::new("restic")
            .arg("--repo")
            .arg(place.join("repository"))
            .args(["--no-cache", "--quiet"])
            .args(arguments)
            .env("RESTIC_PASSWORD", "measured"),
    )
}

fn run<'a>(program: &str, arguments: impl IntoIterator<Item = &'a OsStr>) -> Result<(), Failure> {
    finished(Command::new(program).args(arguments))
}

fn finished(command: &mut Command) -> Result<(), Failure> {
    let status = command.stdout(Stdio::null()).status()?;
    if status.success() { Ok(()) } else { Err(format!("{command:?} failed: {status}").into()) }
}

fn is_there(program: &str) -> bool {
    let asked = Command::new(program)
        .arg(if program == "restic" { "version" } else { "--version" })
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status();
    asked.is_ok_and(|status| status.success())
}

fn setting(name: &str, usual: u64) -> Result<u64, Failure> {
    match std::env::var(name) {
        Ok(value) => Ok(value.parse()?),
        Err(_) => Ok(usual),
    }
}

/// Writes bytes that no file system and no program can make smaller (splitmix64).
fn random_file(path: &Path, seed: u64, size: u64) -> Result<(), Failure> {
    let mut file = BufWriter::with_capacity(1 << 20, File::create(path)?);
    let mut state = seed.wrapping_mul(0x2545_f491_4f6c_dd1d);
    for _ in 0..size / 8 {
        state = state.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut word = state;
        word = (word ^ (word >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        word = (word ^ (word >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        file.write_all(&(word ^ (word >> 31)).to_le_bytes())?;
    }
    file.flush()?;
    Ok(())
}
