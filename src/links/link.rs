//! A link and its parts.

use super::{
    context::Context,
    decode::{self, Escape},
    entities::{self, Entity},
    head::{Form, Head},
    parameters::{Collector, Parameter, Place},
    part::Part,
    scan::{Scan, touching},
    tags::Tag,
    template::{self, Template},
    trim,
};
use std::ops::Range;

/// A link's text taken apart. Borrows the text; all parts are bytes of it.
#[derive(Clone, PartialEq, Debug)]
pub struct Link<'a> {
    text: &'a str,
    context: Context,
    form: Form,
    content: Part,
    trailing: Part,
    scheme: Part,
    userinfo: Option<Part>,
    host: Option<Part>,
    port: Option<Part>,
    path: Part,
    question_mark: Option<Part>,
    query: Option<Part>,
    fragment: Option<Part>,
    parameters: Vec<Parameter<'a>>,
    templates: Vec<Template>,
    entities: Vec<Entity>,
}

impl<'a> Link<'a> {
    /// Takes a text apart. Never fails; takes time in proportion to the text's length. What lies beyond
    /// the first 4 GiB is not looked at.
    pub fn parse(text: &'a str, context: Context) -> Link<'a> {
        let text = within_limit(text);
        let templates = template::all(text);
        let entities = entities::all(text);
        let scan = Scan {
            text,
            templates: &templates,
            entities: &entities,
        };
        let content = trim::content(text);
        let trailing = trim::trailing_punctuation(&scan, content);

        let hash = scan.find(b'#', content.start(), content.end());
        let before_hash = hash.unwrap_or(content.end());
        let mark = scan.find(b'?', content.start(), before_hash);
        let head_end = mark.unwrap_or(before_hash);
        let head = Head::read(&scan, Part::new(content.start(), head_end));

        let mut collector = Collector {
            text,
            scan,
            found: Vec::new(),
        };
        if !matches!(head.form, Form::Empty) {
            collector.path(head.path.start(), head.path.end());
            if let Some(mark) = mark {
                // One reservation instead of several while the list grows.
                let separators =
                    memchr::memchr_iter(b'&', &text.as_bytes()[mark..before_hash]).count();
                collector.found.reserve(separators.min(64) + 1);
                collector.query(Part::new(mark, mark + 1), mark + 1, before_hash);
            }
            if let Some(hash) = hash {
                collector.fragment(Part::new(hash, hash + 1), hash + 1, content.end());
            }
        }
        let parameters = collector.found;
        Link {
            text,
            context,
            form: head.form,
            content,
            trailing,
            scheme: head.scheme,
            userinfo: head.userinfo,
            host: head.host,
            port: head.port,
            path: head.path,
            question_mark: mark.map(|at| Part::new(at, at + 1)),
            query: mark.map(|at| Part::new(at + 1, before_hash)),
            fragment: hash.map(|at| Part::new(at + 1, content.end())),
            parameters,
            templates,
            entities,
        }
    }

    /// The whole text, as given.
    pub fn text(&self) -> &'a str {
        self.text
    }

    /// Where the text was found.
    pub fn context(&self) -> Context {
        self.context
    }

    /// What kind of reference it is.
    pub fn form(&self) -> Form {
        self.form
    }

    /// The link without white space around it; trailing punctuation is still in it.
    pub fn content(&self) -> Part {
        self.content
    }

    /// White space (and invisible characters) before the link.
    pub fn leading_space(&self) -> Part {
        Part::new(0, self.content.start())
    }

    /// White space (and invisible characters) behind the link.
    pub fn trailing_space(&self) -> Part {
        Part::new(self.content.end(), self.text.len())
    }

    /// Punctuation of the surrounding sentence that stuck to the end; empty when there is none.
    pub fn trailing_punctuation(&self) -> Part {
        self.trailing
    }

    /// The scheme without its `:`.
    pub fn scheme_part(&self) -> Option<Part> {
        (!self.scheme.is_empty()).then_some(self.scheme)
    }

    /// Whether the scheme is this one; capital letters don't matter.
    pub fn scheme_is(&self, scheme: &str) -> bool {
        self.scheme.of(self.text).eq_ignore_ascii_case(scheme)
    }

    /// User name and password before the host, without the `@`.
    pub fn userinfo_part(&self) -> Option<Part> {
        self.userinfo
    }

    /// The host as written, without its port; `[::1]` keeps its brackets. Empty in `https:///x`.
    pub fn host_part(&self) -> Option<Part> {
        self.host
    }

    /// The host as written.
    pub fn host(&self) -> Option<&'a str> {
        self.host.map(|host| host.of(self.text))
    }

    /// The port as written, without its `:`; may hold anything.
    pub fn port_part(&self) -> Option<Part> {
        self.port
    }

    /// The path, from its `/` up to the `?` or `#`; what follows the scheme in `mailto:` links.
    pub fn path_part(&self) -> Part {
        self.path
    }

    /// The path as written.
    pub fn path(&self) -> &'a str {
        self.path.of(self.text)
    }

    /// The first `?`, when it stands before the `#`.
    pub fn question_mark(&self) -> Option<Part> {
        self.question_mark
    }

    /// What stands between the first `?` and the `#`.
    pub fn query_part(&self) -> Option<Part> {
        self.query
    }

    /// What stands behind the first `#`.
    pub fn fragment_part(&self) -> Option<Part> {
        self.fragment
    }

    /// Every `?` behind the first one, up to the end of the link, outside of templates. Most are harmless
    /// parts of a value; those before a tag show as [`Place::AfterSecondQuestionMark`].
    pub fn further_question_marks(&self) -> impl Iterator<Item = Part> + '_ {
        let scan = self.scan();
        let mut from = self.question_mark.map_or(self.content.end(), Part::end);
        let end = self.content.end();
        std::iter::from_fn(move || {
            let at = scan.find(b'?', from, end)?;
            from = at + 1;
            Some(Part::new(at, at + 1))
        })
    }

    /// All parameters in the order in which they stand. In the fragment, in the path and inside other
    /// values only tags (and what follows them) are parameters.
    pub fn parameters(&self) -> &[Parameter<'a>] {
        &self.parameters
    }

    /// The link's own parameters that are, or were meant to be, UTM parameters, unknown ones included.
    pub fn tags(&self) -> impl Iterator<Item = &Parameter<'a>> {
        self.parameters
            .iter()
            .filter(|parameter| parameter.tag_name().is_tracking() && parameter.is_own())
    }

    /// The first of the link's own parameters that is, or was meant to be, this one.
    pub fn tag(&self, tag: Tag) -> Option<&Parameter<'a>> {
        self.tags().find(|parameter| parameter.tag() == Some(tag))
    }

    /// Whether the link has any tag of its own.
    pub fn is_tagged(&self) -> bool {
        self.tags().next().is_some()
    }

    /// Everything a platform or program fills in later.
    pub fn templates(&self) -> &[Template] {
        &self.templates
    }

    /// The templates that touch this part.
    pub fn templates_in(&self, part: Part) -> impl Iterator<Item = &Template> {
        touching(&self.templates, part)
    }

    /// Whether this part is filled in later, in whole or in part.
    pub fn is_templated(&self, part: Part) -> bool {
        self.templates_in(part).next().is_some()
    }

    /// Whether a template may bring parameters of its own, so that nothing can be said to be missing: it
    /// stands as a whole parameter (`?{{my.utm}}`), ends the path of a link without a query, stands before
    /// a `&` in the place of the question mark, or is cut off.
    pub fn may_gain_parameters(&self) -> bool {
        let in_place_of_query =
            |found: &Parameter<'_>| self.query.is_none() && found.place() == Place::Query;
        self.parameters
            .iter()
            .any(|found| found.templated_name || in_place_of_query(found))
            || self.templates.iter().any(|template| {
                !template.closed || (self.query.is_none() && template.part.end() == self.path.end())
            })
    }

    /// How this link writes the sign between two parameters: `&amp;` in markup that does so already.
    pub fn ampersand(&self) -> &'static str {
        let escapes = self.entities.iter().any(|entity| entity.character == '&');
        if self.context == Context::Markup && escapes {
            "&amp;"
        } else {
            "&"
        }
    }

    /// Every character reference in the link, whatever the context.
    pub fn entities(&self) -> &[Entity] {
        &self.entities
    }

    /// The character references that are wrong here: all of them in text, those escaped twice in markup.
    pub fn misplaced_entities(&self) -> impl Iterator<Item = &Entity> {
        self.entities.iter().filter(|entity| {
            let templated = self.is_templated(entity.part);
            !templated && (entity.twice || self.context == Context::Text)
        })
    }

    /// Everything wrong with the percent escapes of this part, in order.
    pub fn escapes_in(&self, part: Part) -> Vec<Escape> {
        decode::escapes(self.text, part, &self.templates)
    }

    /// What to delete so that a parameter is gone and the others stay well separated: the parameter with
    /// its separator, or, for the first one of a query, with the separator behind it.
    pub fn removal(&self, index: usize) -> Option<Range<usize>> {
        let parameter = self.parameters.get(index)?;
        let end = parameter.part().end();
        let begins_list = matches!(parameter.separator_part().of(self.text), "?" | "#")
            && parameter.place() != Place::AfterSecondQuestionMark;
        let next = self
            .parameters
            .get(index + 1)
            .filter(|next| next.separator_part().start() == end);
        match next {
            Some(next) if begins_list => {
                Some(parameter.name_part().start()..next.name_part().start())
            }
            _ => Some(parameter.separator_part().start()..end),
        }
    }

    /// What to delete so that all parameters that `gone` picks disappear at once, and the others stay well
    /// separated. The ranges stand in order and don't touch.
    pub fn removals(&self, gone: impl Fn(&Parameter<'a>) -> bool) -> Vec<Range<usize>> {
        let mut ranges = Vec::new();
        let mut index = 0;
        while let Some(first) = self.parameters.get(index) {
            if !gone(first) {
                index += 1;
                continue;
            }
            let mut last = first;
            let next = loop {
                index += 1;
                match self.parameters.get(index) {
                    Some(next) if next.separator_part().start() != last.part().end() => break None,
                    Some(next) if gone(next) => last = next,
                    next => break next,
                }
            };
            let begins_list = matches!(first.separator_part().of(self.text), "?" | "#")
                && first.place() != Place::AfterSecondQuestionMark;
            ranges.push(match next {
                Some(next) if begins_list => first.name_part().start()..next.name_part().start(),
                _ => first.separator_part().start()..last.part().end(),
            });
        }
        ranges
    }

    /// The second of two schemes in a row, with what separates it from the host: the second `https://` of
    /// `https://https://acme.example`. Pasting a whole link behind a scheme that was there makes two.
    pub fn second_scheme(&self) -> Option<Part> {
        let host = self.host.filter(|_| self.form == Form::Web)?;
        let word = host.of(self.text);
        let is_scheme = word.eq_ignore_ascii_case("https") || word.eq_ignore_ascii_case("http");
        let slashes = self
            .path
            .of(self.text)
            .bytes()
            .take_while(|byte| *byte == b'/')
            .count();
        (is_scheme && slashes >= 2).then(|| Part::new(host.start(), self.path.start() + slashes))
    }

    /// The host of a link that leads to the web, where it is all there: no template touches it, and it is
    /// not empty.
    pub fn plain_host(&self) -> Option<&'a str> {
        let host = self.host.filter(|host| !host.is_empty())?;
        let leads_to_web = matches!(self.form, Form::Web | Form::SchemeRelative | Form::Bare);
        (leads_to_web && !self.is_templated(host) && self.second_scheme().is_none())
            .then(|| host.of(self.text))
    }

    fn scan(&self) -> Scan<'_> {
        Scan {
            text: self.text,
            templates: &self.templates,
            entities: &self.entities,
        }
    }
}

fn within_limit(text: &str) -> &str {
    let limit = u32::MAX as usize - 1;
    if text.len() <= limit {
        text
    } else {
        &text[..text.floor_char_boundary(limit)]
    }
}
