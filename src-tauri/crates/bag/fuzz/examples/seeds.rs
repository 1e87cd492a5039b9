//! Writes what `any_bytes` begins with: small bags, plain and sealed, into the folder that is named.

use std::ops::ControlFlow;
use std::path::Path;

use annexe_bag::{Contents, Entry, Passphrase, Sealing, Source, write};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let folder = std::env::args_os().nth(1).ok_or("expected a folder")?;
    std::fs::create_dir_all(&folder)?;
    let sealing = Sealing::with(Passphrase::new("correct horse battery staple")?).work(1);
    let bags: [(&str, &[(&str, &str)]); 3] = [
        ("empty", &[]),
        ("one", &[("annexe.db", "the database")]),
        ("three", &[("annexe.db", "the database"), ("vault/ab/abcd", "evidence"), ("vault/cd/cdef", "")]),
    ];
    for (name, files) in bags {
        let contents = Contents {
            folder: "annexe-backup".into(),
            made: jiff::civil::date(2026, 11, 24).at(7, 31, 58, 0),
            info: vec![("Annexe-Backup-Format".into(), "1".into())],
            readme: "How to check this backup.\n".into(),
            payload: files
                .iter()
                .map(|(name, text)| Entry {
                    name: (*name).into(),
                    source: Source::bytes(text.as_bytes()),
                    expected: None,
                })
                .collect(),
        };
        let file = Path::new(&folder).join(name);
        let on = &mut |_| ControlFlow::Continue(());
        write(&file.with_extension("zip"), &contents, None, true, on)?;
        write(&file.with_extension("age"), &contents, Some(&sealing), true, on)?;
    }
    Ok(())
}
