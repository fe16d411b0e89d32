//! How long rules take, for `check --stats`.

use std::sync::Arc;
use std::time::{Duration, Instant};

use super::rule::RuleSet;

/// How long a rule took, over all files and threads.
#[derive(Debug, Clone)]
pub struct RuleTime {
    /// The rule.
    pub rule: Arc<str>,
    /// The time.
    pub time: Duration,
    /// How often it was asked.
    pub calls: u64,
}

/// Measures rules, where that is asked for.
pub(super) struct Clock {
    spent: Vec<(Duration, u64)>,
    on: bool,
}

impl Clock {
    pub(super) fn new(rules: usize, on: bool) -> Clock {
        Clock {
            spent: if on {
                vec![(Duration::ZERO, 0); rules]
            } else {
                Vec::new()
            },
            on,
        }
    }

    pub(super) fn measure(&mut self, index: usize, call: impl FnOnce()) {
        if !self.on {
            call();
            return;
        }
        let start = Instant::now();
        call();
        let (time, calls) = &mut self.spent[index];
        *time += start.elapsed();
        *calls += 1;
    }

    pub(super) fn add(&mut self, other: &Clock) {
        for (mine, theirs) in self.spent.iter_mut().zip(&other.spent) {
            mine.0 += theirs.0;
            mine.1 += theirs.1;
        }
    }

    pub(super) fn times(&self, rules: &RuleSet) -> Vec<RuleTime> {
        let mut times: Vec<RuleTime> = self
            .spent
            .iter()
            .enumerate()
            .filter(|(_, (_, calls))| *calls > 0)
            .map(|(index, (time, calls))| RuleTime {
                rule: Arc::clone(&rules.at(index).id),
                time: *time,
                calls: *calls,
            })
            .collect();
        times.sort_by_key(|time| std::cmp::Reverse(time.time));
        times
    }
}
