//! The numbers of objectives and of measures.

use crate::numbered::numbered;

numbered!(
    /// The number of an objective, written `O-1`. A workspace gives each number once.
    ObjectiveId, ObjectiveIdError: "O-", "an objective"
);

numbered!(
    /// The number of a measure, written `M-1`. A workspace gives each number once.
    MeasureId, MeasureIdError: "M-", "a measure"
);
