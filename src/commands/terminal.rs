//! Where output goes: buffered, with colours only where a person reads them.

use std::io::{self, BufRead, BufWriter, IsTerminal, Read, StderrLock, StdoutLock, Write};

use super::arguments::ColorChoice;
use crate::diagnostics::escape;
use crate::report::Look;

/// The longest answer that is read, in bytes.
const LONGEST_ANSWER: u64 = 4096;

/// Standard output and standard error of a run.
pub(crate) struct Terminal {
    out: BufWriter<StdoutLock<'static>>,
    err: StderrLock<'static>,
    look: Look,
    progress: bool,
}

impl Terminal {
    pub(crate) fn new(color: ColorChoice) -> Terminal {
        let stdout = io::stdout();
        let is_terminal = stdout.is_terminal();
        // https://no-color.org: any value that is not empty.
        let forbidden = std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
        let dumb = std::env::var_os("TERM").is_some_and(|term| term == "dumb");
        let color = match color {
            ColorChoice::Always => true,
            ColorChoice::Never => false,
            ColorChoice::Auto => is_terminal && !forbidden && !dumb,
        };
        let width = match terminal_size::terminal_size() {
            Some((width, _)) if is_terminal => usize::from(width.0).clamp(40, 160),
            _ => Look::default().width,
        };
        let progress = is_terminal && io::stderr().is_terminal() && !dumb;
        Terminal {
            out: BufWriter::with_capacity(64 * 1024, stdout.lock()),
            err: io::stderr().lock(),
            look: Look {
                color,
                width,
                ..Look::default()
            },
            progress,
        }
    }

    /// How findings look here.
    pub(crate) fn look(&self) -> Look {
        self.look
    }

    /// Standard output.
    pub(crate) fn out(&mut self) -> &mut dyn Write {
        &mut self.out
    }

    /// Says something beside the output proper.
    pub(crate) fn note(&mut self, words: &str) {
        self.clear_progress();
        // When standard error is closed there is nobody left to tell.
        let _ = writeln!(self.err, "{}", escape::line(words));
    }

    /// Asks a person and reads the answer, without the space around it.
    ///
    /// # Errors
    /// When there is no answer any more.
    pub(crate) fn ask(&mut self, words: &str) -> Result<String, super::Failure> {
        let _ = write!(self.err, "{}", escape::line(words));
        let _ = self.err.flush();
        let mut answer = String::new();
        match io::stdin()
            .lock()
            .take(LONGEST_ANSWER)
            .read_line(&mut answer)
        {
            Ok(count) if count > 0 => Ok(answer.trim().to_string()),
            _ => {
                let _ = writeln!(self.err);
                Err(super::Failure::Words(
                    "there was no answer; nothing was written".to_string(),
                ))
            }
        }
    }

    /// Says why the program can't run.
    pub(crate) fn complain(&mut self, words: &str) {
        let _ = self.out.flush();
        self.clear_progress();
        let _ = writeln!(self.err, "campaignlint: {}", escape::line(words));
    }

    /// Shows what is being done, on a terminal only; the next output takes its place.
    pub(crate) fn progress(&mut self, words: &str) {
        if self.progress {
            let _ = write!(self.err, "\r\x1b[2K{}", escape::line(words));
            let _ = self.err.flush();
        }
    }

    /// Takes the progress line away.
    pub(crate) fn clear_progress(&mut self) {
        if self.progress {
            let _ = write!(self.err, "\r\x1b[2K");
            let _ = self.err.flush();
        }
    }

    pub(crate) fn finish(&mut self) -> io::Result<()> {
        self.out.flush()
    }
}
