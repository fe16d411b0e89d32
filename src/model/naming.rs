//! `naming`: the convention for names: templates made of tokens.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};

use super::reader::{Read, Reader, shown};
use super::shape::{document, shape, words};
use super::target::{BusinessUnit, Channel, Region, Target};
use super::tracking::Spelling;
use super::values::{Map, Named, OneOrMany, Reference, Text, Whole};
use crate::diagnostics::{Place, suggest};
use crate::syntax::{Node, NodeKind};
use crate::template::{DateFormat, Shape, Sort, Template, alternatives};

document! {
    /// A convention for names: templates made of tokens. A workspace may have several; each says in
    /// `for:` whose names it is about.
    pub struct Naming<'a> {
        /// Which campaigns it is about: `{ campaigns: all, except: { channel: [...] } }`, or
        /// `{ campaigns: { channel: [...] } }`. Left out, it is about all of them. A convention that
        /// lists channels goes before one for all.
        ("for") applies_to: NamesOf<'a>,
        /// The template, such as `"{event:YYYYMMDD}_{channel}_{topic}_{region}"`. A list gives
        /// alternatives: a name may follow any of them, and the first is the one that is built.
        #[schemars(with = "Option<Templates>")]
        template: OneOrMany<'a, Text<'a>>,
        /// Templates by channel, where a channel has its own: one, or a list of alternatives.
        #[schemars(with = "Option<TemplatesByChannel>")]
        templates: Map<'a, OneOrMany<'a, Text<'a>>>,
        /// What tokens hold: a phrase such as `YYYYMMDD`, `taxonomy region` or `2 capital letters`,
        /// a list of words, or codes with what they mean. [naming.md](naming.md) has all of them.
        tokens: Map<'a, TokenText<'a>>,
        /// Endings, each with when it is due: `{ _PARENT: has children }`.
        ends_with: Map<'a, EndingWhen>,
        /// Whole words that no name may hold.
        forbidden_words: OneOrMany<'a, Text<'a>>,
        /// Text that no name may hold anywhere.
        forbidden_text: OneOrMany<'a, Text<'a>>,
        /// How names are written: `lower case, digits, _ and -`. Left out, as the templates say.
        spelling: Spelling<'a>,
        /// The most characters a name may have.
        longest: Whole<'a>,
        /// What happens to a name once it is synced.
        after_first_sync: AfterFirstSync,
        /// Names that follow it; run as tests.
        right: OneOrMany<'a, Text<'a>>,
        /// Names that break it, each with the reason; run as tests.
        wrong: WrongNames<'a>,
    }
}

/// The schema of a template, or of several: a text with a token in it.
struct Templates;

impl JsonSchema for Templates {
    fn inline_schema() -> bool {
        true
    }
    fn schema_name() -> Cow<'static, str> {
        "templates".into()
    }
    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        let template = json_schema!({"type": "string", "pattern": "[{]"});
        json_schema!({"anyOf": [template, {"type": "array", "items": template}]})
    }
}

/// The schema of templates by channel.
struct TemplatesByChannel;

impl JsonSchema for TemplatesByChannel {
    fn inline_schema() -> bool {
        true
    }
    fn schema_name() -> Cow<'static, str> {
        "templates by channel".into()
    }
    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let templates = Templates::json_schema(generator);
        json_schema!({"type": "object", "additionalProperties": {"anyOf": [templates, {"type": "null"}]}})
    }
}

shape! {
    /// Whose names a convention is about.
    pub struct NamesOf<'a> {
        /// `all`, or the campaigns of some channels, regions or business units.
        campaigns: WhichCampaigns<'a>,
        /// Campaigns that it is not about.
        except: CampaignsWith<'a>,
    }
}

impl Named for NamesOf<'_> {
    const NAME: &'static str = "what a convention is for";
}

shape! {
    /// Campaigns, by their keys. All of the keys must hold.
    pub struct CampaignsWith<'a> {
        /// Their channel is one of these.
        channel: OneOrMany<'a, Reference<'a, Channel>>,
        /// Their region is one of these.
        region: OneOrMany<'a, Reference<'a, Region>>,
        /// Their business unit is one of these.
        business_unit: OneOrMany<'a, Reference<'a, BusinessUnit>>,
    }
}

impl Named for CampaignsWith<'_> {
    const NAME: &'static str = "a choice of campaigns";
}

/// `all`, or a choice of campaigns.
#[derive(Debug, Clone)]
pub struct WhichCampaigns<'a> {
    /// The choice; `None` for all.
    pub with: Option<CampaignsWith<'a>>,
    /// Where it stands.
    pub node: Node<'a>,
}

impl<'a> Read<'a> for WhichCampaigns<'a> {
    fn expected() -> String {
        "`all`, or a block such as { channel: [webcast] }".to_string()
    }

    fn read(node: Node<'a>, reader: &mut Reader<'a>) -> Option<Self> {
        let node = node.resolved();
        if node.kind() == NodeKind::Mapping {
            let with = CampaignsWith::read(node, reader)?;
            return Some(WhichCampaigns {
                with: Some(with),
                node,
            });
        }
        match node.value() {
            Some("all") => Some(WhichCampaigns { with: None, node }),
            Some(text) => {
                reader.not_one_of(node, text, &["all"]);
                None
            }
            None => {
                reader.wrong_type(node, &Self::expected());
                None
            }
        }
    }
}

impl JsonSchema for WhichCampaigns<'_> {
    fn inline_schema() -> bool {
        true
    }
    fn schema_name() -> Cow<'static, str> {
        "which campaigns".into()
    }
    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let with = generator.subschema_for::<CampaignsWith<'_>>();
        json_schema!({"anyOf": [{"const": "all"}, with]})
    }
}

words! {
    /// When an ending is due.
    pub enum EndingWhen {
        /// Another campaign names it as its parent.
        HasChildren = "has children",
        /// It names a parent.
        HasParent = "has a parent",
    }
}

words! {
    /// What happens to a name once it is synced.
    pub enum AfterFirstSync {
        /// It stays as it is, also when a date or a region changes.
        Keep = "keep the name",
        /// It changes with the campaign.
        Change = "change the name",
    }
}

/// What a token may hold.
#[derive(Debug, Clone)]
pub struct TokenText<'a> {
    /// Any of these.
    pub alternatives: Vec<TokenSource<'a>>,
    /// The key of the campaign that says it, where that is not the token's name.
    pub from: Option<Text<'a>>,
    /// Where it stands.
    pub node: Node<'a>,
}

/// One thing that a token may hold.
#[derive(Debug, Clone)]
pub enum TokenSource<'a> {
    /// A text of this shape.
    Shape(Shape),
    /// A word or a code, with what it means where that is said.
    Word(Text<'a>, Option<Text<'a>>),
    /// A value of a dimension of the taxonomy.
    Taxonomy(&'a str, WrittenAs),
    /// A program channel.
    Channel(WrittenAs),
}

/// How a value of the taxonomy, or a channel, stands in a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct WrittenAs {
    /// By which of its names.
    pub by: By,
    /// In which letter case.
    pub case: InCase,
}

/// By which of its names a value is called.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum By {
    /// `in-name:`, else the label, else the id.
    Name,
    /// Its id.
    Id,
    /// Its label.
    Label,
    /// One of its aliases.
    Alias,
}

/// In which letter case a value is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum InCase {
    /// As it stands in the taxonomy.
    AsItIs,
    /// In lower case.
    Lower,
    /// In capital letters.
    Upper,
}

/// How a value may be called, behind `taxonomy region` and `channel`.
const WAYS: &[(&str, By)] = &[
    (" by id", By::Id),
    (" by label", By::Label),
    (" by alias", By::Alias),
];

shape! {
    /// A token in full.
    pub struct TokenKeys<'a> {
        /// What it holds: a phrase, or a list of words.
        is: PhraseOrWords<'a>,
        /// Words or codes, each with what it means.
        codes: Map<'a, Text<'a>>,
        /// The key of the campaign that says it, where that is not the token's name.
        from: Text<'a>,
    }
}

impl Named for TokenKeys<'_> {
    const NAME: &'static str = "a token";
}

/// A phrase, or a list of words.
#[derive(Debug, Clone)]
pub struct PhraseOrWords<'a>(Vec<TokenSource<'a>>);

impl<'a> Read<'a> for PhraseOrWords<'a> {
    fn expected() -> String {
        "what the token holds, such as `YYYYMMDD`, `taxonomy region` or [ES, NL]".to_string()
    }

    fn read(node: Node<'a>, reader: &mut Reader<'a>) -> Option<Self> {
        let node = node.resolved();
        if node.kind() == NodeKind::Sequence {
            let list = OneOrMany::<Text<'a>>::read(node, reader)?;
            let words = list.items.into_iter().filter(|word| !word.is_blank());
            return Some(PhraseOrWords(
                words
                    .map(|word| phrase_in_list(word.value).unwrap_or(TokenSource::Word(word, None)))
                    .collect(),
            ));
        }
        let text = reader.scalar::<Self>(node)?;
        let parts = alternatives(text);
        let mut sources = Vec::new();
        for part in parts {
            match source(part) {
                Some(source) => sources.push(source),
                None => {
                    not_understood(part, node, reader);
                    return None;
                }
            }
        }
        Some(PhraseOrWords(sources))
    }
}

/// A phrase within a list of words: one that can hardly be a word of a name.
fn phrase_in_list(text: &str) -> Option<TokenSource<'_>> {
    let source = source(text).filter(|_| text.contains([' ', '"']) || text.contains("YY"))?;
    match &source {
        TokenSource::Shape(Shape::Code(runs))
            if runs.iter().all(|run| matches!(run.of, Sort::Text(_))) =>
        {
            None
        }
        _ => Some(source),
    }
}

/// One alternative of a phrase.
fn source(part: &str) -> Option<TokenSource<'_>> {
    let (rest, case) = match part {
        part if part.ends_with(" in lower case") => {
            (part.strip_suffix(" in lower case")?, InCase::Lower)
        }
        part if part.ends_with(" in upper case") => {
            (part.strip_suffix(" in upper case")?, InCase::Upper)
        }
        part => (part, InCase::AsItIs),
    };
    let way = WAYS
        .iter()
        .find_map(|(words, by)| Some((rest.strip_suffix(words)?, *by)));
    let (what, by) = way.unwrap_or((rest, By::Name));
    let written = WrittenAs { by, case };
    if what == "channel" {
        return Some(TokenSource::Channel(written));
    }
    if let Some(dimension) = what.strip_prefix("taxonomy ") {
        let dimension = dimension.trim();
        return super::values::is_id(dimension)
            .then_some(TokenSource::Taxonomy(dimension, written));
    }
    Shape::parse(part).ok().map(TokenSource::Shape)
}

fn not_understood<'a>(part: &str, node: Node<'a>, reader: &mut Reader<'a>) {
    let better = part.to_uppercase();
    let meant = match DateFormat::parse(&better) {
        Some(_) => Some(better.as_str()),
        None => suggest(part, Shape::phrases().chain(["taxonomy region", "channel"])),
    };
    let help = match meant {
        Some(meant) => format!("Did you mean `{meant}`?"),
        None => format!(
            "Write a date such as YYYYMMDD, `words`, `2 digits`, `taxonomy region` or `channel`; or \
             [{}] where this very text stands in the name.",
            shown(part)
        ),
    };
    reader.invalid(
        node,
        format!("`{}` doesn't say what a token holds.", shown(part)),
        help,
    );
}

impl<'a> Read<'a> for TokenText<'a> {
    fn expected() -> String {
        PhraseOrWords::expected()
    }

    fn read(node: Node<'a>, reader: &mut Reader<'a>) -> Option<Self> {
        let node = node.resolved();
        let plain = |alternatives| TokenText {
            alternatives,
            from: None,
            node,
        };
        if node.kind() != NodeKind::Mapping {
            return Some(plain(PhraseOrWords::read(node, reader)?.0));
        }
        // A block with one of our keys is a token in full; any other block lists codes.
        let is_full = node
            .effective_entries()
            .any(|entry| matches!(entry.key.value(), Some("is" | "codes" | "from")));
        if !is_full {
            return Some(plain(codes(&Map::read(node, reader)?)));
        }
        let keys = TokenKeys::read(node, reader)?;
        let mut alternatives = keys.is.map(|is| is.0).unwrap_or_default();
        alternatives.extend(keys.codes.iter().flat_map(codes));
        Some(TokenText {
            alternatives,
            from: keys.from,
            node,
        })
    }
}

fn codes<'a>(map: &Map<'a, Text<'a>>) -> Vec<TokenSource<'a>> {
    let entries = map.entries.iter();
    entries
        .map(|(code, meaning)| TokenSource::Word(*code, Some(*meaning)))
        .collect()
}

impl JsonSchema for PhraseOrWords<'_> {
    fn inline_schema() -> bool {
        true
    }
    fn schema_name() -> Cow<'static, str> {
        "phrase or words".into()
    }
    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let text = generator.subschema_for::<Text<'_>>();
        json_schema!({"anyOf": [text, {"type": "array", "items": text}]})
    }
}

impl JsonSchema for TokenText<'_> {
    fn inline_schema() -> bool {
        true
    }
    fn schema_name() -> Cow<'static, str> {
        "token".into()
    }
    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let text = generator.subschema_for::<Text<'_>>();
        let keys = generator.subschema_for::<TokenKeys<'_>>();
        let codes = generator.subschema_for::<Map<'_, Text<'_>>>();
        json_schema!({"anyOf": [text, {"type": "array", "items": text}, keys, codes]})
    }
}

/// Names that break a convention: a list, or each with the reason.
#[derive(Debug, Clone)]
pub struct WrongNames<'a> {
    /// The names with their reasons.
    pub names: Vec<(Text<'a>, Option<Text<'a>>)>,
    /// Where they stand.
    pub node: Node<'a>,
}

impl<'a> Read<'a> for WrongNames<'a> {
    fn expected() -> String {
        "names, each with the reason why it is wrong".to_string()
    }

    fn read(node: Node<'a>, reader: &mut Reader<'a>) -> Option<Self> {
        let node = node.resolved();
        let names = if node.kind() == NodeKind::Mapping {
            let mut names = Vec::new();
            for entry in node.effective_entries() {
                match Text::of(entry.key) {
                    Some(name) if entry.value.is_null() => names.push((name, None)),
                    Some(name) => names.push((name, Text::read(entry.value, reader))),
                    None => reader.wrong_type(entry.key, "a name"),
                }
            }
            names
        } else {
            let list = OneOrMany::<Text<'a>>::read(node, reader)?;
            list.items.into_iter().map(|name| (name, None)).collect()
        };
        Some(WrongNames { names, node })
    }
}

impl JsonSchema for WrongNames<'_> {
    fn inline_schema() -> bool {
        true
    }
    fn schema_name() -> Cow<'static, str> {
        "wrong names".into()
    }
    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let many = generator.subschema_for::<OneOrMany<'_, Text<'_>>>();
        let map = generator.subschema_for::<Map<'_, Text<'_>>>();
        json_schema!({"anyOf": [many, map]})
    }
}

impl<'a> Naming<'a> {
    /// Every template, with the channel whose it is.
    pub fn all_templates(&self) -> impl Iterator<Item = (Option<Text<'a>>, Text<'a>)> {
        let own = self
            .template
            .iter()
            .flat_map(|list| &list.items)
            .map(|text| (None, *text));
        let by_channel = self.templates.iter().flat_map(|map| &map.entries);
        own.chain(
            by_channel
                .flat_map(|(channel, list)| list.items.iter().map(|text| (Some(*channel), *text))),
        )
    }

    /// Looks at what is inside the templates.
    pub(super) fn finish(&self, reader: &mut Reader<'a>) {
        for (channel, _) in self.templates.iter().flat_map(|map| &map.entries) {
            reader.refer(Target::Channel, *channel, false);
        }
        if reader.is_quiet() {
            return;
        }
        for (_, text) in self.all_templates() {
            if let Err(problem) = Template::parse(text.value) {
                reader.reporter.find_as(
                    "workspace/invalid-value",
                    Place::part(text.node, problem.range),
                    problem.message,
                    "Write, for example, `{event:YYYYMMDD}_{channel}_{topic}_{region}`.",
                );
            }
        }
    }
}
