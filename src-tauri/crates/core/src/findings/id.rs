//! The numbers of findings and of actions.

use crate::numbered::numbered;

numbered!(
    /// The number of a finding, written `F-12`. A workspace gives each number once.
    FindingId, FindingIdError: "F-", "a finding"
);

numbered!(
    /// The number of an action, written `A-12`. A workspace gives each number once.
    ActionId, ActionIdError: "A-", "an action"
);

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn what_is_no_number_is_refused_with_what_was_expected() {
        for wrong in ["", "F-", "F-0", "F-01", "F--1", "F-+1", "4294967296", "E-1", "F-1 ", "é-1"] {
            assert!(wrong.parse::<FindingId>().is_err(), "{wrong:?}");
        }
        insta::assert_snapshot!("F-1".parse::<ActionId>().unwrap_err(), @"“F-1” can't be the number of an action: expected one such as A-12");
    }

    proptest! {
        #[test]
        fn a_number_reads_back_the_same(number in 1..u32::MAX) {
            let (finding, action) = (FindingId::new(number).unwrap(), ActionId::new(number).unwrap());
            prop_assert_eq!(finding.to_string().parse::<FindingId>().unwrap(), finding);
            prop_assert_eq!(action.to_string().to_lowercase().parse::<ActionId>().unwrap(), action);
        }
    }
}
