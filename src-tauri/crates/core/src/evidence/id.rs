//! The number of a piece of evidence.

use crate::numbered::numbered;

numbered!(
    /// The number of a piece of evidence, written `E-12`. A workspace gives each number once.
    EvidenceId, EvidenceIdError: "E-", "a piece of evidence"
);

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn what_is_no_number_is_refused_with_what_was_expected() {
        for wrong in ["", "E-", "E-0", "E-01", "E--1", "E-+1", "4294967296", "X-1", "E-1 ", "é-1"] {
            assert!(wrong.parse::<EvidenceId>().is_err(), "{wrong:?}");
        }
        insta::assert_snapshot!("twelve".parse::<EvidenceId>().unwrap_err(), @"“twelve” can't be the number of a piece of evidence: expected one such as E-12");
    }

    proptest! {
        #[test]
        fn a_number_reads_back_the_same(number in 1..u32::MAX) {
            let id = EvidenceId::new(number).unwrap();
            prop_assert_eq!(id.to_string().parse::<EvidenceId>().unwrap(), id);
            prop_assert_eq!(number.to_string().parse::<EvidenceId>().unwrap(), id);
        }
    }
}
