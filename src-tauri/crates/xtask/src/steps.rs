//! Steps with their names and times, ending at the first that fails.

use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, anyhow};

/// The steps of one run.
pub(crate) struct Steps {
    began: Instant,
    done: Vec<(&'static str, Duration)>,
}

impl Steps {
    /// Returns a run with nothing done yet.
    pub(crate) fn begin() -> Self {
        Self { began: Instant::now(), done: Vec::new() }
    }

    /// Does one step.
    ///
    /// # Errors
    /// The step's own, under its name.
    pub(crate) fn step(&mut self, name: &'static str, work: impl FnOnce() -> Result<()>) -> Result<()> {
        println!("\n== {name}");
        let began = Instant::now();
        let outcome = work().with_context(|| format!("Failed: {name} (after {})", shown(began.elapsed())));
        if outcome.is_ok() {
            let time = began.elapsed();
            println!("== {name}: {}", shown(time));
            self.done.push((name, time));
        }
        outcome
    }

    /// Does a step beside others, which use what it leaves of the computer.
    ///
    /// # Errors
    /// The others' own, else the step's own, under its name. The step is waited for in either case.
    pub(crate) fn beside(
        &mut self,
        name: &'static str,
        work: impl FnOnce() -> Result<()> + Send,
        others: impl FnOnce(&mut Self) -> Result<()>,
    ) -> Result<()> {
        println!("\n== {name}, beside what follows");
        let began = Instant::now();
        let (outcome, time, rest) = thread::scope(|scope| {
            let beside = scope.spawn(move || (work(), began.elapsed()));
            let rest = others(self);
            let (outcome, time) =
                beside.join().unwrap_or_else(|_| (Err(anyhow!("it panicked")), began.elapsed()));
            (outcome, time, rest)
        });
        rest?;
        outcome.with_context(|| format!("Failed: {name} (after {})", shown(time)))?;
        println!("== {name}: {}", shown(time));
        self.done.push((name, time));
        Ok(())
    }

    /// Prints every step with its time.
    pub(crate) fn summary(&self) {
        println!("\nEverything passed:");
        for (name, time) in &self.done {
            println!("  {:>8}  {name}", shown(*time));
        }
        println!("  {:>8}  in all", shown(self.began.elapsed()));
    }
}

fn shown(time: Duration) -> String {
    let seconds = time.as_secs();
    if seconds < 60 {
        format!("{:.1} s", time.as_secs_f64())
    } else {
        format!("{}:{:02}", seconds / 60, seconds % 60)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_runs_beside_others_is_waited_for_and_fails_under_its_name() {
        let mut steps = Steps::begin();
        steps.beside("Lint", || Ok(()), |steps| steps.step("Build", || Ok(()))).unwrap();
        assert_eq!(steps.done.iter().map(|(name, _)| *name).collect::<Vec<_>>(), ["Build", "Lint"]);
        let failure = steps.beside("Lint", || Err(anyhow!("a line")), |_| Ok(())).unwrap_err();
        assert!(format!("{failure:#}").starts_with("Failed: Lint (after 0.0 s): a line"));
        let failure = steps.beside("Lint", || Err(anyhow!("a line")), |_| Err(anyhow!("first"))).unwrap_err();
        assert_eq!(failure.to_string(), "first");
    }

    #[test]
    fn a_failure_names_its_step() {
        let failure = Steps::begin().step("Formatting", || Err(anyhow!("one file differs"))).unwrap_err();
        assert!(format!("{failure:#}").starts_with("Failed: Formatting (after 0.0 s): one file differs"));
    }

    #[test]
    fn times_read_like_a_clock() {
        assert_eq!(shown(Duration::from_millis(1250)), "1.2 s");
        assert_eq!(shown(Duration::from_secs(605)), "10:05");
    }
}
