//! What can be wrong with the YAML itself, in words for a person who did not study YAML.

use super::Span;
use std::fmt;

/// One problem of the YAML of a file.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct SyntaxError {
    /// Where: the smallest place a person has to look at. May be empty (at the end of a file).
    pub span: Span,
    /// What kind of problem, for programs.
    pub code: ErrorCode,
    /// What is wrong, in plain words, without a full stop at its end.
    pub message: String,
    /// What to do about it, when there is good advice.
    pub hint: Option<String>,
}

impl fmt::Display for SyntaxError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)?;
        match &self.hint {
            Some(hint) => write!(f, " ({hint})"),
            None => Ok(()),
        }
    }
}

impl std::error::Error for SyntaxError {}

/// The kind of a [`SyntaxError`].
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
#[non_exhaustive]
pub enum ErrorCode {
    /// The text is not YAML in some way that has no code of its own.
    Syntax,
    /// A value needs quotes: it contains `: `, or starts with a character that YAML reserves.
    NeedsQuotes,
    /// A placeholder such as `{{my.token}}` stands without quotes and is read as a mapping.
    UnquotedPlaceholder,
    /// A quoted text is not closed, or closed too early by a quote that belongs to the text.
    Quotes,
    /// `[` or `{` is not closed, or closed by the wrong bracket.
    Brackets,
    /// A backslash in double quotes is followed by something that has no meaning.
    Escape,
    /// A line is indented in a way that fits no line above it.
    Indentation,
    /// A tab stands where YAML wants spaces.
    Tab,
    /// A character that cannot be printed (for example NUL or ESC) stands in the file.
    ControlCharacter,
    /// Collections are nested deeper than [`MAX_DEPTH`](super::MAX_DEPTH).
    TooDeep,
    /// The file is larger than [`MAX_FILE_BYTES`](super::MAX_FILE_BYTES).
    TooLarge,
    /// `*name` refers to a `&name` that contains it.
    AnchorCycle,
    /// `*name` refers to a `&name` that does not stand before it.
    UndefinedAlias,
    /// `<<` is given something that is not a mapping.
    MergeNotMapping,
    /// `<<` pulls in more mappings than are followed.
    MergeTooLarge,
    /// A `%` directive or a tag such as `!e!name` is wrong.
    Directive,
}

impl ErrorCode {
    /// The code as a short name in kebab case, for reports.
    pub const fn name(self) -> &'static str {
        match self {
            ErrorCode::Syntax => "syntax",
            ErrorCode::NeedsQuotes => "needs-quotes",
            ErrorCode::UnquotedPlaceholder => "unquoted-placeholder",
            ErrorCode::Quotes => "quotes",
            ErrorCode::Brackets => "brackets",
            ErrorCode::Escape => "escape",
            ErrorCode::Indentation => "indentation",
            ErrorCode::Tab => "tab",
            ErrorCode::ControlCharacter => "control-character",
            ErrorCode::TooDeep => "too-deep",
            ErrorCode::TooLarge => "too-large",
            ErrorCode::AnchorCycle => "anchor-cycle",
            ErrorCode::UndefinedAlias => "undefined-alias",
            ErrorCode::MergeNotMapping => "merge-not-mapping",
            ErrorCode::MergeTooLarge => "merge-too-large",
            ErrorCode::Directive => "directive",
        }
    }
}
