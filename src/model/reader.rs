//! The lenient reader: takes what can be read, and reports everything that can't, in one run.
//!
//! It alone reports shape: unknown and missing keys, wrong types, values outside a list. It also
//! notes every definition and every reference it meets, so that the index needs no second walk.

use std::borrow::Cow;

use super::target::{Definition, ReferenceUse, Target};
use super::values::Text;
use crate::diagnostics::{Reporter, list_words, suggest};
use crate::syntax::{Entry, Node, NodeKind, ScalarStyle, edit};

/// A key that a mapping may hold.
#[derive(Debug, Clone, Copy)]
pub struct Key {
    /// As it is written in YAML.
    pub name: &'static str,
    /// Whether the mapping is incomplete without it.
    pub required: bool,
    /// What its value is, for conditions over documents.
    pub value_type: fn() -> ValueType,
}

/// What a value is, as far as a condition over documents can ask about it.
#[derive(Debug, Clone)]
pub enum ValueType {
    /// Text, ids and references included.
    Text,
    /// One of these words.
    Choice(&'static [&'static str]),
    /// A whole number.
    Whole,
    /// A number with decimals.
    Amount,
    /// A day.
    Date,
    /// Yes or no.
    Flag,
    /// Several of a type; also one of it where a list may be left out.
    List(Box<ValueType>),
    /// A mapping with these keys.
    Mapping(&'static [Key]),
    /// Something that can only be known or empty.
    Other,
}

/// Something that can be read from a node of YAML.
pub trait Read<'a>: Sized {
    /// Whether an empty value among named ones says something: `apac:` is a value of a taxonomy.
    const MAY_BE_EMPTY: bool = false;

    /// What is expected, to follow "should be": `a date such as 2026-12-03`.
    fn expected() -> String;

    /// What the value is, for conditions over documents.
    fn value_type() -> ValueType {
        ValueType::Other
    }

    /// The value, where it can be read. Everything that is wrong has then been reported.
    fn read(node: Node<'a>, reader: &mut Reader<'a>) -> Option<Self>;
}

/// A mapping with fixed keys; written by the `shape!` macro.
pub trait ReadKeys<'a>: Sized {
    /// All keys.
    const KEYS: &'static [Key];
    /// Nothing read yet.
    fn empty(node: Node<'a>) -> Self;
    /// Reads the value of one of [`Self::KEYS`].
    fn read_key(&mut self, name: &'static str, value: Node<'a>, reader: &mut Reader<'a>);
    /// The key that a bare scalar stands for, where the short form is allowed:
    /// `page.acme.example` for `{ host: page.acme.example }`.
    const SHORT_FOR: Option<&'static str> = None;
}

/// What reading one file collects.
#[derive(Debug)]
pub struct Reader<'a> {
    /// What is wrong.
    pub reporter: Reporter,
    /// What this file defines.
    pub definitions: Vec<Definition<'a>>,
    /// What this file refers to.
    pub references: Vec<ReferenceUse<'a>>,
    /// Keys that the workspace added to the kind that is being read.
    pub extension_keys: Vec<String>,
    /// A second read for the checks only wants the values, not the problems again.
    quiet: bool,
}

impl<'a> Reader<'a> {
    /// A reader that reports and collects.
    pub fn new() -> Reader<'a> {
        Reader {
            reporter: Reporter::default(),
            // Most files define one thing.
            definitions: Vec::with_capacity(1),
            references: Vec::new(),
            extension_keys: Vec::new(),
            quiet: false,
        }
    }

    /// A reader that only reads: for a file whose problems are already known.
    pub fn quiet() -> Reader<'a> {
        Reader {
            quiet: true,
            ..Reader::new()
        }
    }

    /// Whether problems and references are wanted.
    pub fn is_quiet(&self) -> bool {
        self.quiet
    }

    /// Notes that this file defines something.
    pub fn define(&mut self, definition: Definition<'a>) {
        if !self.quiet {
            self.definitions.push(definition);
        }
    }

    /// Notes that this file refers to something.
    pub fn refer(&mut self, target: Target<'a>, text: Text<'a>, is_owner: bool) {
        if !self.quiet {
            self.references.push(ReferenceUse {
                target,
                text,
                is_owner,
            });
        }
    }

    /// Reads a mapping with fixed keys.
    pub fn read_mapping<T: ReadKeys<'a>>(&mut self, node: Node<'a>, what: &str) -> Option<T> {
        self.read_mapping_with(node, what, |_, _, _| false)
    }

    /// Reads a mapping with fixed keys; `other` may take the keys that are not among them, and
    /// says whether it did.
    pub fn read_mapping_with<T: ReadKeys<'a>>(
        &mut self,
        node: Node<'a>,
        what: &str,
        mut other: impl FnMut(&mut T, Entry<'a>, &mut Reader<'a>) -> bool,
    ) -> Option<T> {
        let node = node.resolved();
        if let (Some(short), NodeKind::Scalar) = (T::SHORT_FOR, node.kind())
            && !node.is_null()
        {
            let mut value = T::empty(node);
            value.read_key(short, node, self);
            return Some(value);
        }
        if node.kind() != NodeKind::Mapping {
            self.wrong_type(node, what);
            return None;
        }
        let mut value = T::empty(node);
        let mut present = [false; 64];
        let mut broken = false;
        for entry in node.effective_entries() {
            let Some(key) = entry.key.value() else {
                broken = true;
                self.wrong_type(entry.key, "a name followed by a colon");
                continue;
            };
            match T::KEYS.iter().position(|known| known.name == key) {
                Some(index) => {
                    // The first of two equal keys counts; the second is yaml/duplicate-key.
                    if std::mem::replace(&mut present[index], true) {
                        continue;
                    }
                    let known = T::KEYS[index];
                    if entry.value.is_null() {
                        if known.required && !cut_by_comment(entry) {
                            self.missing(entry.key.into(), key, what, true);
                        }
                        continue;
                    }
                    value.read_key(known.name, entry.value, self);
                }
                None => {
                    if !other(&mut value, entry, self) {
                        self.unknown_key::<T>(node, entry, what);
                        broken = true;
                    }
                }
            }
        }
        for (index, key) in T::KEYS.iter().enumerate() {
            if key.required && !present[index] {
                // A misspelt key is one mistake, not two: its did-you-mean is already reported.
                let misspelt = broken
                    && node.effective_entries().any(|entry| {
                        entry.key.value().is_some_and(|written| {
                            suggest(written, T::KEYS.iter().map(|known| known.name))
                                == Some(key.name)
                        })
                    });
                if !misspelt && !has_error_child(node) {
                    self.missing(opening(node), key.name, what, false);
                }
            }
        }
        Some(value)
    }

    /// The text of a scalar; anything else is the wrong type.
    pub fn scalar<T: Read<'a>>(&mut self, node: Node<'a>) -> Option<&'a str> {
        let node = node.resolved();
        match node.value() {
            Some(text) => Some(text),
            None => {
                self.wrong_type(node, &T::expected());
                None
            }
        }
    }

    /// Reports that something else was expected here.
    pub fn wrong_type(&mut self, node: Node<'a>, expected: &str) {
        if self.quiet || node.kind() == NodeKind::Error {
            return;
        }
        if looks_like_template(node) {
            self.unquoted_template(node);
            return;
        }
        let found = describe(node);
        let help = match node.value() {
            Some(text) if expected.starts_with("a list") && text.contains(',') => {
                let items: Vec<&str> = text.split(',').map(str::trim).collect();
                format!("Write it as a list: [{}].", items.join(", "))
            }
            Some(text) if text.contains('：') => {
                "The colon here is a full-width one; type an ordinary `:` and a space.".to_string()
            }
            _ => format!("Write {expected}."),
        };
        self.reporter.find_as(
            "workspace/wrong-type",
            visible(node),
            format!("This should be {expected}, but it is {found}."),
            help,
        );
    }

    /// Reports a value that can't be what it should be.
    pub fn invalid(&mut self, node: Node<'a>, message: impl Into<String>, help: impl Into<String>) {
        if !self.quiet {
            self.reporter
                .find_as("workspace/invalid-value", node, message, help);
        }
    }

    /// Reports a value outside a closed list, with a did-you-mean.
    pub fn not_one_of(&mut self, node: Node<'a>, text: &str, words: &[&'static str]) {
        if self.quiet {
            return;
        }
        let suggestion = suggest(text, words.iter().copied());
        let help = match suggestion {
            Some(word) => format!("Did you mean `{word}`?"),
            None => format!("It may be {}.", list_words(words.iter().copied(), 12)),
        };
        let finding = self.reporter.find_as(
            "workspace/invalid-value",
            node,
            format!(
                "`{}` is not one of the words that are known here.",
                shown(text)
            ),
            help,
        );
        if let Some(word) = suggestion {
            finding.unsafe_fix(format!("change to `{word}`"), edit::set_value(node, word));
        }
    }

    fn unknown_key<T: ReadKeys<'a>>(&mut self, mapping: Node<'a>, entry: Entry<'a>, what: &str) {
        if self.quiet {
            return;
        }
        let key = entry.key.value().unwrap_or_default();
        if self.extension_keys.iter().any(|known| known == key) {
            return;
        }
        let names = T::KEYS.iter().map(|known| known.name);
        // yaml/suspicious-character points at what nobody sees.
        let seen = super::characters::as_seen(key);
        if *seen != *key && names.clone().any(|name| name == seen) {
            return;
        }
        // A team's own keys are meant as often as ours.
        let own = self.extension_keys.iter().map(String::as_str);
        let suggestion = suggest(key, names.clone().chain(own))
            .filter(|name| mapping.get(name).is_none())
            .map(str::to_string);
        let help = match &suggestion {
            Some(name) => format!("Did you mean `{name}`?"),
            None => format!(
                "Known here: {}.",
                list_words(names, 24).replace(" or ", " and ")
            ),
        };
        let finding = self.reporter.find_as(
            "workspace/unknown-key",
            entry.key,
            format!("`{}` is not a key of {what}.", shown(key)),
            help,
        );
        if let Some(name) = suggestion {
            finding.unsafe_fix(
                format!("rename to `{name}`"),
                edit::rename_key(entry, &name),
            );
        }
    }

    fn missing(&mut self, place: crate::diagnostics::Place, key: &str, what: &str, is_there: bool) {
        if self.quiet {
            return;
        }
        let message = if is_there {
            format!("`{key}` has no value.")
        } else {
            let what = capitalised(what);
            format!("{what} needs `{key}`.")
        };
        self.reporter.find_as(
            "workspace/missing-key",
            place,
            message,
            format!("Add a value for `{key}:`."),
        );
    }

    pub(super) fn unquoted_template(&mut self, node: Node<'a>) {
        let source = source_of(node);
        let quoted = format!("\"{}\"", source.replace('\\', "\\\\").replace('"', "\\\""));
        self.reporter
            .find_as(
                "yaml/unquoted-template",
                node,
                "A token in braces without quotes is read by YAML as a mapping, not as text.",
                "Put quotes around the value.",
            )
            .unsafe_fix(
                "put quotes around it",
                crate::syntax::Edit {
                    span: node.span(),
                    text: quoted,
                },
            );
    }
}

impl Default for Reader<'_> {
    fn default() -> Self {
        Reader::new()
    }
}

/// The characters of a node as they stand in the file.
pub fn source_of(node: Node<'_>) -> &str {
    let span = node.span();
    node.tree()
        .text()
        .get(span.start as usize..span.end as usize)
        .unwrap_or_default()
}

/// A place for something about a whole collection: its first line, so that a page-long mapping is
/// not underlined from top to bottom. A one-line collection stays whole.
pub fn opening(node: Node<'_>) -> crate::diagnostics::Place {
    let mut place = crate::diagnostics::Place::from(node);
    let source = source_of(node);
    if let Some(end) = source.find(['\r', '\n']) {
        place.span.end = place.span.start + source[..end].trim_end().len() as u32;
    }
    place
}

/// The place of a node, or of the sign before it where nothing stands at the node itself: the dash
/// of an empty item, the colon of an empty value.
fn visible(node: Node<'_>) -> crate::diagnostics::Place {
    let mut place = opening(node);
    if place.span.is_empty() {
        let before = &node.tree().text()[..place.span.start as usize];
        let before = before.trim_end();
        if let Some(sign) = before.chars().next_back() {
            place.span.start = (before.len() - sign.len_utf8()) as u32;
            place.span.end = before.len() as u32;
        }
    }
    place
}

/// Whether a value is empty because a `#` right before a word makes a comment of it, as in
/// `color: #ff0000`. That is yaml/comment-cuts-value.
fn cut_by_comment(entry: Entry<'_>) -> bool {
    let text = entry.key.tree().text();
    let behind = &text[entry.key.span().end as usize..];
    let line = behind.lines().next().unwrap_or_default();
    line.trim_start()
        .strip_prefix(':')
        .and_then(|value| value.trim_start().strip_prefix('#'))
        .is_some_and(|comment| comment.starts_with(|c: char| c.is_alphanumeric()))
}

fn has_error_child(node: Node<'_>) -> bool {
    node.entries()
        .any(|entry| entry.key.kind() == NodeKind::Error || entry.value.kind() == NodeKind::Error)
}

fn looks_like_template(node: Node<'_>) -> bool {
    node.kind() == NodeKind::Mapping && source_of(node).starts_with("{{")
}

/// What a node is, for a person: `a list`, `the text "x"`.
pub fn describe(node: Node<'_>) -> String {
    match node.kind() {
        NodeKind::Mapping => "a block of keys and values".to_string(),
        NodeKind::Sequence => "a list".to_string(),
        _ if node.is_null() => "empty".to_string(),
        _ => match node.value() {
            Some(text) => format!("`{}`", shown(text)),
            None => "something else".to_string(),
        },
    }
}

/// A user's text short enough for a message.
pub fn shown(text: &str) -> Cow<'_, str> {
    const LONGEST: usize = 60;
    if text.chars().nth(LONGEST).is_none() {
        return Cow::Borrowed(text);
    }
    let cut: String = text.chars().take(LONGEST - 1).collect();
    Cow::Owned(format!("{cut}…"))
}

/// The first letter as a capital, for the start of a sentence.
pub fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    match letters.next() {
        Some(first) => first.to_uppercase().chain(letters).collect(),
        None => String::new(),
    }
}

/// Whether a scalar stands there without quotes, so that other YAML readers may guess a type.
pub fn is_plain(node: Node<'_>) -> bool {
    node.style() == Some(ScalarStyle::Plain)
}
