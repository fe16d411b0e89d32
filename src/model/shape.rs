//! The one place where a kind's keys are written down: Rust type, reader and JSON Schema at once.
//!
//! `shape!` takes a struct whose fields are the keys. A key is the field's name with `-` for `_`,
//! or the text before it. `= required` makes a key required. Every field is kept as an `Option`,
//! since a broken value must not silence the checks on the others.

/// Declares a part of a document: a mapping with a fixed set of keys.
macro_rules! shape {
    (
        $(#[$meta:meta])*
        pub struct $name:ident<$life:lifetime> {
            $(
                $(#[$field_meta:meta])*
                $(($key:literal))? $field:ident : $ty:ty $(= $need:ident)?
            ),* $(,)?
        }
    ) => {
        $(#[$meta])*
        #[derive(Debug, Clone, schemars::JsonSchema)]
        #[schemars(deny_unknown_fields, rename_all = "kebab-case")]
        pub struct $name<$life> {
            /// The mapping itself.
            #[schemars(skip)]
            pub node: $crate::syntax::Node<$life>,
            $(
                $(#[$field_meta])*
                $(#[schemars(rename = $key)])?
                $(#[schemars($need)])?
                pub $field: Option<$ty>,
            )*
        }

        impl<$life> $name<$life> {
            /// The keys, in the order in which the documentation shows them.
            pub const KEYS: &'static [$crate::model::reader::Key] = &[
                $($crate::model::reader::Key {
                    name: $crate::model::shape::key_name!($field $(, $key)?),
                    required: $crate::model::shape::is_required!($($need)?),
                    value_type: <$ty as $crate::model::reader::Read<$life>>::value_type,
                }),*
            ];
        }

        impl<$life> $name<$life> {
            /// Takes from `base` every key that is not set here.
            #[allow(dead_code)]
            pub(crate) fn fill_from(&mut self, base: &Self) {
                $(
                    if self.$field.is_none() {
                        self.$field.clone_from(&base.$field);
                    }
                )*
            }
        }

        impl<$life> $crate::model::reader::ReadKeys<$life> for $name<$life> {
            const KEYS: &'static [$crate::model::reader::Key] = Self::KEYS;

            fn empty(node: $crate::syntax::Node<$life>) -> Self {
                Self { node, $($field: None),* }
            }

            fn read_key(
                &mut self,
                name: &'static str,
                value: $crate::syntax::Node<$life>,
                reader: &mut $crate::model::reader::Reader<$life>,
            ) {
                $(
                    if name == $crate::model::shape::key_name!($field $(, $key)?) {
                        self.$field = $crate::model::reader::Read::read(value, reader);
                        return;
                    }
                )*
                let _ = (name, value, reader);
            }
        }
    };
}

/// Declares a document: the keys that every document may carry, and its own.
macro_rules! document {
    (
        $(#[$meta:meta])*
        pub struct $name:ident<$life:lifetime> {
            $($fields:tt)*
        }
    ) => {
        $crate::model::shape::shape! {
            $(#[$meta])*
            pub struct $name<$life> {
                /// What this document is. Files without a known kind are not campaignlint's.
                kind: $crate::model::values::Text<$life> = required,
                /// The name that other documents use for this one. Left out, it is the file's name.
                id: $crate::model::values::Id<$life>,
                /// Who answers for this document: somebody or a group from `people`.
                owner: $crate::model::values::Reference<$life, $crate::model::target::Owner>,
                /// The day on which somebody last looked whether this is still right.
                reviewed: $crate::model::values::DateValue<$life>,
                /// How often it must be looked at, such as `6 months`.
                review_every: $crate::model::values::Period<$life>,
                /// The last day on which this counts. For anything temporary.
                until: $crate::model::values::DateValue<$life>,
                $($fields)*
            }
        }

        impl<$life> $crate::model::Document<$life> for $name<$life> {
            fn header(&self) -> $crate::model::Header<'_, $life> {
                $crate::model::Header {
                    owner: self.owner.as_ref(),
                    reviewed: self.reviewed.as_ref(),
                    review_every: self.review_every.as_ref(),
                    until: self.until.as_ref(),
                }
            }
        }
    };
}

/// Declares a closed list of words.
macro_rules! words {
    (
        $(#[$meta:meta])*
        pub enum $name:ident { $($(#[$word_meta:meta])* $variant:ident = $word:literal),* $(,)? }
    ) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, schemars::JsonSchema)]
        pub enum $name {
            $($(#[$word_meta])* #[schemars(rename = $word)] $variant),*
        }

        impl $name {
            /// Every word, in order.
            pub const WORDS: &'static [&'static str] = &[$($word),*];

            /// The word as it stands in YAML.
            pub fn word(self) -> &'static str {
                match self { $($name::$variant => $word),* }
            }
        }

        impl<'a> $crate::model::reader::Read<'a> for $name {
            fn value_type() -> $crate::model::reader::ValueType {
                $crate::model::reader::ValueType::Choice(Self::WORDS)
            }

            fn expected() -> String {
                format!("one of {}", $crate::diagnostics::list_words(Self::WORDS.iter().copied(), 12))
            }

            fn read(
                node: $crate::syntax::Node<'a>,
                reader: &mut $crate::model::reader::Reader<'a>,
            ) -> Option<Self> {
                let text = reader.scalar::<Self>(node)?;
                match text {
                    $($word => Some($name::$variant),)*
                    _ => {
                        reader.not_one_of(node, text, Self::WORDS);
                        None
                    }
                }
            }
        }
    };
}

/// The key of a field: given, or its name with `-` for `_`.
macro_rules! key_name {
    ($field:ident, $key:literal) => {
        $key
    };
    ($field:ident) => {{
        const NAME: &str = stringify!($field);
        const KEBAB: [u8; NAME.len()] = $crate::model::shape::kebab(NAME);
        // Replacing one ASCII byte by another keeps UTF-8 valid; the check is done when compiling.
        const KEY: &str = match std::str::from_utf8(&KEBAB) {
            Ok(key) => key,
            Err(_) => NAME,
        };
        KEY
    }};
}

macro_rules! is_required {
    () => {
        false
    };
    (required) => {
        true
    };
}

/// `review_every` as `review-every`, when compiling.
pub(crate) const fn kebab<const N: usize>(name: &str) -> [u8; N] {
    let bytes = name.as_bytes();
    let mut key = [0; N];
    let mut at = 0;
    while at < N {
        key[at] = if bytes[at] == b'_' { b'-' } else { bytes[at] };
        at += 1;
    }
    key
}

pub(crate) use {document, is_required, key_name, shape, words};
