//! What is taken as a source, and what is refused.

use std::fs;
use std::ops::ControlFlow;
use std::path::PathBuf;

use crate::testing::{Bench, quiet};
use crate::{AddError, Digest, Source};

#[test]
fn what_is_no_file_is_told_by_its_name() {
    let bench = Bench::new();
    fs::create_dir(bench.path("folder")).unwrap();
    bench.file("file", b"");
    let why = |source: Source| bench.add(&source).unwrap_err().to_string();
    let makers: [fn(PathBuf) -> Source; 2] = [|path| Source::picked(path), |path| Source::found(path)];
    for make in makers {
        assert_eq!(why(make(bench.path("folder"))), "folder is a folder; expected a file");
        assert_eq!(why(make(bench.path("none"))), "There is no file none");
        assert_eq!(why(make(bench.path("file/x"))), "There is no file x");
        assert_eq!(why(make(bench.path("none/x"))), "There is no file x");
        assert!(matches!(bench.add(&make("a\0b".into())), Err(AddError::Unreadable { .. })));
    }
    let why = |root: &str, path: &str| bench.add(&Source::beneath(bench.path(root), path)).unwrap_err();
    assert_eq!(why("", "folder").to_string(), "folder is a folder; expected a file");
    assert_eq!(why("", "folder/none").to_string(), "There is no file none");
    assert_eq!(why("", "file/x").to_string(), "There is no file x");
    assert_eq!(why("none", "x").to_string(), "There is no file x");
    assert_eq!(why("file", "x").to_string(), "There is no file x");
    assert_eq!(why("folder", ""), AddError::IsAFolder("".into()));
    assert_eq!(why("folder", "."), AddError::IsAFolder(".".into()));
    bench.holds(&[]);
}

#[test]
fn one_that_is_refused_holds_up_no_other() {
    let bench = Bench::new();
    let sources = [
        Source::picked(bench.file("a", b"a")),
        Source::picked(bench.path("none")),
        Source::beneath(bench.path(""), "../a"),
        Source::picked(bench.file("b", b"b")),
        Source::Bytes(b"c".to_vec()),
    ];
    let results = bench.vault.add_many(&sources, &mut quiet);
    let digests: Vec<_> =
        results.iter().map(|result| result.as_ref().ok().map(|added| added.digest)).collect();
    let of = |bytes: &[u8]| Some(Digest::of(bytes));
    assert_eq!(digests, [of(b"a"), None, None, of(b"b"), of(b"c")]);
    bench.holds(&[b"a", b"b", b"c"]);
}

#[test]
fn a_name_never_becomes_a_path() {
    let bench = Bench::new();
    let long = "x".repeat(if cfg!(windows) { 100 } else { 255 });
    let mut names =
        vec!["policy.", "..x", "e\u{301}.txt", "\u{e9}.txt", "👩\u{200d}🔬.png", "pay\u{202e}fdp", &long];
    if cfg!(unix) {
        names.extend(["CON", "NUL.txt", "a\nb", "..\\..\\x", "a:b", " ", "-rf"]);
    }
    // Where two names are one to the file system, the file is one too.
    let sources: Vec<_> = names.iter().map(|name| Source::found(bench.file(name, name.as_bytes()))).collect();
    let stored: Vec<Vec<u8>> = names.iter().map(|name| fs::read(bench.path(name)).unwrap()).collect();
    for result in bench.vault.add_many(&sources, &mut quiet) {
        result.unwrap();
    }
    let mut stored: Vec<&[u8]> = stored.iter().map(Vec::as_slice).collect();
    stored.sort_unstable();
    stored.dedup();
    bench.holds(&stored);
}

#[test]
fn nothing_leads_out_of_the_folder_by_its_parts() {
    let bench = Bench::new();
    fs::create_dir_all(bench.path("watched/in")).unwrap();
    bench.file("secret", b"s");
    bench.file("watched/in/file", b"f");
    let absolute = bench.path("watched/in/file").to_str().unwrap().to_owned();
    for path in ["..", "../secret", "in/../../secret", "in/../in/file", "/etc/passwd", &absolute] {
        let error = bench.add(&Source::beneath(bench.path("watched"), path)).unwrap_err();
        assert_eq!(error, AddError::LeadsOut(path.into()), "{path}");
    }
    bench.holds(&[]);
    for path in ["in/file", "./in/./file"] {
        assert_eq!(
            bench.add(&Source::beneath(bench.path("watched"), path)).unwrap().digest,
            Digest::of(b"f")
        );
    }
}

#[cfg(unix)]
mod on_unix {
    use std::os::unix::fs::symlink;
    use std::os::unix::net::UnixListener;

    use super::*;
    use crate::testing::{make_pipe, make_unreadable};

    #[test]
    fn a_link_is_followed_where_it_was_picked_alone() {
        let bench = Bench::new();
        bench.file("target", b"t");
        symlink(bench.path("target"), bench.path("link")).unwrap();
        symlink("link", bench.path("twice")).unwrap();
        for name in ["link", "twice"] {
            let path = bench.path(name);
            let error = bench.add(&Source::found(&path)).unwrap_err();
            assert_eq!(error, AddError::IsALink(path));
            assert_eq!(error.to_string(), format!("{name} is a link, and links are not followed here"));
            let beneath = Source::beneath(bench.path(""), name);
            assert_eq!(bench.add(&beneath), Err(AddError::IsALink(name.into())));
            bench.holds(&[]);
        }
        assert_eq!(bench.add(&Source::picked(bench.path("twice"))).unwrap().digest, Digest::of(b"t"));
    }

    #[test]
    fn a_link_that_leads_nowhere_is_no_file() {
        let bench = Bench::new();
        symlink("none", bench.path("nowhere")).unwrap();
        symlink("circle", bench.path("circle")).unwrap();
        let nowhere = bench.path("nowhere");
        assert_eq!(bench.add(&Source::picked(&nowhere)), Err(AddError::NotFound(nowhere.clone())));
        assert_eq!(bench.add(&Source::found(&nowhere)), Err(AddError::IsALink(nowhere)));
        let circle = bench.add(&Source::picked(bench.path("circle")));
        assert!(matches!(circle, Err(AddError::Unreadable { .. })), "{circle:?}");
    }

    #[test]
    fn a_link_on_the_way_leads_out_of_a_watched_folder() {
        let bench = Bench::new();
        fs::create_dir_all(bench.path("watched/in")).unwrap();
        fs::create_dir(bench.path("outside")).unwrap();
        bench.file("outside/secret", b"s");
        bench.file("watched/in/file", b"f");
        symlink(bench.path("outside"), bench.path("watched/away")).unwrap();
        symlink("in", bench.path("watched/same")).unwrap();
        symlink("away", bench.path("watched/twice")).unwrap();
        // One that stays within is refused as well: who knows where it leads tomorrow.
        for path in ["away/secret", "same/file", "twice/secret", "in/../away/secret"] {
            let error = bench.add(&Source::beneath(bench.path("watched"), path)).unwrap_err();
            assert_eq!(error, AddError::LeadsOut(path.into()));
            assert_eq!(
                error.to_string(),
                format!("The path to {} leads out of its folder", path.rsplit('/').next().unwrap())
            );
        }
        bench.holds(&[]);
        // The watched folder itself may be a link, and so may folders on the way to what was picked.
        symlink("watched", bench.path("shortcut")).unwrap();
        assert!(bench.add(&Source::beneath(bench.path("shortcut"), "in/file")).is_ok());
        assert!(bench.add(&Source::found(bench.path("shortcut/in/file"))).is_ok());
        bench.holds(&[b"f"]);
    }

    #[test]
    fn what_gives_no_bytes_by_itself_is_refused_and_not_waited_for() {
        let bench = Bench::new();
        let _socket = UnixListener::bind(bench.path("socket")).unwrap();
        let mut names = vec!["socket"];
        if make_pipe(&bench.path("pipe")) {
            names.push("pipe");
        }
        symlink("/dev/zero", bench.path("device")).unwrap();
        let device = bench.path("device");
        assert_eq!(bench.add(&Source::picked(&device)), Err(AddError::NotAFile(device)));
        for name in names {
            let path = bench.path(name);
            symlink(name, bench.path("link")).unwrap();
            for source in [Source::picked(&path), Source::found(&path)] {
                let error = bench.add(&source).unwrap_err();
                assert_eq!(error, AddError::NotAFile(path.clone()));
                assert_eq!(error.to_string(), format!("{name} is not an ordinary file"));
            }
            let linked = bench.path("link");
            assert_eq!(bench.add(&Source::picked(&linked)), Err(AddError::NotAFile(linked.clone())));
            let beneath = Source::beneath(bench.path(""), name);
            assert_eq!(bench.add(&beneath), Err(AddError::NotAFile(name.into())));
            fs::remove_file(linked).unwrap();
        }
        bench.holds(&[]);
    }

    #[test]
    fn what_may_not_be_read_is_told() {
        let bench = Bench::new();
        let path = bench.file("closed.txt", b"c");
        if make_unreadable(&path) {
            let error = bench.add(&Source::picked(&path)).unwrap_err();
            assert_eq!(error, AddError::NotAllowed(path));
            assert_eq!(
                error.to_string(),
                "closed.txt cannot be opened: you may not read it, or another program holds it"
            );
            bench.holds(&[]);
        }
    }

    #[test]
    #[cfg(target_os = "linux")]
    fn what_fails_while_it_is_read_is_told() {
        let bench = Bench::new();
        // Nothing is mapped at its beginning, so that reading there fails.
        let error = bench.add(&Source::picked("/proc/self/mem")).unwrap_err();
        assert!(matches!(&error, AddError::Unreadable { .. }), "{error:?}");
        assert!(error.to_string().starts_with("mem could not be read ("), "{error}");
        bench.holds(&[]);
    }

    #[test]
    #[cfg(target_os = "linux")]
    fn a_name_that_is_no_text_goes_in() {
        use std::os::unix::ffi::OsStrExt as _;
        let bench = Bench::new();
        let name = std::ffi::OsStr::from_bytes(b"\xff\xfe.txt");
        assert!(bench.add(&Source::found(bench.file(name, b"n"))).is_ok());
        assert!(bench.add(&Source::beneath(bench.path(""), name)).is_ok());
        bench.holds(&[b"n"]);
    }
}

#[test]
fn a_digest_is_the_one_that_adding_gives_and_can_be_stopped() {
    let bench = Bench::new();
    let mut bytes = vec![7; 600 * 1024];
    bytes.push(1);
    std::fs::write(bench.path("large"), &bytes).unwrap();
    std::fs::write(bench.path("empty"), "").unwrap();
    for name in ["large", "empty"] {
        let source = Source::beneath(bench.path(""), name);
        let mut asked = 0;
        let digest = source.digest(&mut || {
            asked += 1;
            ControlFlow::Continue(())
        });
        assert_eq!(digest, Ok(bench.add(&source).unwrap().digest));
        assert_eq!(asked, if name == "large" { 3 } else { 1 });
        assert_eq!(source.digest(&mut || ControlFlow::Break(())), Err(AddError::Stopped));
    }
    let outside = Source::beneath(bench.path(""), "../large");
    assert_eq!(outside.digest(&mut || ControlFlow::Continue(())), Err(AddError::LeadsOut("../large".into())));
}
