//! `naming`: the convention for names: templates made of tokens.

use super::shape::document;
use super::values::{Any, OneOrMany, Text};

document! {
    /// The convention for names: templates made of tokens.
    pub struct Naming<'a> {
        /// What it applies to: `{ campaigns: all, except: { channel: [...] } }`.
        ("for") applies_to: Any<'a>,
        /// The template, such as `"{event:YYYYMMDD}_{channel}_{topic}_{region}"`.
        template: Text<'a>,
        /// Templates by channel.
        templates: Any<'a>,
        /// Endings, each with when it is due: `{ _PARENT: has children }`.
        ends_with: Any<'a>,
        /// Whole words that no name may hold.
        forbidden_words: OneOrMany<'a, Text<'a>>,
        /// Text that no name may hold anywhere.
        forbidden_text: OneOrMany<'a, Text<'a>>,
        /// What happens to a name once it is synced.
        after_first_sync: Text<'a>,
        /// What tokens may hold, where that is not a key of the campaign.
        tokens: Any<'a>,
        /// Names that follow it; run as tests.
        right: OneOrMany<'a, Text<'a>>,
        /// Names that break it, each with the reason; run as tests.
        wrong: Any<'a>,
    }
}
