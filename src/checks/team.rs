//! A team's own rules: `rules/<family>/<name>/rule.yaml` in its repository.
//!
//! They have the same shape as the program's, without `check.rs`: `if` says which documents are
//! meant, `must` what has to hold. They see typed values, do no I/O, and have limits. A rule that
//! can't be read is a finding, and is skipped.
