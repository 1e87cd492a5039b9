//! Objectives and measures: what is to be reached with AI and how it is planned (clause 6.2), what is measured, how
//! often and by whom (clause 9.1), and every reading of it.
//!
//! Kept is what people say: an [`Objective`], its [`Measure`]s, their [`Reading`]s. How they stand, and when the
//! next reading is due, follows from that and the day, and is kept nowhere. A measure may also stand alone: it then
//! watches the management system or an AI system (A.6.2.6).

mod deriving;
mod error;
mod figure;
mod goal;
mod id;
mod importing;
mod in_period;
mod measure;
mod measuring;
mod objective;
mod operations;
mod queries;
mod reading_file;
mod store;
#[cfg(test)]
mod tests;

pub use deriving::{MeasureState, ObjectiveState};
pub use error::ObjectiveError;
pub use figure::{Figure, FigureError};
pub use goal::{Goal, Rhythm, RhythmUnit};
pub use id::{MeasureId, MeasureIdError, ObjectiveId, ObjectiveIdError};
pub use importing::{
    ImportPreview, ImportReadings, Imported, PreviewReadings, PreviewedReading, import, preview,
};
pub(crate) use in_period::{figure_before, readings_since};
pub use measure::{Measure, Reading};
pub use measuring::{
    AddMeasure, MeasureReference, ReadMeasure, ReadingReference, SetMeasure, add_measure, read,
    remove_measure, remove_reading, set_measure,
};
pub use objective::{Evaluation, Objective};
pub use operations::{
    AddObjective, EvaluateObjective, FirstMeasure, ObjectiveReference, SetObjective, add, evaluate, remove,
    resume, set,
};
pub use queries::{
    MeasureDetails, MeasureRow, ObjectiveDetails, ObjectiveRow, ShownReading, history, list, measure_history,
    measures, show, show_measure,
};
pub(crate) use queries::{measure_rows, objective_rows, pursued};
pub use reading_file::LineProblem;
pub(crate) use store::TABLES;
