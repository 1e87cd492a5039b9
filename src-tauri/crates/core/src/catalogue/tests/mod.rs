//! The catalogue is whole: everything is there, every link leads somewhere, every text reads well.

mod counts;
mod files;
mod hints;
mod links;
mod places;
mod texts;
