//! Holding back what still moves.

use std::collections::HashMap;
use std::time::Duration;

use crate::compare::{Difference, Moved};
use crate::path::RelativePath;
use crate::seen::{Seen, Stamp};

/// How long a file's size and time must have held still before it counts.
pub const STILL: Duration = Duration::from_secs(2);

/// What was seen of files that are not yet known to hold still.
///
/// The rule: **a difference counts once it was seen, the same, over [`STILL`]**: by two scans or more, the last
/// of which began at least that long after the first had ended. Only the caller's own clock, one that never goes
/// back, measures that time. A file's own time is compared with itself alone and never with a clock: so a share
/// whose clock is wrong, a date in the future, and a copy that keeps the old date while it grows are all handled
/// the same.
///
/// It holds for what vanished too: an editor may take a file away for a moment to put a new one in its place. A
/// file that never holds still, such as a log being written, never counts. A writer that pauses for longer looks
/// as if it had ended; what it writes later is a change.
#[derive(Debug, Clone, Default)]
pub struct Settling {
    waiting: HashMap<RelativePath, (Sight, Duration)>,
}

/// What has held still, and what has not.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Settled {
    /// The difference without what still moves.
    pub difference: Difference,
    /// The places where something still moves, in order.
    pub moving: Vec<RelativePath>,
    /// How long until another scan may tell more; `None` where nothing moves.
    pub look_again_in: Option<Duration>,
}

/// What is seen at a place.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Sight {
    There { size: u64, modified: Stamp, from: Option<RelativePath> },
    Gone,
}

impl Sight {
    fn of(file: &Seen, from: Option<&RelativePath>) -> Self {
        Self::There { size: file.size, modified: file.modified, from: from.cloned() }
    }
}

impl Settling {
    /// Returns a memory of nothing.
    pub fn new() -> Self {
        Self::default()
    }

    /// Takes in the difference that a scan showed, and returns what of it has held still.
    ///
    /// `began` and `ended` are the moments before and after the scan, as time since any fixed moment, by a clock
    /// that never goes back. Give every scan's difference; what a scan no longer shows is forgotten. What has held
    /// still is shown again for as long as the caller does not add it to what it knows.
    pub fn settle(&mut self, difference: Difference, began: Duration, ended: Duration) -> Settled {
        let (now, moving) = (HashMap::new(), Vec::new());
        let mut round = Round { before: &self.waiting, now, moving, began, ended, rest: None };
        let Difference { mut fresh, mut changed, mut vanished, mut moved, same, out_of_sight } = difference;
        fresh.retain(|file| round.holds_still(&file.path, Sight::of(file, None)));
        changed.retain(|file| round.holds_still(&file.path, Sight::of(file, None)));
        vanished.retain(|path| round.holds_still(path, Sight::Gone));
        moved.retain(|Moved { from, now }| round.holds_still(&now.path, Sight::of(now, Some(from))));
        let Round { now, mut moving, rest, .. } = round;
        self.waiting = now;
        moving.sort_unstable();
        let difference = Difference { fresh, changed, vanished, moved, same, out_of_sight };
        Settled { difference, moving, look_again_in: rest }
    }
}

/// One scan's worth of looking.
struct Round<'a> {
    before: &'a HashMap<RelativePath, (Sight, Duration)>,
    now: HashMap<RelativePath, (Sight, Duration)>,
    moving: Vec<RelativePath>,
    began: Duration,
    ended: Duration,
    rest: Option<Duration>,
}

impl Round<'_> {
    fn holds_still(&mut self, path: &RelativePath, sight: Sight) -> bool {
        let since = match self.before.get(path) {
            // A clock that went back after all starts the wait anew.
            Some((before, since)) if *before == sight && *since <= self.began => *since,
            _ => self.ended,
        };
        self.now.insert(path.clone(), (sight, since));
        let still = self.began.saturating_sub(since) >= STILL;
        if !still {
            let rest = (since + STILL).saturating_sub(self.ended);
            // The longest: one more scan then shows all that holds still until it.
            self.rest = Some(self.rest.map_or(rest, |longest| longest.max(rest)));
            self.moving.push(path.clone());
        }
        still
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn seconds(seconds: f64) -> Duration {
        Duration::from_secs_f64(seconds)
    }

    fn file(path: &str, size: u64, modified: i64) -> Seen {
        let path = path.parse().unwrap();
        Seen { path, size, modified: Stamp::from_nanoseconds(modified), identity: None }
    }

    fn fresh(files: &[Seen]) -> Difference {
        Difference { fresh: files.to_vec(), ..Difference::default() }
    }

    /// Settles a difference by a scan that takes no time.
    fn settle(settling: &mut Settling, difference: Difference, at: f64) -> Settled {
        settling.settle(difference, seconds(at), seconds(at))
    }

    #[test]
    fn a_file_counts_once_it_held_still_for_two_seconds() {
        let (mut settling, seen) = (Settling::new(), fresh(&[file("a", 1, 1)]));
        let first = settle(&mut settling, seen.clone(), 10.0);
        assert_eq!(first.difference, Difference::default());
        assert_eq!(first.moving, ["a".parse().unwrap()]);
        assert_eq!(first.look_again_in, Some(STILL));
        let second = settle(&mut settling, seen.clone(), 11.5);
        assert_eq!((second.moving.len(), second.look_again_in), (1, Some(seconds(0.5))));
        let third = settle(&mut settling, seen.clone(), 12.0);
        assert_eq!(third, Settled { difference: seen.clone(), ..Settled::default() });
        assert_eq!(
            settle(&mut settling, seen.clone(), 13.0).difference,
            seen,
            "it is shown until it is known"
        );
    }

    #[test]
    fn a_copy_that_keeps_the_old_date_while_it_grows_does_not_count() {
        let mut settling = Settling::new();
        for (moment, size) in [(0.0, 10), (2.0, 20), (4.0, 30), (6.0, 40)] {
            let settled = settle(&mut settling, fresh(&[file("a", size, -5)]), moment);
            assert_eq!(settled.difference, Difference::default(), "{moment}");
        }
        assert_eq!(settle(&mut settling, fresh(&[file("a", 40, -5)]), 8.0).difference.fresh.len(), 1);
    }

    #[test]
    fn a_file_whose_time_moves_does_not_count_though_its_size_stands() {
        let mut settling = Settling::new();
        for (moment, modified) in [(0.0, 1), (2.0, 2), (4.0, 3)] {
            assert!(
                settle(&mut settling, fresh(&[file("a", 9, modified)]), moment).difference.fresh.is_empty()
            );
        }
    }

    #[test]
    fn a_date_in_the_future_or_long_past_changes_nothing() {
        for modified in [i64::MIN, 0, i64::MAX] {
            let (mut settling, seen) = (Settling::new(), fresh(&[file("a", 1, modified)]));
            assert_eq!(settle(&mut settling, seen.clone(), 0.0).difference, Difference::default());
            assert_eq!(settle(&mut settling, seen.clone(), 2.0).difference, seen);
        }
    }

    #[test]
    fn the_time_that_a_scan_takes_is_not_counted_as_stillness() {
        let (mut settling, seen) = (Settling::new(), fresh(&[file("a", 1, 1)]));
        // The file may have been looked at in the last moment of the first scan, and in the first of the second.
        settling.settle(seen.clone(), seconds(0.0), seconds(30.0));
        let second = settling.settle(seen.clone(), seconds(31.0), seconds(31.5));
        assert_eq!((second.moving.len(), second.look_again_in), (1, Some(seconds(0.5))));
        assert_eq!(settling.settle(seen.clone(), seconds(32.0), seconds(60.0)).difference, seen);
    }

    #[test]
    fn a_file_that_an_editor_takes_away_for_a_moment_has_not_vanished() {
        let mut settling = Settling::new();
        let gone = Difference { vanished: vec!["a".parse().unwrap()], ..Difference::default() };
        assert!(settle(&mut settling, gone.clone(), 0.0).difference.vanished.is_empty());
        assert_eq!(settle(&mut settling, Difference::default(), 1.0), Settled::default());
        assert!(settle(&mut settling, gone.clone(), 2.0).difference.vanished.is_empty());
        assert_eq!(settle(&mut settling, gone.clone(), 4.0).difference, gone);
    }

    #[test]
    fn a_move_counts_once_both_ends_held_still() {
        let mut settling = Settling::new();
        let moved = |from: &str| Difference {
            moved: vec![Moved { from: from.parse().unwrap(), now: file("c", 1, 1) }],
            ..Difference::default()
        };
        settle(&mut settling, moved("a"), 0.0);
        assert!(settle(&mut settling, moved("b"), 2.0).difference.moved.is_empty());
        assert_eq!(settle(&mut settling, moved("b"), 4.0).difference, moved("b"));
    }

    #[test]
    fn a_clock_that_goes_back_starts_the_wait_anew() {
        let (mut settling, seen) = (Settling::new(), fresh(&[file("a", 1, 1)]));
        settle(&mut settling, seen.clone(), 100.0);
        assert_eq!(settle(&mut settling, seen.clone(), 1.0).moving.len(), 1);
        assert_eq!(settle(&mut settling, seen.clone(), 3.0).difference, seen);
    }

    #[test]
    fn what_cannot_move_is_handed_through_at_once() {
        let sight = Difference {
            same: vec!["a".parse().unwrap()],
            out_of_sight: vec!["b/c".parse().unwrap()],
            ..Difference::default()
        };
        assert_eq!(settle(&mut Settling::new(), sight.clone(), 0.0).difference, sight);
    }
}
