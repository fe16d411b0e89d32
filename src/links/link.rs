//! A link and its parts.

use super::{
    context::Context,
    decode::{self, Escape},
    entities::{self, Entity},
    parameters::{Collector, Parameter, Place},
    part::Part,
    scan::{Scan, touching},
    tags::Tag,
    template::{self, Template},
    trim,
};
use std::ops::Range;

/// What kind of reference a text is.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Form {
    /// `https://host/...` or `http://host/...`.
    Web,
    /// `hxxps://host/...`: a link made harmless on purpose.
    Defanged,
    /// `//host/...`: the scheme of the page it stands on.
    SchemeRelative,
    /// `acme.example/page`: a host without a scheme. Browsers take it for a path.
    Bare,
    /// `/page`, `page`, `../page`, `?utm_source=x`, `#top`.
    Relative,
    /// Another scheme: `mailto:`, `tel:`, `javascript:`, `market://`.
    Other,
    /// Begins with a template that may hold the scheme and the host: `{{my.url}}?utm_source=x`.
    Templated,
    /// Nothing but white space.
    Empty,
}

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

    /// Whether a template stands where it could bring tags of its own: as a whole parameter
    /// (`?{{my.utm}}`), at the end of the path, or as a value that may hold `&`.
    pub fn may_gain_parameters(&self) -> bool {
        let whole = |parameter: &Parameter<'_>| parameter.templated_name;
        self.parameters.iter().any(whole)
            || self
                .templates
                .iter()
                .any(|template| self.query.is_none() && template.part.end() == self.path.end())
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

/// What stands before the query and the fragment.
struct Head {
    form: Form,
    scheme: Part,
    userinfo: Option<Part>,
    host: Option<Part>,
    port: Option<Part>,
    path: Part,
}

impl Head {
    fn read(scan: &Scan<'_>, head: Part) -> Head {
        let bytes = scan.bytes();
        let scheme = scheme(scan, head);
        let after_scheme = if scheme.is_empty() {
            head.start()
        } else {
            scheme.end() + 1
        };
        let name = scheme.of(scan.text);
        let slashes = bytes[after_scheme..head.end()]
            .iter()
            .take_while(|byte| **byte == b'/')
            .count();
        let web = ["https", "http"]
            .iter()
            .any(|known| name.eq_ignore_ascii_case(known));
        let defanged = ["hxxps", "hxxp"]
            .iter()
            .any(|known| name.eq_ignore_ascii_case(known));
        let form = match (name, slashes) {
            _ if web => Form::Web,
            _ if defanged => Form::Defanged,
            ("", 2) => Form::SchemeRelative,
            ("", _) => Form::Relative,
            _ => Form::Other,
        };
        let authority = match form {
            // Browsers also read `https:/host` and `https:host`.
            Form::Web | Form::Defanged => Some(after_scheme + slashes.min(2)),
            _ if slashes >= 2 => Some(after_scheme + 2),
            _ => None,
        };
        let mut read = Head {
            form,
            scheme,
            userinfo: None,
            host: None,
            port: None,
            path: Part::new(after_scheme, head.end()),
        };
        if let Some(authority) = authority {
            read.authority(scan, authority, head.end());
        } else if form == Form::Relative {
            read.without_scheme(scan, head);
        }
        read
    }

    /// A text that begins with a template, a bare host, or a path.
    fn without_scheme(&mut self, scan: &Scan<'_>, head: Part) {
        if scan.template_at(head.start()).is_some() {
            self.form = Form::Templated;
        } else if looks_like_host(scan, head) {
            self.form = Form::Bare;
            self.authority(scan, head.start(), head.end());
        } else if head.is_empty() && head.start() == scan.text.len() {
            self.form = Form::Empty;
        }
    }

    /// User information, host and port from `from` on; the rest is the path.
    fn authority(&mut self, scan: &Scan<'_>, from: usize, to: usize) {
        let end = [
            scan.find(b'/', from, to),
            scan.find(b'\\', from, to),
            scan.separator(from, to).map(Part::start),
        ]
        .into_iter()
        .flatten()
        .min()
        .unwrap_or(to);
        self.path = Part::new(end, to);
        let mut host = from;
        let mut at = from;
        while let Some(sign) = scan.find(b'@', at, end) {
            self.userinfo = Some(Part::new(from, sign));
            host = sign + 1;
            at = host;
        }
        let bracket = if scan.bytes().get(host) == Some(&b'[') {
            scan.find(b']', host, end)
        } else {
            None
        };
        let colon = scan.find(b':', bracket.unwrap_or(host), end);
        self.host = Some(Part::new(host, colon.unwrap_or(end)));
        self.port = colon.map(|colon| Part::new(colon + 1, end));
    }
}

/// The scheme at the start of `head`: letters, digits, `+`, `-` and `.` up to a `:`. What is a host with
/// a port (`localhost:3000`, `acme.example:443`) has none.
fn scheme(scan: &Scan<'_>, head: Part) -> Part {
    let bytes = &scan.bytes()[head.range()];
    let none = Part::new(head.start(), head.start());
    if !bytes.first().is_some_and(u8::is_ascii_alphabetic) {
        return none;
    }
    let length = bytes
        .iter()
        .take_while(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'-' | b'.'))
        .count();
    if bytes.get(length) != Some(&b':') {
        return none;
    }
    let name = &bytes[..length];
    let port = bytes.get(length + 1).is_some_and(u8::is_ascii_digit);
    if port && (name.contains(&b'.') || name.eq_ignore_ascii_case(b"localhost")) {
        return none;
    }
    Part::new(head.start(), head.start() + length)
}

/// Endings of files, which make `page.html` a path and not a host.
const FILE_ENDINGS: &[&str] = &[
    "html", "htm", "php", "aspx", "asp", "jsp", "md", "pdf", "png", "jpg", "jpeg", "gif", "svg",
    "xml", "json", "txt", "js", "css", "yaml", "yml", "csv", "zip",
];

/// Whether a text without a scheme begins with a host name: `www.acme.example/x`, `localhost:3000`.
fn looks_like_host(scan: &Scan<'_>, head: Part) -> bool {
    let first = scan.text[head.range()]
        .split(['/', '&'])
        .next()
        .unwrap_or("");
    let (host, port) = first
        .split_once(':')
        .map_or((first, None), |(host, port)| (host, Some(port)));
    if let Some(port) = port
        && (port.is_empty() || !port.bytes().all(|byte| byte.is_ascii_digit()))
    {
        return false;
    }
    let Some((name, ending)) = host.rsplit_once('.') else {
        return host.eq_ignore_ascii_case("localhost");
    };
    let letters = |text: &str| {
        text.chars()
            .all(|letter| letter.is_alphanumeric() || matches!(letter, '-' | '.' | '_'))
    };
    !name.is_empty()
        && !name.starts_with('.')
        && letters(name)
        && ending.len() >= 2
        && ending.chars().all(char::is_alphabetic)
        && !FILE_ENDINGS
            .iter()
            .any(|known| ending.eq_ignore_ascii_case(known))
}
