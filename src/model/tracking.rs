//! `tracking`: how links are tagged.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};

use super::reader::{Read, Reader};
use super::shape::{document, shape, words};
use super::values::{Flag, List, Map, Named, OneOrMany, Text, Whole};
use crate::diagnostics::Place;
use crate::syntax::Node;
use crate::template::Template;

document! {
    /// The team's convention for tracked links. A workspace has one; what it leaves out is taken
    /// from the shipped policy `common-tracking` where that is included.
    pub struct Tracking<'a> {
        /// The team's own hosts, each with its subdomains. Links between them are never tagged.
        our_sites: List<'a, OurSite<'a>>,
        /// Hosts that are not ours but where tags are useful, since they hand them on.
        passes_tags_on: List<'a, Text<'a>>,
        /// Hosts on which tags are useless.
        never_tag: List<'a, Text<'a>>,
        /// Paths of our own sites that need no tags: footers, legal pages, "view in browser".
        no_tags_needed: List<'a, Text<'a>>,
        /// The parameters that every tagged link has, without `utm_`.
        required: List<'a, Text<'a>>,
        /// More parameters that links of a medium must have: `{ partner: utm_partnerid }`.
        also_required: Map<'a, OneOrMany<'a, Text<'a>>>,
        /// The other parameters that may be used; with or without `utm_`.
        optional: List<'a, Text<'a>>,
        /// How values are written.
        spelling: Spelling<'a>,
        /// The longest value, in characters after decoding.
        longest: Whole<'a>,
        /// The template of `utm_campaign`, made of tokens: `{date}_{region}_{topic}_{language?}`.
        ///
        /// A token takes its text from the campaign:
        ///
        /// - `{date}` is the day of the event, or the first day where there is no event; `{event}`,
        ///   `{start}` and `{end}` are these days. `{event:YYYYMMDD}` says how a day is written, with
        ///   `YYYY`, `YY`, `MM`, `DD` and any signs. Without a format it is built as `YYYY-MM-DD`,
        ///   and `YYYYMMDD` and `YYYY_MM_DD` are right as well.
        /// - `{region}`, `{language}`, `{persona}`, `{product}`, `{industry}`, `{business-unit}`,
        ///   `{budget}` (its code) and `{topic}` are values of the taxonomy: as `in-utm:` of the
        ///   value says, else its id. A topic that is no value is written as one word.
        /// - `{type}`, or `{channel}`, is the program channel. `{name}` is the campaign's name.
        /// - `{gtm}`, `{event-type}` and the like are values of the campaign's `taxonomy:`.
        /// - Any other token is one of `tokens:`.
        ///
        /// `{language?}` may be left out, and the sign in front of it with it. Where a token that
        /// must be there has no text, nothing is built and nothing is judged.
        campaign: Text<'a>,
        /// The template of `utm_content`, in the same form.
        content: Text<'a>,
        /// What tokens of the templates hold where no key of the campaign says it: a text, or a list
        /// of texts that are allowed. For a token that is a key of the campaign it is the word for
        /// campaigns that have none or several, such as `{ date: eg, region: x }` for "evergreen"
        /// and "more than one region".
        tokens: Map<'a, OneOrMany<'a, Text<'a>>>,
        /// What no link may carry, by parameter without `utm_`: `{ content: [nurture] }`.
        forbidden: Map<'a, OneOrMany<'a, Text<'a>>>,
        /// The sources, each with the mediums it may be used with.
        sources: Map<'a, OneOrMany<'a, Text<'a>>>,
        /// The mediums, each with the analytics channel it must land in. A medium alone, `chat:`, may be
        /// used, and nothing is said of where it lands.
        mediums: Map<'a, Landing<'a>>,
        /// Mediums that land in "Unassigned" on purpose, each with the reason.
        lands_nowhere_on_purpose: Map<'a, Text<'a>>,
        /// How Google Ads is set up.
        google_ads: GoogleAds<'a>,
        /// Which platform's tokens each medium's links may hold, such as `email: marketo`.
        platforms: Map<'a, super::links::Platform>,
        /// The hosts of link shorteners besides the well-known ones.
        shorteners: List<'a, Text<'a>>,
    }
}

/// Where a medium must land, where the policy says so.
#[derive(Debug, Clone, Copy)]
pub struct Landing<'a> {
    /// The analytics channel.
    pub channel: Option<Text<'a>>,
}

impl<'a> Read<'a> for Landing<'a> {
    const MAY_BE_EMPTY: bool = true;

    fn expected() -> String {
        "a channel of analytics, or nothing".to_string()
    }

    fn read(node: Node<'a>, reader: &mut Reader<'a>) -> Option<Self> {
        let channel = match node.resolved().is_null() {
            true => None,
            false => Some(Text::read(node, reader)?),
        };
        Some(Landing { channel })
    }
}

impl JsonSchema for Landing<'_> {
    fn inline_schema() -> bool {
        true
    }
    fn schema_name() -> Cow<'static, str> {
        "landing".into()
    }
    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        generator.subschema_for::<Text<'_>>()
    }
}

shape! {
    /// One of the team's own hosts. `acme.example` is short for `{ host: acme.example }`.
    pub struct SiteKeys<'a> {
        /// The host; its subdomains are included.
        host: Text<'a> = required,
        /// Whether paths end with a slash.
        trailing_slash: TrailingSlash,
    }
}

words! {
    /// Whether the paths of a host end with a slash before the `?`.
    pub enum TrailingSlash {
        /// A redirect would strip it, and the tags with it.
        Never = "never",
        /// Pages may not load without it.
        Always = "always",
    }
}

/// One of the team's own hosts.
#[derive(Debug, Clone)]
pub struct OurSite<'a> {
    /// The host; its subdomains are included.
    pub host: Option<Text<'a>>,
    /// Whether its paths end with a slash.
    pub trailing_slash: Option<TrailingSlash>,
    /// Where it stands.
    pub node: Node<'a>,
}

impl<'a> Read<'a> for OurSite<'a> {
    fn expected() -> String {
        "a host such as acme.example".to_string()
    }

    fn read(node: Node<'a>, reader: &mut Reader<'a>) -> Option<Self> {
        let node = node.resolved();
        if node.value().is_some() {
            let host = Text::read(node, reader);
            return Some(OurSite {
                host,
                trailing_slash: None,
                node,
            });
        }
        let keys = reader.read_mapping::<SiteKeys<'a>>(node, "a site")?;
        Some(OurSite {
            host: keys.host,
            trailing_slash: keys.trailing_slash,
            node,
        })
    }
}

impl JsonSchema for OurSite<'_> {
    fn inline_schema() -> bool {
        true
    }
    fn schema_name() -> Cow<'static, str> {
        "site".into()
    }
    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let keys = generator.subschema_for::<SiteKeys<'_>>();
        json_schema!({"anyOf": [{"type": "string"}, keys]})
    }
}

impl<'a> Tracking<'a> {
    /// Looks at what is inside the templates.
    pub(super) fn finish(&self, reader: &mut Reader<'a>) {
        if reader.is_quiet() {
            return;
        }
        for text in [self.campaign, self.content].into_iter().flatten() {
            if let Err(problem) = Template::parse(text.value) {
                reader.reporter.find_as(
                    "workspace/invalid-value",
                    Place::part(text.node, problem.range),
                    problem.message,
                    "Write, for example, `{date}_{region}_{topic}_{language?}`.",
                );
            }
        }
    }
}

/// How values of tags are written: `lower case, digits, _ and -`.
#[derive(Debug, Clone, Copy)]
pub struct Spelling<'a> {
    /// Only lower-case letters.
    pub lower_case: bool,
    /// The punctuation that is allowed besides letters and digits.
    pub punctuation: &'a str,
    /// Whether spaces are allowed.
    pub spaces: bool,
    /// Where it stands.
    pub node: Node<'a>,
}

impl<'a> Read<'a> for Spelling<'a> {
    fn expected() -> String {
        "`lower case, digits, _ and -`, or with other punctuation".to_string()
    }

    fn read(node: Node<'a>, reader: &mut Reader<'a>) -> Option<Self> {
        let text = reader.scalar::<Self>(node)?;
        let (letters, rest) = text.split_once(',').unwrap_or((text, ""));
        let lower_case = match letters.trim() {
            "lower case" => true,
            "letters" | "any case" => false,
            _ => {
                reader.invalid(
                    node,
                    "The spelling must begin with `lower case` or `any case`.",
                    "Write, for example, `lower case, digits, _ and -`.",
                );
                return None;
            }
        };
        let understood = rest.split([',', ' ']).map(str::trim).all(|word| {
            matches!(word, "" | "digits" | "and" | "spaces")
                || (word.chars().count() == 1 && !word.starts_with(|c: char| c.is_alphanumeric()))
        });
        if !understood {
            reader.invalid(
                node,
                "After the letters come `digits` and the punctuation that is allowed.",
                "Write, for example, `lower case, digits, _ and -`.",
            );
            return None;
        }
        Some(Spelling {
            lower_case,
            punctuation: rest,
            spaces: rest.split([',', ' ']).any(|word| word == "spaces"),
            node: node.resolved(),
        })
    }
}

impl Spelling<'_> {
    /// Whether a character other than a letter, a digit or a space may stand in a value.
    pub fn allows(&self, c: char) -> bool {
        !c.is_alphanumeric() && c != ',' && self.punctuation.contains(c)
    }
}

impl JsonSchema for Spelling<'_> {
    fn inline_schema() -> bool {
        true
    }
    fn schema_name() -> Cow<'static, str> {
        "spelling".into()
    }
    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "type": "string",
            "pattern": "^ *(lower case|letters|any case) *(,((,| )|digits|and|spaces|[^A-Za-z0-9, ](?=[, ]|$))*)?$",
            "examples": ["lower case, digits, _ and -"],
        })
    }
}

shape! {
    /// How Google Ads is set up.
    pub struct GoogleAds<'a> {
        /// Google adds `gclid` to every link by itself.
        auto_tagging: Flag<'a>,
        /// The links carry UTM parameters as well, because forms or reports read them.
        own_tags: Flag<'a>,
    }
}

impl Named for GoogleAds<'_> {
    const NAME: &'static str = "the set-up of Google Ads";
}
