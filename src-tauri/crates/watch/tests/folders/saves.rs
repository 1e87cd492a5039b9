use std::fs;
use std::time::Duration;

use annexe_watch::{Difference, STILL, Settling};

use crate::place::{Place, counts, names};

#[test]
fn a_save_by_rename_is_a_change_of_the_document() {
    for draft in
        [".Policy.docx.swp", "~WRD0001.tmp", "5C8B2B10", "lu1234abc.tmp", "Policy.docx.sb-1a2b3c4d-Xy12zQ"]
    {
        let place = Place::with(&["Policy.docx", "other.txt"]);
        place.write(draft, "the new text");
        place.rename(draft, "Policy.docx");
        let difference = place.difference();
        assert_eq!(names(&difference.changed), ["Policy.docx"], "{draft}");
        assert_eq!(counts(&difference), [0, 1, 0, 0, 1, 0], "{draft}");
    }
}

#[test]
fn a_save_that_keeps_the_former_text_aside_is_a_change_of_the_document() {
    let place = Place::with(&["Policy.docx"]);
    place.rename("Policy.docx", "Policy.docx~");
    place.write("Policy.docx", "the new text");
    assert_eq!(counts(&place.difference()), [0, 1, 0, 0, 0, 0]);
}

#[test]
fn what_programs_put_beside_a_document_is_left_out() {
    let beside = [
        ".Policy.docx.swp",
        ".Policy.docx.swx",
        "Policy.docx~",
        "#Policy.docx#",
        ".#Policy.docx",
        ".~lock.Policy.docx#",
        ".~lock.Risks.ods#",
        "lu2713bx.tmp",
        "~$Policy.docx",
        "~WRL0001.tmp",
        "~$Risks.xlsx",
        ".DS_Store",
        "._Policy.docx",
        "Thumbs.db",
        "desktop.ini",
        "Report.pdf.part",
        "Report.pdf.crdownload",
        "Report.pdf.opdownload",
        "Report.pdf.crswap",
        ".git/objects/pack/a.pack",
        "__MACOSX/Policy.docx",
        "$RECYCLE.BIN/a.docx",
    ];
    let place = Place::with(&["Policy.docx"]);
    for name in beside {
        place.write(name, "x");
    }
    let scan = place.scan();
    assert_eq!(names(&scan.files), ["Policy.docx"]);
    assert_eq!(scan.passed_over, beside.len() as u64);
    assert_eq!(counts(&place.difference()), [0, 0, 0, 0, 1, 0]);
}

#[test]
fn a_download_counts_under_its_own_name_alone() {
    let place = Place::with(&[]);
    place.write("Report.pdf.crdownload", "half of it");
    assert_eq!(counts(&place.difference()), [0; 6]);
    place.rename("Report.pdf.crdownload", "Report.pdf");
    assert_eq!(names(&place.difference().fresh), ["Report.pdf"]);
}

#[test]
fn a_document_is_taken_in_once_its_writer_held_still() {
    let (place, mut settling) = (Place::with(&[]), Settling::new());
    let mut settle = |moment: Duration| settling.settle(place.difference(), moment, moment);
    let mut text = String::new();
    let mut moment = Duration::ZERO;
    for _ in 0..3 {
        text += "a line\n";
        place.write("log.txt", &text);
        let settled = settle(moment);
        assert_eq!(settled.difference, Difference::default());
        assert_eq!((names_of(&settled.moving), settled.look_again_in), (vec!["log.txt"], Some(STILL)));
        moment += STILL;
    }
    // Its size stands, and its time does not.
    let later = std::time::SystemTime::now() + Duration::from_secs(60);
    fs::File::options().write(true).open(place.at("log.txt")).unwrap().set_modified(later).unwrap();
    assert_eq!(settle(moment).difference, Difference::default());
    assert_eq!(settle(moment + STILL / 2).look_again_in, Some(STILL / 2));
    let settled = settle(moment + STILL);
    assert_eq!(names(&settled.difference.fresh), ["log.txt"]);
    assert_eq!(settled.difference.fresh[0].size, 21);
    assert_eq!((settled.moving.len(), settled.look_again_in), (0, None));
}

#[test]
fn a_document_that_is_away_for_a_moment_of_its_save_has_not_vanished() {
    let (place, mut settling) = (Place::with(&["Policy.docx"]), Settling::new());
    let mut settle = |seconds| {
        let moment = Duration::from_secs(seconds);
        settling.settle(place.difference(), moment, moment).difference
    };
    place.rename("Policy.docx", "Policy.docx~");
    assert_eq!(settle(0), Difference::default());
    place.rename("Policy.docx~", "Policy.docx");
    assert_eq!(counts(&settle(2)), [0, 0, 0, 0, 1, 0]);
    fs::remove_file(place.at("Policy.docx")).unwrap();
    assert_eq!(settle(3), Difference::default());
    assert_eq!(counts(&settle(5)), [0, 0, 1, 0, 0, 0]);
}

fn names_of(paths: &[annexe_watch::RelativePath]) -> Vec<&str> {
    paths.iter().map(annexe_watch::RelativePath::as_str).collect()
}
