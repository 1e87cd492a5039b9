use std::collections::BTreeSet;
use std::sync::mpsc::channel;

use annexe_watch::{Mode, Rules, Watch, compare};

use crate::place::{Place, counts};
use crate::watching::wait_for_a_look;

#[test]
fn after_a_burst_of_20_000_files_one_scan_tells_exactly_what_is_there() {
    let mut place = Place::new();
    let (sender, hints) = channel();
    let mut watch = Watch::new(move |hint| sender.send(hint).unwrap_or_default());
    watch.watch(&place.root(), &Rules::new(), Mode::Native);
    let written: BTreeSet<String> = (0..20_000).map(|n| format!("{}/{n}.txt", n % 50)).collect();
    for name in &written {
        place.write(name, name);
    }
    wait_for_a_look(&hints, &place.root());
    let began = std::time::Instant::now();
    let scan = place.scan();
    println!("20,000 files were looked through in {:?}", began.elapsed());

    let found: BTreeSet<String> = scan.files.iter().map(|file| file.path.to_string()).collect();
    assert_eq!(found, written);
    assert_eq!(scan.files.len(), written.len());
    assert!(scan.files.iter().all(|file| file.size == file.path.as_str().len() as u64));
    assert!(scan.unreadable.is_empty() && scan.leftovers.is_empty());
    place.known = scan.files;
    let began = std::time::Instant::now();
    let again = place.scan();
    let difference = compare(&place.known, &again);
    println!("and looked through and compared again in {:?}", began.elapsed());
    assert_eq!(counts(&difference), [0, 0, 0, 0, 20_000, 0]);
}
