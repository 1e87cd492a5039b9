//! What a figure means, in words that promise nothing.

use serde::Serialize;
use ts_rs::TS;

use super::percent::Percent;

/// What the overall figure means, in this tool's view; no certification body says so.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, TS)]
#[serde(rename_all = "kebab-case")]
#[ts(rename = "ReadinessBand")]
pub enum Band {
    /// Below 40 %: starting.
    Starting,
    /// From 40 %: building.
    Building,
    /// From 70 %: nearly ready for an internal audit or stage 1.
    NearlyReady,
    /// From 90 %: ready for stage 1 or 2.
    Ready,
}

impl Band {
    /// Returns the band in which a figure lies.
    #[must_use]
    pub fn of(figure: Percent) -> Self {
        match figure.floor() {
            0..40 => Self::Starting,
            40..70 => Self::Building,
            70..90 => Self::NearlyReady,
            _ => Self::Ready,
        }
    }

    /// Returns what it means, as the command line says it.
    #[must_use]
    pub fn said(self) -> &'static str {
        match self {
            Self::Starting => "starting",
            Self::Building => "building",
            Self::NearlyReady => "nearly ready for an internal audit or stage 1, in this tool's view",
            Self::Ready => "ready for stage 1 or 2, in this tool's view",
        }
    }

    /// Returns the band's name as the files write it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Starting => "starting",
            Self::Building => "building",
            Self::NearlyReady => "nearly-ready",
            Self::Ready => "ready",
        }
    }
}
