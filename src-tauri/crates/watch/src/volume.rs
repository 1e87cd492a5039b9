//! The disk or share that a folder lies on, by a name that outlives a restart (Linux).
//!
//! Neither the device number nor the file system's id that the kernel gives will do: shares, Btrfs and whatever
//! is plugged in get other numbers each time.

use std::fs;
use std::path::{Path, PathBuf};

/// One line of `/proc/self/mountinfo`.
#[derive(Debug, PartialEq, Eq)]
struct Mount {
    point: PathBuf,
    kind: String,
    source: String,
}

/// Returns the name of what is mounted where a folder lies. `folder` is a path without links.
pub(crate) fn name(folder: &Path) -> Option<String> {
    let mount = mount_of(folder, &fs::read("/proc/self/mountinfo").ok()?)?;
    Some(match uuid(&mount.source) {
        Some(uuid) => format!("uuid {uuid}"),
        None => format!("{} {}", mount.kind, mount.source),
    })
}

/// Returns what is mounted nearest above a folder; of two mounts at one place, the later hides the earlier.
fn mount_of(folder: &Path, mounts: &[u8]) -> Option<Mount> {
    mounts
        .split(|byte| *byte == b'\n')
        .filter_map(parse)
        .filter(|mount| folder.starts_with(&mount.point))
        .max_by_key(|mount| mount.point.as_os_str().len())
}

/// Reads `36 35 98:0 /inside /mount/point rw,noatime master:1 - ext4 /dev/sda1 rw`.
fn parse(line: &[u8]) -> Option<Mount> {
    use std::os::unix::ffi::OsStringExt;
    let fields: Vec<&[u8]> = line.split(|byte| *byte == b' ').collect();
    let dash = fields.iter().skip(6).position(|field| *field == b"-")? + 6;
    let point = std::ffi::OsString::from_vec(unescape(fields.get(4)?)).into();
    let kind = match String::from_utf8_lossy(fields.get(dash + 1)?).as_ref() {
        // The same share, by the version of the protocol that was agreed on this time.
        "nfs4" => "nfs".to_owned(),
        "smb3" => "cifs".to_owned(),
        kind => kind.to_owned(),
    };
    let source = String::from_utf8_lossy(&unescape(fields.get(dash + 2)?)).into_owned();
    Some(Mount { point, kind, source })
}

/// Reads `\040` as a space, and so on.
fn unescape(field: &[u8]) -> Vec<u8> {
    let mut plain = Vec::with_capacity(field.len());
    let mut rest = field;
    while let Some((first, others)) = rest.split_first() {
        let code = (*first == b'\\')
            .then(|| others.get(..3).and_then(|digits| std::str::from_utf8(digits).ok()))
            .flatten()
            .and_then(|digits| u8::from_str_radix(digits, 8).ok());
        plain.push(code.unwrap_or(*first));
        rest = if code.is_some() { &others[3..] } else { others };
    }
    plain
}

/// Returns the UUID (or the serial number) of the file system on a device.
fn uuid(source: &str) -> Option<String> {
    if !source.starts_with("/dev/") {
        return None;
    }
    let device = fs::canonicalize(source).ok()?;
    fs::read_dir("/dev/disk/by-uuid")
        .ok()?
        .flatten()
        .find(|entry| fs::canonicalize(entry.path()).is_ok_and(|target| target == device))
        .map(|entry| entry.file_name().to_string_lossy().into_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    const MOUNTS: &[u8] = b"\
22 1 8:2 / / rw,relatime shared:1 - ext4 /dev/sda2 rw
40 22 8:17 / /media/My\\040Drive rw master:2 shared:3 - vfat /dev/sdb1 rw
41 22 0:50 / /srv/quality rw - nfs4 server:/export/quality rw
42 22 0:51 / /srv/quality rw - fuse.sshfs quality@server:/docs rw
broken line
43 22 0:52 / /srv/q rw - tmpfs tmpfs rw
";

    #[test]
    fn the_nearest_mount_above_a_folder_is_found() {
        for (folder, kind, source) in [
            ("/home/documents", "ext4", "/dev/sda2"),
            ("/media", "ext4", "/dev/sda2"),
            ("/media/My Drive", "vfat", "/dev/sdb1"),
            ("/media/My Drive/documents", "vfat", "/dev/sdb1"),
            ("/media/My Drives", "ext4", "/dev/sda2"),
            ("/srv/quality/a", "fuse.sshfs", "quality@server:/docs"),
            ("/srv/q/a", "tmpfs", "tmpfs"),
        ] {
            let mount = mount_of(Path::new(folder), MOUNTS).unwrap();
            assert_eq!((mount.kind.as_str(), mount.source.as_str()), (kind, source), "{folder}");
        }
        let share = b"41 22 0:50 / /srv rw - nfs4 server:/export rw";
        assert_eq!(mount_of(Path::new("/srv"), share).unwrap().kind, "nfs");
        assert_eq!(mount_of(Path::new("/other"), share), None);
    }

    #[test]
    fn a_real_folder_lies_on_something() {
        assert!(name(&std::env::temp_dir().canonicalize().unwrap()).is_some());
    }
}
