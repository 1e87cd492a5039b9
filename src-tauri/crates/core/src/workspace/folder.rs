//! The folder of a workspace: making one, opening one, and the settings of its database.

use std::fs::{self, File};
use std::io::Read as _;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, RwLock};
use std::time::Duration;

use rusqlite::backup::Backup;
use rusqlite::{Connection, OpenFlags};

use super::error::{OpenError, StoreError, WriteError};
use super::founding::Foundation;
use super::lock::{self, Lock, refused};
use super::{Access, Stamp, Tx, Workspace, Writer, imprint, schema, vault};
use crate::watched::Listening;

/// The database of a workspace.
pub(super) const DATABASE: &str = "annexe.db";
const BEGUN: &str = "annexe.db.begun";

impl Workspace {
    /// Makes a workspace in a folder that is empty or does not exist, and opens it for writing.
    ///
    /// # Errors
    /// [`OpenError`]; the folder is then as it was.
    pub fn create(folder: &Path, foundation: &Foundation, stamp: &Stamp) -> Result<Self, OpenError> {
        Self::create_with(folder, foundation, stamp, |_| Ok(()))
    }

    /// Makes a workspace that begins with what a function writes, whole or not at all, and opens it for writing.
    ///
    /// # Errors
    /// What the function says, or an [`OpenError`]; the folder is then as it was.
    pub fn create_with<E: From<OpenError> + From<WriteError>>(
        folder: &Path,
        foundation: &Foundation,
        stamp: &Stamp,
        fill: impl FnOnce(&mut Tx<'_>) -> Result<(), E>,
    ) -> Result<Self, E> {
        let folder = absolute(folder)?;
        let made = prepare(&folder)?;
        let begun = begin(&folder, foundation, stamp, fill);
        if begun.is_err() {
            // The error is the message; what was begun is taken away as far as it can be.
            let _ = fs::remove_file(folder.join(BEGUN));
            if made {
                let _ = fs::remove_dir_all(&folder);
            }
        }
        begun
    }

    /// Opens the workspace in a folder.
    ///
    /// # Errors
    /// [`OpenError`]; nothing was changed then.
    pub fn open(folder: &Path, access: Access, at: jiff::Timestamp) -> Result<Self, OpenError> {
        let folder = absolute(folder)?;
        check_header(&folder)?;
        let writer = match access {
            Access::Read => None,
            Access::Write => {
                let lock = Lock::take(&folder, at)?;
                let mut conn = connect_for_writing(&folder.join(DATABASE))?;
                if conn.is_readonly("main").map_err(StoreError::from)? {
                    return Err(OpenError::ReadOnly(folder));
                }
                imprint::clear_leftovers(&folder);
                if examine(&conn)? < schema::LATEST {
                    imprint::forget(&folder).map_err(|error| refused(&folder, &folder, &error))?;
                }
                schema::migrate(&mut conn)?;
                Some(Writer { connection: Mutex::new(conn), _lock: lock })
            }
        };
        let reader = connect_for_reading(&folder)?;
        if writer.is_none() {
            examine(&reader)?;
        }
        let vault = vault::open(&folder, access)?;
        Ok(Self {
            folder,
            writer,
            readers: Mutex::new(vec![reader]),
            vault,
            gate: RwLock::default(),
            index: Mutex::default(),
            sights: Mutex::default(),
            timeline: Mutex::default(),
            listening: Listening::default(),
        })
    }
}

fn absolute(folder: &Path) -> Result<PathBuf, OpenError> {
    std::path::absolute(folder)
        .map_err(|error| OpenError::Files { path: folder.into(), why: error.to_string() })
}

/// Makes the folder where it does not exist; returns whether it did not.
fn prepare(folder: &Path) -> Result<bool, OpenError> {
    let files = |error: &std::io::Error| refused(folder, folder, error);
    match fs::symlink_metadata(folder) {
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
            fs::create_dir_all(folder).map_err(|error| files(&error))?;
            return Ok(true);
        }
        Err(error) => return Err(files(&error)),
        Ok(_) if folder.is_file() => return Err(OpenError::NotAFolder(folder.into())),
        Ok(_) => {}
    }
    if folder.join(DATABASE).exists() {
        return Err(OpenError::AlreadyAWorkspace(folder.into()));
    }
    for entry in fs::read_dir(folder).map_err(|error| files(&error))? {
        let name = entry.map_err(|error| files(&error))?.file_name();
        if !name.to_str().is_some_and(may_stand_there) {
            return Err(OpenError::NotEmpty(folder.into()));
        }
    }
    Ok(false)
}

/// Returns whether a folder with this file still counts as empty: what systems leave everywhere, and what a
/// creation that was killed leaves.
fn may_stand_there(name: &str) -> bool {
    matches!(name, ".DS_Store" | "desktop.ini" | "Thumbs.db" | ".directory")
        || name.starts_with(BEGUN)
        || lock::FILES.contains(&name)
}

/// Writes the database under another name, and gives it its own only when it is whole and on the disk.
fn begin<E: From<OpenError> + From<WriteError>>(
    folder: &Path,
    foundation: &Foundation,
    stamp: &Stamp,
    fill: impl FnOnce(&mut Tx<'_>) -> Result<(), E>,
) -> Result<Workspace, E> {
    let begun = folder.join(BEGUN);
    let draft = draft(folder, &begun, stamp)?;
    draft.write(stamp, "workspace.create", |tx| {
        foundation.write(tx, stamp).map_err(WriteError::from)?;
        fill(tx)
    })?;
    // Closing moves the log into the file.
    drop(draft);
    name(folder, &begun)?;
    Ok(Workspace::open(folder, Access::Write, stamp.at)?)
}

/// Makes an empty database under another name.
fn draft(folder: &Path, begun: &Path, stamp: &Stamp) -> Result<Workspace, OpenError> {
    let lock = Lock::take(folder, stamp.at)?;
    for left in ["", "-wal", "-shm", "-journal"] {
        match fs::remove_file(folder.join(format!("{BEGUN}{left}"))) {
            Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
                return Err(refused(folder, begun, &error));
            }
            Ok(()) | Err(_) => {}
        }
    }
    let mut conn = Connection::open(begun).map_err(StoreError::from)?;
    conn.pragma_update(None, "application_id", schema::APPLICATION).map_err(StoreError::from)?;
    settle(&conn)?;
    schema::migrate(&mut conn)?;
    Ok(Workspace {
        folder: folder.into(),
        writer: Some(Writer { connection: Mutex::new(conn), _lock: lock }),
        readers: Mutex::new(Vec::new()),
        vault: None,
        gate: RwLock::default(),
        index: Mutex::default(),
        sights: Mutex::default(),
        timeline: Mutex::default(),
        listening: Listening::default(),
    })
}

/// Gives a database that is whole its own name.
fn name(folder: &Path, begun: &Path) -> Result<(), OpenError> {
    let files = |error: std::io::Error| refused(folder, begun, &error);
    File::options().write(true).open(begun).and_then(|file| file.sync_all()).map_err(files)?;
    fs::rename(begun, folder.join(DATABASE)).map_err(files)?;
    sync_folder(folder).map_err(files)
}

/// Makes the names in a folder durable, where the system has a way to.
pub(crate) fn sync_folder(folder: &Path) -> std::io::Result<()> {
    if cfg!(unix) { File::open(folder)?.sync_all() } else { Ok(()) }
}

/// Reads what the file says of itself before anything opens it as a database.
fn check_header(folder: &Path) -> Result<(), OpenError> {
    if !folder.exists() {
        return Err(OpenError::NoFolder(folder.into()));
    }
    if !folder.is_dir() {
        return Err(OpenError::NotAFolder(folder.into()));
    }
    let path = folder.join(DATABASE);
    if !path.is_file() {
        return Err(OpenError::NotAWorkspace(folder.into()));
    }
    let mut header = [0; 72];
    let read = File::open(&path).and_then(|mut file| file.read_exact(&mut header));
    match read {
        Ok(()) => {}
        Err(error) if error.kind() == std::io::ErrorKind::UnexpectedEof => {
            return Err(StoreError::Damaged("annexe.db is too short to be a database".into()).into());
        }
        Err(error) => return Err(OpenError::Files { path, why: error.to_string() }),
    }
    if !header.starts_with(b"SQLite format 3\0") {
        return Err(StoreError::Damaged("annexe.db does not begin as a database does".into()).into());
    }
    let number = |at: usize| i32::from_be_bytes([header[at], header[at + 1], header[at + 2], header[at + 3]]);
    if number(68) != schema::APPLICATION {
        return Err(OpenError::NotOurDatabase(folder.into()));
    }
    known(number(60))
}

fn known(version: i32) -> Result<(), OpenError> {
    if version > schema::LATEST {
        return Err(OpenError::Newer { found: version, known: schema::LATEST });
    }
    if version < 1 {
        let never = format!("annexe.db tells of version {version}, which there never was");
        return Err(StoreError::Damaged(never).into());
    }
    Ok(())
}

/// Checks what the file as a database says, and that its pages hold together; returns its version.
fn examine(conn: &Connection) -> Result<i32, OpenError> {
    let version: i32 =
        conn.query_row("PRAGMA user_version", [], |row| row.get(0)).map_err(StoreError::from)?;
    known(version)?;
    let said: String =
        conn.query_row("PRAGMA quick_check(1)", [], |row| row.get(0)).map_err(StoreError::from)?;
    if said == "ok" { Ok(version) } else { Err(StoreError::Damaged(said).into()) }
}

fn connect_for_writing(path: &Path) -> Result<Connection, StoreError> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let conn = Connection::open_with_flags(path, flags)?;
    settle(&conn)?;
    Ok(conn)
}

/// Opens the database of a folder for reading. One of an earlier version is read as a copy in memory that was brought
/// to today's, so that its file stays as it is.
pub(super) fn connect_for_reading(folder: &Path) -> Result<Connection, StoreError> {
    let conn = connect_to_read(&folder.join(DATABASE))?;
    let version: i32 = conn.query_row("PRAGMA user_version", [], |row| row.get(0))?;
    if (1..schema::LATEST).contains(&version) { renewed(&conn) } else { Ok(conn) }
}

fn renewed(old: &Connection) -> Result<Connection, StoreError> {
    const PAGES: i32 = 1_000;
    let mut copy = Connection::open_in_memory()?;
    Backup::new(old, &mut copy)?.run_to_completion(PAGES, Duration::from_millis(20), None)?;
    set_up(&copy)?;
    schema::migrate(&mut copy)?;
    copy.pragma_update(None, "query_only", true)?;
    Ok(copy)
}

/// Opens a database for reading; where its folder can't be written to, without SQLite's own files.
pub(crate) fn connect_to_read(path: &Path) -> Result<Connection, StoreError> {
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let conn = Connection::open_with_flags(path, flags)?;
    set_up(&conn)?;
    let readable = conn.query_row("SELECT count(*) FROM sqlite_schema", [], |row| row.get::<_, i64>(0));
    let conn = match readable {
        Ok(_) => conn,
        Err(_) if !log_of(path).exists() => {
            let conn = Connection::open_with_flags(immutable(path), flags | OpenFlags::SQLITE_OPEN_URI)?;
            set_up(&conn)?;
            conn
        }
        Err(error) => return Err(error.into()),
    };
    keep_at_hand(&conn)?;
    Ok(conn)
}

/// Returns the file in which SQLite keeps what is not in the database's own file yet.
fn log_of(database: &Path) -> PathBuf {
    let mut path = database.as_os_str().to_owned();
    path.push("-wal");
    path.into()
}

/// Returns the URI under which SQLite reads a file that nothing changes.
fn immutable(path: &Path) -> String {
    let mut uri = String::from("file:");
    for byte in path.to_string_lossy().bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'/' | b'.' | b'-' | b'_' => uri.push(byte.into()),
            other => uri.push_str(&format!("%{other:02X}")),
        }
    }
    uri + "?immutable=1"
}

fn settle(conn: &Connection) -> Result<(), StoreError> {
    set_up(conn)?;
    conn.pragma_update(None, "journal_mode", "WAL")?;
    conn.pragma_update(None, "synchronous", "FULL")?;
    if cfg!(target_os = "macos") {
        conn.pragma_update(None, "fullfsync", true)?;
        conn.pragma_update(None, "checkpoint_fullfsync", true)?;
    }
    keep_at_hand(conn)
}

/// How much of a database is kept in memory while it is open, in KiB; what SQLite keeps by itself is 2 MiB, which a
/// list of ten thousand records reads from the disk again for each row that it looks up.
const KEPT: i32 = 32 * 1024;

/// Lets a connection keep that much. It reads the file, which must be readable by then.
fn keep_at_hand(conn: &Connection) -> Result<(), StoreError> {
    Ok(conn.pragma_update(None, "cache_size", -KEPT)?)
}

fn set_up(conn: &Connection) -> Result<(), StoreError> {
    conn.busy_timeout(Duration::from_secs(5))?;
    conn.pragma_update(None, "foreign_keys", true)?;
    conn.pragma_update(None, "trusted_schema", false)?;
    conn.set_prepared_statement_cache_capacity(64);
    Ok(())
}
