//! What went wrong inside, kept for whoever looks into it.

use std::backtrace::Backtrace;
use std::fs::{File, OpenOptions, create_dir_all};
use std::io::Write;
use std::panic::PanicHookInfo;
use std::path::{Path, PathBuf};

use jiff::Timestamp;

/// The log starts again past this many bytes.
const LARGEST: u64 = 1 << 20;

/// Notes every panic in `folder`, in `annexe.log`, as well as on the standard error output.
pub(crate) fn keep_in(folder: PathBuf) {
    let as_before = std::panic::take_hook();
    std::panic::set_hook(Box::new(move |panic| {
        as_before(panic);
        // Where even the log can't be written, the standard error output has it.
        drop(note(&folder, panic));
    }));
}

fn note(folder: &Path, panic: &PanicHookInfo<'_>) -> std::io::Result<()> {
    let now = Timestamp::now();
    let version = env!("CARGO_PKG_VERSION");
    write!(log(folder)?, "{now} Annexe {version}: {panic}\n{}\n", Backtrace::force_capture())
}

fn log(folder: &Path) -> std::io::Result<File> {
    create_dir_all(folder)?;
    let file = folder.join("annexe.log");
    let full = file.metadata().is_ok_and(|about| about.len() > LARGEST);
    if full { File::create(file) } else { OpenOptions::new().create(true).append(true).open(file) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_full_log_starts_again() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("annexe.log");
        std::fs::write(&file, vec![b'.'; usize::try_from(LARGEST).unwrap() + 1]).unwrap();
        writeln!(log(folder.path()).unwrap(), "first").unwrap();
        writeln!(log(folder.path()).unwrap(), "second").unwrap();
        assert_eq!(std::fs::read_to_string(file).unwrap(), "first\nsecond\n");
    }
}
