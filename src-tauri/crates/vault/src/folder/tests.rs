//! The same laws for both ways of opening folders.

/// Makes the tests for the way of the module that is named.
macro_rules! laws {
    ($way:ident) => {
        mod $way {
            use std::fs;
            use std::io::{Read as _, Write as _};

            use crate::folder::Kind;
            use crate::folder::$way::{Folder, is_link, is_special, open_file};

            fn folder() -> (tempfile::TempDir, Folder) {
                let path = tempfile::tempdir().unwrap();
                let folder = Folder::open(path.path(), false).unwrap();
                (path, folder)
            }

            fn write(folder: &Folder, name: &str, bytes: &[u8]) {
                folder.create(name).unwrap().write_all(bytes).unwrap();
            }

            fn read(folder: &Folder, name: &str) -> String {
                let mut text = String::new();
                folder.read(name).unwrap().read_to_string(&mut text).unwrap();
                text
            }

            #[test]
            fn a_file_is_made_once_read_only_moved_and_removed() {
                let (path, folder) = folder();
                write(&folder, "one", b"1");
                assert!(fs::metadata(path.path().join("one")).unwrap().permissions().readonly());
                assert_eq!(folder.create("one").unwrap_err().kind(), std::io::ErrorKind::AlreadyExists);
                folder.make_folder("in").unwrap();
                let inner = folder.folder("in").unwrap();
                write(&inner, "two", b"2");
                folder.rename("one", &inner, "two").unwrap();
                assert_eq!(read(&inner, "two"), "1");
                assert_eq!(inner.look("two").unwrap(), (Kind::File, 1));
                assert_eq!(folder.list().unwrap(), [("in".into(), Kind::Folder)]);
                assert_eq!(inner.list().unwrap(), [("two".into(), Kind::File)]);
                inner.remove("two").unwrap();
                assert_eq!(inner.look("two").unwrap_err().kind(), std::io::ErrorKind::NotFound);
                inner.sync().and_then(|()| inner.sync_disk()).unwrap();
            }

            #[test]
            #[cfg(unix)]
            fn no_link_is_followed_unless_it_is_asked_for() {
                use std::os::unix::fs::symlink;
                let (path, folder) = folder();
                let outside = tempfile::tempdir().unwrap();
                fs::write(outside.path().join("secret"), "s").unwrap();
                let (file, away) = (path.path().join("file"), path.path().join("away"));
                symlink(outside.path().join("secret"), &file).unwrap();
                symlink(outside.path(), &away).unwrap();

                assert!(is_link(&folder.read("file").unwrap_err()));
                assert!(is_link(&open_file(&file, false).unwrap_err()));
                assert!(open_file(&file, true).is_ok());
                assert!(folder.folder("away").is_err());
                assert!(Folder::open(&away, false).is_err());
                assert!(Folder::open(&away, true).is_ok());
                assert!(folder.create("file").is_err());
                assert_eq!(folder.look("file").unwrap().0, Kind::Other);
                assert_eq!(folder.look("away").unwrap().0, Kind::Other);
                // In the place of a link, not where it leads.
                write(&folder, "new", b"n");
                folder.rename("new", &folder, "file").unwrap();
                assert_eq!(read(&folder, "file"), "n");
                folder.remove("away").unwrap();
                assert_eq!(fs::read_to_string(outside.path().join("secret")).unwrap(), "s");
            }

            #[test]
            #[cfg(unix)]
            fn a_socket_is_told_from_a_file() {
                let (path, folder) = folder();
                let _socket = std::os::unix::net::UnixListener::bind(path.path().join("socket")).unwrap();
                assert!(is_special(&folder.read("socket").unwrap_err()));
            }

            #[test]
            fn a_file_is_no_folder() {
                let (path, folder) = folder();
                write(&folder, "file", b"");
                let not = std::io::ErrorKind::NotADirectory;
                assert_eq!(folder.folder("file").unwrap_err().kind(), not);
                assert_eq!(Folder::open(&path.path().join("file"), true).unwrap_err().kind(), not);
                assert!(folder.rename("file", &folder, ".").is_err());
            }

            #[test]
            fn only_what_is_known_to_tell_of_failures_is_relied_on() {
                let (_path, folder) = folder();
                if folder.can_sync_disk() {
                    assert!(cfg!(target_os = "linux"));
                    folder.sync_disk().unwrap();
                }
            }
        }
    };
}

#[cfg(unix)]
laws!(unix);
laws!(portable);
