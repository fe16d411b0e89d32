//! The only file that knows the YAML parser: its events in our words.
//!
//! Everything the rest of this room needs from a parser is in [`Event`] and [`Place`], so another
//! parser could take this one's place here.

use super::{MAX_DEPTH, ScalarStyle, Span};
use granit_parser::{self as granit, ErrorKind, StrInput};
use std::borrow::Cow;

/// A step of a document, in the order of the text (comments may come a little late).
pub(super) enum Event<'a> {
    DocumentStart,
    DocumentEnd,
    Scalar {
        value: Cow<'a, str>,
        style: ScalarStyle,
    },
    SequenceStart {
        flow: bool,
    },
    MappingStart {
        flow: bool,
    },
    CollectionEnd,
    /// `*name`, with the number that [`Event::Anchor`] gave to the `&name` it refers to.
    Alias(usize),
    UnknownAlias,
    /// `&name` of the node that the event before this one began.
    Anchor(usize),
    Comment,
}

/// Where an event stands.
#[derive(Clone, Copy, Default)]
pub(super) struct Place {
    pub span: Span,
    /// Line from 1.
    pub line: u32,
    pub end_line: u32,
    /// Column from 0, in characters.
    pub column: u32,
    /// The tag of the node, with its `!`.
    pub tag: Option<(Span, TagKind)>,
}

/// The tags that have a meaning in the core schema.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub(super) enum TagKind {
    #[default]
    None,
    /// `!`, which says "do not guess".
    NonSpecific,
    Str,
    Null,
    Bool,
    Int,
    Float,
    Map,
    Seq,
    Other,
}

/// Why the parser stopped.
pub(super) struct Stop {
    pub at: u32,
    pub trouble: Trouble,
}

/// The kinds of trouble that call for different words or different ways to read on.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Trouble {
    TooDeep,
    Quotes,
    Escape,
    Tab,
    UnclosedBracket,
    WrongBracket {
        open: char,
        close: char,
    },
    StrayBracket,
    Tag,
    Character(char),
    ByteOrderMark,
    /// `*` or `&` without a name.
    NamelessAnchor,
    BlockHeader,
    Comment,
    Directive,
    /// A colon where no value can begin.
    Colon,
    /// A line without a colon where a key has to stand.
    NoKey,
    Other,
}

fn trouble(kind: &ErrorKind) -> Trouble {
    match kind {
        ErrorKind::RecursionLimitExceeded => Trouble::TooDeep,
        ErrorKind::UnclosedQuotedScalar
        | ErrorKind::InvalidTrailingSingleQuotedScalar
        | ErrorKind::InvalidTrailingDoubleQuotedScalar
        | ErrorKind::InvalidQuotedScalarIndent
        | ErrorKind::DocumentIndicatorInQuotedScalar => Trouble::Quotes,
        ErrorKind::UnknownQuotedScalarEscape
        | ErrorKind::InvalidQuotedScalarHexEscape
        | ErrorKind::InvalidLowSurrogateHexEscape
        | ErrorKind::InvalidLowSurrogate
        | ErrorKind::MissingLowSurrogate
        | ErrorKind::UnpairedLowSurrogate
        | ErrorKind::InvalidUnicodeEscape => Trouble::Escape,
        ErrorKind::TabNotAllowed
        | ErrorKind::TabInBlockIndentation
        | ErrorKind::TabInIndentation
        | ErrorKind::TabInPlainScalar
        | ErrorKind::TabAtBlockScalarStart => Trouble::Tab,
        ErrorKind::UnclosedFlowCollection { .. }
        | ErrorKind::UnexpectedEofFlowSequence
        | ErrorKind::UnexpectedEofFlowMapping
        | ErrorKind::UnexpectedEofImplicitFlowMapping => Trouble::UnclosedBracket,
        ErrorKind::MismatchedFlowCollectionEnd { open, close } => Trouble::WrongBracket {
            open: *open,
            close: *close,
        },
        ErrorKind::MisplacedFlowCollectionEnd => Trouble::StrayBracket,
        ErrorKind::UndeclaredTagHandle
        | ErrorKind::ExpectedTagBang
        | ErrorKind::InvalidGlobalTagCharacter
        | ErrorKind::InvalidTagTerminator
        | ErrorKind::MissingTagUri
        | ErrorKind::UnclosedVerbatimTag
        | ErrorKind::InvalidTagEscape
        | ErrorKind::InvalidTagUtf8LeadingByte
        | ErrorKind::InvalidTagUtf8TrailingByte
        | ErrorKind::InvalidTagUtf8 => Trouble::Tag,
        ErrorKind::UnexpectedCharacter { character } => Trouble::Character(*character),
        ErrorKind::BomInsideDocument => Trouble::ByteOrderMark,
        ErrorKind::MissingAnchorOrAliasName => Trouble::NamelessAnchor,
        ErrorKind::InvalidBlockScalarHeader | ErrorKind::ZeroBlockScalarIndent => {
            Trouble::BlockHeader
        }
        ErrorKind::CommentNotSeparated => Trouble::Comment,
        ErrorKind::InvalidTagDirectiveTerminator
        | ErrorKind::ExpectedTagDirectiveBang
        | ErrorKind::InvalidDirectiveTerminator
        | ErrorKind::DuplicateVersionDirective
        | ErrorKind::DuplicateTagDirective
        | ErrorKind::UnsupportedYamlMajorVersion
        | ErrorKind::MissingYamlVersionSeparator
        | ErrorKind::MissingDirectiveName
        | ErrorKind::InvalidDirectiveName
        | ErrorKind::DirectiveByteLimitExceeded { .. }
        | ErrorKind::YamlVersionTooLong
        | ErrorKind::MissingYamlVersion
        | ErrorKind::MissingDocumentEndBeforeDirective
        | ErrorKind::ExpectedDocumentStart => Trouble::Directive,
        ErrorKind::MappingValueNotAllowed | ErrorKind::InvalidMappingValueWhitespace => {
            Trouble::Colon
        }
        ErrorKind::SimpleKeyExpected => Trouble::NoKey,
        _ => Trouble::Other,
    }
}

/// A running parser over (a part of) a text.
pub(super) struct Events<'a> {
    parser: granit::Parser<'a, StrInput<'a>>,
    base: u32,
}

impl<'a> Events<'a> {
    /// Reads `text` from the byte offset `from`; all places are offsets in the whole `text`.
    pub(super) fn new(text: &'a str, from: u32) -> Events<'a> {
        let options = granit::options! {
            emit_anchor_events: true,
            emit_unresolved_aliases: true,
            // The default would make a long comment at the head of a file an error.
            max_buffered_comment_events: usize::MAX,
            flow_nesting_limit: MAX_DEPTH,
            block_nesting_limit: MAX_DEPTH,
        };
        let parser = granit::Parser::new_from_str_with_options(&text[from as usize..], options);
        Events { parser, base: from }
    }

    fn place(&self, span: &granit::Span) -> Place {
        let offset =
            |marker: &granit::Marker| self.base + marker.byte_offset().unwrap_or_default() as u32;
        Place {
            span: Span::new(offset(&span.start), offset(&span.end)),
            line: span.start.line() as u32,
            end_line: span.end.line() as u32,
            column: span.start.col() as u32,
            tag: None,
        }
    }

    /// The next event, `None` behind the last one.
    pub(super) fn next(&mut self) -> Option<Result<(Event<'a>, Place), Stop>> {
        use granit::Event as Theirs;
        loop {
            let (event, span) = match self.parser.next_event()? {
                Ok(next) => next,
                Err(error) => {
                    let at = error.marker().byte_offset().unwrap_or_default() as u32;
                    return Some(Err(Stop {
                        at: self.base + at,
                        trouble: trouble(error.kind()),
                    }));
                }
            };
            let mut place = self.place(&span);
            let mut tagged = |tag: Option<Cow<'_, granit::Tag>>| {
                if let (Some(tag), Some(span)) = (tag, span.tag_span()) {
                    place.tag = Some((self.place(&span).span, tag_kind(&tag)));
                }
            };
            let event = match event {
                Theirs::DocumentStart(..) => Event::DocumentStart,
                Theirs::DocumentEnd => Event::DocumentEnd,
                Theirs::Scalar(value, style, _, tag) => {
                    tagged(tag);
                    let style = match style {
                        granit::ScalarStyle::Plain => ScalarStyle::Plain,
                        granit::ScalarStyle::SingleQuoted => ScalarStyle::SingleQuoted,
                        granit::ScalarStyle::DoubleQuoted => ScalarStyle::DoubleQuoted,
                        granit::ScalarStyle::Literal => ScalarStyle::Literal,
                        granit::ScalarStyle::Folded => ScalarStyle::Folded,
                    };
                    Event::Scalar { value, style }
                }
                Theirs::SequenceStart(style, _, tag) => {
                    tagged(tag);
                    Event::SequenceStart {
                        flow: style == granit::StructureStyle::Flow,
                    }
                }
                Theirs::MappingStart(style, _, tag) => {
                    tagged(tag);
                    Event::MappingStart {
                        flow: style == granit::StructureStyle::Flow,
                    }
                }
                Theirs::SequenceEnd | Theirs::MappingEnd => Event::CollectionEnd,
                Theirs::Alias(target) => Event::Alias(target),
                Theirs::UnresolvedAlias(_) => Event::UnknownAlias,
                Theirs::Anchor(number, _) => Event::Anchor(number),
                Theirs::Comment(..) => Event::Comment,
                // Stream marks, and whatever a later version of the parser may add.
                _ => continue,
            };
            return Some(Ok((event, place)));
        }
    }
}

fn tag_kind(tag: &granit::Tag) -> TagKind {
    match tag.core_suffix() {
        Some("str") => TagKind::Str,
        Some("null") => TagKind::Null,
        Some("bool") => TagKind::Bool,
        Some("int") => TagKind::Int,
        Some("float") => TagKind::Float,
        Some("map") => TagKind::Map,
        Some("seq") => TagKind::Seq,
        _ if matches!(tag.parts(), ("!", "") | ("", "!")) => TagKind::NonSpecific,
        _ => TagKind::Other,
    }
}
