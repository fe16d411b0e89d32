//! `utm_campaign` of a campaign: what it says itself, what the template of the policy builds from its
//! keys, and what is wrong with another text that stands in its place.

use std::ops::Range;

use super::link::Origin;
use super::utm_tokens::{Keys, is_lower_case};
use super::{Context, LinkSubject, TagUse};
use crate::links::Tag;
use crate::model::Campaign;
use crate::model::values::Text;
use crate::template::{Case, Reading, Template, Token, Value};
use crate::workspace::{Read, Reads, TrackingPolicy, Workspace};

/// What `utm_campaign` is on the links of a campaign that don't say it themselves.
#[derive(Debug, Clone, Default)]
pub struct CampaignTag<'a> {
    /// `utm.campaign` of the campaign.
    pub given: Option<Text<'a>>,
    /// What the template of the policy builds, where every token has its text.
    pub built: Option<String>,
    /// Why the template builds nothing.
    pub gap: Option<Gap>,
}

/// Why a template builds nothing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Gap {
    /// A key refers to something that is not defined, which is a finding of its own.
    Unknown,
    /// These tokens have no text, or several: their names, and the place of the first within the
    /// template.
    Lacks(Vec<Box<str>>, Range<usize>),
}

/// How a text compares with what `utm_campaign` should be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Verdict<'t> {
    /// It is right, or nothing can be said.
    Fits,
    /// It follows the template, and exactly one token is wrong.
    OneWrong(WrongToken<'t>),
    /// It is another text altogether: this is the right one.
    Differs(String),
}

/// The one token that is wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WrongToken<'t> {
    /// Which.
    pub token: &'t Token,
    /// The bytes that stand for it; empty, at the end of the text, when it is left out.
    pub range: Range<usize>,
    /// What may stand there, the best first; empty when nothing should.
    pub expected: Vec<String>,
    /// The text with the token mended.
    pub mended: Option<String>,
}

impl<'a> CampaignTag<'a> {
    /// What the keys of a campaign and the policy make of it.
    pub fn of(
        campaign: &Campaign<'a>,
        workspace: &Workspace<'_>,
        reads: &Reads,
    ) -> CampaignTag<'a> {
        let given = campaign.utm.as_ref().and_then(|utm| utm.campaign);
        reads.record(|| Read::policy("tracking"));
        let policy = workspace.tracking.as_ref();
        let Some((policy, template)) =
            policy.and_then(|policy| Some((policy, policy.campaign.as_ref()?)))
        else {
            return CampaignTag {
                given,
                ..CampaignTag::default()
            };
        };
        let keys = Keys {
            campaign,
            policy,
            index: &workspace.index,
            reads,
        };
        let values = keys.values(template);
        let built = values.as_ref().and_then(|values| build(template, values));
        let gap = match (&built, &values) {
            (Some(_), _) => None,
            (None, None) => Some(Gap::Unknown),
            (None, Some(values)) => lacking(template, values),
        };
        CampaignTag { given, built, gap }
    }

    /// What `utm_campaign` should be.
    pub fn text(&self) -> Option<&str> {
        self.given
            .map(|given| given.value)
            .or(self.built.as_deref())
    }
}

/// Compares a text that is meant to be `utm_campaign` of a campaign with what it should be. For
/// `utm.campaign` itself, `own` is true: it may be another text on purpose.
fn judge<'t>(
    text: &str,
    campaign: &Campaign<'_>,
    tag: &CampaignTag<'_>,
    own: bool,
    context: &Context<'t>,
) -> Verdict<'t> {
    let policy = context.tracking();
    let given = tag.given.filter(|_| !own).map(|given| given.value);
    if let Some(given) = given {
        if same_but_for_spelling(text, given, policy, false) {
            return Verdict::Fits;
        }
        // Only a text that follows the template can be compared with it token by token.
        if tag.built.as_deref() != Some(given) {
            return Verdict::Differs(given.to_string());
        }
    }
    let Some(policy) = policy else {
        return Verdict::Fits;
    };
    let Some(template) = &policy.campaign else {
        return Verdict::Fits;
    };
    let built = tag.built.as_deref();
    if built.is_some_and(|built| same_but_for_spelling(text, built, Some(policy), true)) {
        return Verdict::Fits;
    }
    let keys = Keys {
        campaign,
        policy,
        index: &context.workspace.index,
        reads: context.reads,
    };
    let Some(values) = keys.values(template) else {
        return Verdict::Fits;
    };
    let lacks_text =
        |(token, value): (&Token, &Value<'_>)| !token.optional && matches!(value, Value::Nothing);
    if template.tokens().zip(&values).any(lacks_text) {
        return Verdict::Fits;
    }
    let case = if is_lower_case(policy) {
        Case::Ignored
    } else {
        Case::Counts
    };
    match template.read(text, &values, case) {
        Some(reading) if reading.wrong == 0 => Verdict::Fits,
        Some(reading) if reading.wrong == 1 && reading.segments.len() > 1 => {
            let wrong = wrong_token(text, template, &values, &reading, built);
            let stands_in = own
                && wrong.as_ref().is_some_and(|wrong| {
                    let part = &text[wrong.range.clone()];
                    keys.words(&wrong.token.name)
                        .any(|word| case.same(word, part))
                });
            match wrong {
                Some(wrong) if !stands_in => Verdict::OneWrong(wrong),
                _ => Verdict::Fits,
            }
        }
        _ => match built {
            // Which of several free tokens it is that stands there, nobody can tell.
            Some(built)
                if values.iter().any(|value| matches!(value, Value::Any))
                    && begins_with(text, built, case) =>
            {
                Verdict::Fits
            }
            Some(built) if !own => Verdict::Differs(built.to_string()),
            _ => Verdict::Fits,
        },
    }
}

/// Whether a text is another one with more parts behind it.
fn begins_with(text: &str, start: &str, case: Case) -> bool {
    let split = text.is_char_boundary(start.len()) && text.len() > start.len();
    split && {
        let (head, rest) = text.split_at(start.len());
        case.same(head, start) && !rest.starts_with(char::is_alphanumeric)
    }
}

fn build(template: &Template, values: &[Value<'_>]) -> Option<String> {
    let mut values = values.iter();
    template
        .build(|_| values.next().cloned().unwrap_or(Value::Nothing))
        .ok()
}

/// The tokens for which there is no one text.
fn lacking(template: &Template, values: &[Value<'_>]) -> Option<Gap> {
    let mut lacking = template
        .tokens()
        .zip(values)
        .filter(|(token, value)| !token.optional && !matches!(value, Value::Text(..)))
        .map(|(token, _)| token)
        .peekable();
    let range = lacking.peek()?.range.clone();
    Some(Gap::Lacks(
        lacking.map(|token| token.name.clone()).collect(),
        range,
    ))
}

fn wrong_token<'t>(
    text: &str,
    template: &'t Template,
    values: &[Value<'_>],
    reading: &Reading,
    built: Option<&str>,
) -> Option<WrongToken<'t>> {
    let segment = reading.segments.iter().find(|segment| segment.wrong);
    let (number, range) = match segment {
        Some(segment) => (segment.token, segment.range.clone()),
        None => (*reading.missing.first()?, text.len()..text.len()),
    };
    let token = template.tokens().nth(number)?;
    let expected: Vec<String> = match &values[number] {
        Value::Text(text, _) => vec![text.to_string()],
        Value::OneOf(allowed) => allowed.iter().map(|text| text.to_string()).collect(),
        Value::Any | Value::Nothing => Vec::new(),
    };
    let mended = match expected.as_slice() {
        // What may be left out takes the signs around it along.
        _ if range.is_empty() => built.map(str::to_string),
        [] => built.map(str::to_string),
        [only] => Some(format!(
            "{}{only}{}",
            &text[..range.start],
            &text[range.end..]
        )),
        several => {
            let near = crate::diagnostics::suggest(
                &text[range.clone()],
                several.iter().map(String::as_str),
            );
            near.map(|near| format!("{}{near}{}", &text[..range.start], &text[range.end..]))
        }
    };
    Some(WrongToken {
        token,
        range,
        expected,
        mended,
    })
}

/// Whether two texts differ only in what other rules speak about: capital letters, spaces around
/// them, and characters that the policy doesn't allow. Where the policy says nothing of capital
/// letters, they make no difference to a text that was built.
fn same_but_for_spelling(
    text: &str,
    right: &str,
    policy: Option<&TrackingPolicy<'_>>,
    built: bool,
) -> bool {
    if text == right {
        return true;
    }
    let spelling = policy.and_then(|policy| policy.keys.spelling);
    let lower_case = spelling.map_or(built, |spelling| spelling.lower_case);
    let (text, right) = (text.trim(), right.trim());
    let mut others = right.chars();
    for c in text.chars() {
        let Some(other) = others.next() else {
            return false;
        };
        let same = c == other
            || (lower_case && c.to_lowercase().eq(other.to_lowercase()))
            || c.is_whitespace()
            || (!c.is_alphanumeric() && spelling.is_some_and(|spelling| !spelling.allows(c)));
        if !same {
            return false;
        }
    }
    others.next().is_none()
}

impl<'a> LinkSubject<'a> {
    /// The tag by which the link says `utm_campaign` itself, and how that compares with what the
    /// campaign's links should carry. `None` when nothing is to be said: there are two such tags, it is
    /// empty, or a platform fills it in.
    pub(super) fn campaign_verdict<'t>(
        &self,
        context: &Context<'t>,
    ) -> Option<(&TagUse<'a>, Verdict<'t>)> {
        let (campaign, right) = (self.campaign?, self.campaign_tag?);
        let mut tags = self
            .tags()
            .iter()
            .filter(|used| used.name.tag() == Some(Tag::Campaign));
        let tag = tags.next()?;
        if right.text() == Some(&*tag.value) || matches!(tag.origin, Origin::Campaign) {
            return None;
        }
        if tags.next().is_some() || !self.can_be_compared(tag) {
            return None;
        }
        Some((tag, judge(&tag.value, campaign, right, false, context)))
    }

    /// How `utm.campaign` of the link's campaign compares with what the template builds.
    pub(super) fn given_campaign_verdict<'t>(
        &self,
        context: &Context<'t>,
    ) -> Option<(Text<'a>, Verdict<'t>)> {
        let (campaign, right) = (self.campaign?, self.campaign_tag?);
        let given = right.given?;
        if right.built.is_none() || right.built.as_deref() == Some(given.value) {
            return None;
        }
        Some((given, judge(given.value, campaign, right, true, context)))
    }
}
