//! What a folder lies on, as far as watching it goes.

use std::fs;
use std::path::Path;

use crate::seen::FileIdentity;

/// The folder that stands at a path just now, and the mount it is seen through.
///
/// A watch holds on to this folder: where another stands there, or the same one mounted anew, the watch is deaf.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Standing {
    folder: Option<FileIdentity>,
    mount: Option<u64>,
}

impl Standing {
    /// # Errors
    /// Where there is no folder, or the system does not say.
    pub(super) fn at(root: &Path) -> std::io::Result<Self> {
        let metadata = fs::metadata(root)?;
        if !metadata.is_dir() {
            return Err(std::io::ErrorKind::NotADirectory.into());
        }
        Ok(Self { folder: FileIdentity::of(root, &metadata), mount: mount(root) })
    }
}

#[cfg(target_os = "linux")]
fn mount(root: &Path) -> Option<u64> {
    use rustix::fs::{AtFlags, CWD, StatxFlags, statx};
    let answer = statx(CWD, root, AtFlags::empty(), StatxFlags::MNT_ID).ok()?;
    (answer.stx_mask & StatxFlags::MNT_ID.bits() != 0).then_some(answer.stx_mnt_id)
}

#[cfg(not(target_os = "linux"))]
fn mount(_: &Path) -> Option<u64> {
    None
}

/// Returns whether a folder lies on a file system whose changes, made elsewhere, the system does not report.
///
/// Known on Linux alone; elsewhere the caller says so with [`super::Mode::Poll`].
#[cfg(target_os = "linux")]
pub(super) fn is_on_network(root: &Path) -> bool {
    rustix::fs::statfs(root).is_ok_and(|answer| is_remote(answer.f_type as u64))
}

#[cfg(not(target_os = "linux"))]
pub(super) fn is_on_network(_: &Path) -> bool {
    false
}

/// The kinds as the kernel numbers them, in `linux/magic.h` and in the file systems' own headers.
#[cfg(target_os = "linux")]
fn is_remote(kind: u64) -> bool {
    const KINDS: [u64; 15] = [
        0x6969,      // NFS
        0x517b,      // SMB
        0xff53_4d42, // CIFS
        0xfe53_4d42, // SMB 2 and 3
        0x6573_5546, // FUSE: sshfs, cloud drives, and ntfs-3g, which cannot be told apart
        0x0102_1997, // 9P: folders shared with a virtual machine
        0x5346_414f, // AFS (OpenAFS)
        0x6b41_4653, // AFS (the kernel's)
        0x00c3_6400, // Ceph
        0x7375_7245, // Coda
        0x564c,      // NCP
        0x0bd0_0bd0, // Lustre
        0x786f_4256, // VirtualBox's shared folders
        0xbacb_acbc, // VMware's shared folders
        0x0116_1970, // GFS2: a disk that several computers write
    ];
    // Some kernels give the number as a negative one of 32 bits.
    KINDS.contains(&(kind & 0xffff_ffff))
}

#[cfg(all(test, target_os = "linux"))]
mod tests {
    use super::*;

    #[test]
    fn shares_are_known_by_their_kind() {
        for kind in [0x6969, 0xff53_4d42, 0xffff_ffff_ff53_4d42, 0x6573_5546] {
            assert!(is_remote(kind), "{kind:x}");
        }
        // ext4, XFS, Btrfs, tmpfs, overlay
        for kind in [0xef53, 0x5846_5342, 0x9123_683e, 0x0102_1994, 0x794c_7630] {
            assert!(!is_remote(kind), "{kind:x}");
        }
    }

    #[test]
    fn another_folder_at_the_same_path_is_another_standing() {
        let folder = tempfile::tempdir().unwrap();
        let (root, away) = (folder.path().join("root"), folder.path().join("away"));
        fs::create_dir(&root).unwrap();
        let before = Standing::at(&root).unwrap();
        assert_eq!(Standing::at(&root).unwrap(), before);
        fs::rename(&root, &away).unwrap();
        fs::create_dir(&root).unwrap();
        assert_ne!(Standing::at(&root).unwrap(), before);
        fs::remove_dir(&root).unwrap();
        fs::rename(&away, &root).unwrap();
        assert_eq!(Standing::at(&root).unwrap(), before);
        assert!(Standing::at(&folder.path().join("none")).is_err());
    }
}
