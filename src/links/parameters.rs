//! The parameters of a link: where each begins and ends, what it is called, and where it landed.
//!
//! A query is split as analytics tools split it, at `&`. Tags are also looked for where mistakes put
//! them: behind a second question mark, in the fragment, in the path, inside another parameter.

use super::{
    decode::{self, Decoded, Reading},
    part::Part,
    scan::Scan,
    tags::{Tag, TagName, tag_of},
};
use std::borrow::Cow;

/// Where in a link a parameter stands.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Place {
    /// In the query, where it works.
    Query,
    /// Directly behind a second `?`: it became part of the value before it.
    AfterSecondQuestionMark,
    /// Behind the `#`: it never reaches the server, nor GA4's collection.
    AfterFragment,
    /// In the path, because the `?` is missing or stands encoded.
    Path,
    /// Inside another parameter's value as a list of its own: the install `referrer` of an app store. These
    /// are the link's tags, as are those of a query that was escaped as a whole
    /// (<https://developer.android.com/google/play/installreferrer/library>).
    Nested,
    /// In the query of a link that is another parameter's value: tags of that other link.
    NestedLink,
}

/// One parameter of a link.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Parameter<'a> {
    pub(crate) text: &'a str,
    pub(crate) separator: Part,
    pub(crate) name: Part,
    pub(crate) equals: Part,
    pub(crate) extra_equals: Part,
    pub(crate) value: Part,
    pub(crate) place: Place,
    pub(crate) tag: TagName,
    pub(crate) templated_name: bool,
    pub(crate) templated_value: bool,
    pub(crate) levels: u8,
}

impl<'a> Parameter<'a> {
    /// What stands before it: `?`, `&`, `&amp;`, `#`, `/`, `%26`; empty at the start of the text.
    pub fn separator_part(&self) -> Part {
        self.separator
    }

    /// Its name as written.
    pub fn name_part(&self) -> Part {
        self.name
    }

    /// Its first `=` (or `%3D`); empty when it has none.
    pub fn equals_part(&self) -> Part {
        self.equals
    }

    /// The `=` signs too many in `utm_source==x`; empty when there is none.
    pub fn extra_equals_part(&self) -> Part {
        self.extra_equals
    }

    /// Its value as sent, without the surplus `=`. It holds trailing punctuation when the link ends so.
    pub fn value_part(&self) -> Part {
        self.value
    }

    /// From its name to the end of its value.
    pub fn part(&self) -> Part {
        Part::new(self.name.start(), self.value.end())
    }

    /// Its name as written.
    pub fn raw_name(&self) -> &'a str {
        self.name.of(self.text)
    }

    /// Its value as written.
    pub fn raw_value(&self) -> &'a str {
        self.value.of(self.text)
    }

    /// Its name with escapes decoded; borrowed when there is nothing to decode.
    pub fn name(&self) -> Cow<'a, str> {
        decode::value(self.text, self.name, self.reading())
    }

    /// Its value as an analytics tool reads it; borrowed when there is nothing to decode.
    pub fn value(&self) -> Cow<'a, str> {
        decode::value(self.text, self.value, self.reading())
    }

    /// Its value with the place of every character.
    pub fn decoded(&self) -> Decoded<'a> {
        decode::decoded(self.text, self.value, self.reading())
    }

    /// Where it stands.
    pub fn place(&self) -> Place {
        self.place
    }

    /// Which UTM parameter its name is or was meant to be.
    pub fn tag_name(&self) -> TagName {
        self.tag
    }

    /// The official parameter its name is or was meant to be.
    pub fn tag(&self) -> Option<Tag> {
        self.tag.tag()
    }

    /// Whether it has no value: `utm_source=` or `utm_source`.
    pub fn is_empty(&self) -> bool {
        self.value.is_empty()
    }

    /// Whether a part of its name or value is filled in later.
    pub fn is_templated(&self) -> bool {
        self.templated_name || self.templated_value
    }

    /// Whether a part of its value is filled in later.
    pub fn value_is_templated(&self) -> bool {
        self.templated_value
    }

    /// Whether it is something other than a tag that came with a pasted link: it belongs to this link and
    /// has its value already.
    pub fn was_pasted_in(&self) -> bool {
        !self.tag_name().is_tracking() && !self.is_empty() && !self.is_templated() && self.is_own()
    }

    /// Whether it belongs to this link, rather than to a link inside a parameter.
    pub fn is_own(&self) -> bool {
        self.place != Place::NestedLink
    }

    fn reading(&self) -> Reading {
        Reading {
            levels: self.levels,
            plus: true,
        }
    }
}

/// Collects parameters from the parts of a link.
pub(crate) struct Collector<'a, 's> {
    pub(crate) text: &'a str,
    pub(crate) scan: Scan<'s>,
    pub(crate) found: Vec<Parameter<'a>>,
}

impl<'a> Collector<'a, '_> {
    /// The query between `from` and `to`; `mark` is its `?`.
    pub(crate) fn query(&mut self, mark: Part, from: usize, to: usize) {
        let second_mark = self.scan.find(b'?', from, to).is_some();
        self.pieces(mark, from, to, Place::Query, second_mark);
    }

    /// The fragment between `from` and `to`; only what begins with a tag.
    pub(crate) fn fragment(&mut self, mark: Part, from: usize, to: usize) {
        if memchr::memchr(b'=', &self.scan.bytes()[from..to]).is_none() {
            return;
        }
        let mut separator = mark;
        let mut at = from;
        loop {
            if self.tag_at(at, to) {
                let second_mark = self.scan.find(b'?', at, to).is_some();
                self.pieces(separator, at, to, Place::AfterFragment, second_mark);
                return;
            }
            let Some(next) = self.scan.joint(at, to, Some(b'?'), false) else {
                return;
            };
            separator = next;
            at = next.end();
        }
    }

    /// The path between `from` and `to`, in which tags stand when the question mark is missing.
    pub(crate) fn path(&mut self, from: usize, to: usize) {
        if memchr::memchr(b'=', &self.scan.bytes()[from..to]).is_none() {
            return;
        }
        let mut separator = Part::new(from, from);
        let mut at = from;
        while at < to {
            if self.tag_at(at, to) {
                // `{{my.url}}&utm_content=x`: the question mark may be in the template.
                let after_template =
                    separator.start() > 0 && self.scan.template_at(separator.start() - 1).is_some();
                let place = if after_template {
                    Place::Query
                } else {
                    Place::Path
                };
                self.pieces(separator, at, to, place, false);
                return;
            }
            let Some(next) = self.scan.joint(at, to, Some(b'/'), true) else {
                return;
            };
            separator = next;
            at = next.end();
        }
    }

    fn pieces(&mut self, first: Part, from: usize, to: usize, place: Place, second_mark: bool) {
        let mut separator = first;
        let mut at = from;
        loop {
            let next = self.scan.separator(at, to);
            let end = next.map_or(to, Part::start);
            self.piece(separator, at, end, place, second_mark);
            match next {
                Some(next) => {
                    separator = next;
                    at = next.end();
                }
                None => return,
            }
        }
    }

    /// One piece between two separators: a parameter, and those hidden behind a second `?` in it.
    fn piece(&mut self, separator: Part, from: usize, to: usize, place: Place, second_mark: bool) {
        let mut separator = separator;
        let mut place = place;
        let mut from = from;
        let mut search = from;
        while second_mark && let Some(mark) = self.scan.find(b'?', search, to) {
            search = mark + 1;
            if self.tag_at(mark + 1, to) {
                self.parameter(separator, from, mark, place);
                separator = Part::new(mark, mark + 1);
                place = match place {
                    Place::Query => Place::AfterSecondQuestionMark,
                    other => other,
                };
                from = mark + 1;
            }
        }
        self.parameter(separator, from, to, place);
    }

    /// Whether a tag's name and `=` begin at `at`.
    fn tag_at(&self, at: usize, to: usize) -> bool {
        // No further than a name can reach, so that asking often stays cheap.
        let Some(equals) = self.scan.find(b'=', at, to.min(at + 64)) else {
            return false;
        };
        if self.scan.separator(at, equals).is_some() {
            return false;
        }
        let name = decode::value(
            self.text,
            Part::new(at, equals),
            Reading {
                levels: 1,
                plus: true,
            },
        );
        tag_of(&name).is_tracking()
    }

    fn parameter(&mut self, separator: Part, from: usize, to: usize, place: Place) {
        if from >= to {
            return;
        }
        let bytes = self.scan.bytes();
        let equals = self.scan.find(b'=', from, to);
        let name = Part::new(from, equals.unwrap_or(to));
        let after = equals.map_or(to, |equals| equals + 1);
        let surplus = bytes[after..to]
            .iter()
            .take_while(|byte| **byte == b'=')
            .count();
        // `a==` is a value that ends in its padding, not a sign too many.
        let surplus = if after + surplus == to { 0 } else { surplus };
        let value = Part::new(after + surplus, to);
        let mut parameter = Parameter {
            text: self.text,
            separator,
            name,
            equals: Part::new(name.end(), after),
            extra_equals: Part::new(after, after + surplus),
            value,
            place,
            tag: TagName::NotATag,
            templated_name: self.scan.templated(name),
            templated_value: self.scan.templated(value),
            levels: 1,
        };
        // `?utm_source%3Da%26utm_medium%3Db`: a query that was escaped as a whole has no names.
        let escaped_whole = equals.is_none() && self.escape(from, to, &[*b"3d"]).is_some();
        if !escaped_whole {
            parameter.tag = tag_of(&parameter.name());
        }
        self.found.push(parameter);
        if parameter.tag == TagName::NotATag && place == Place::Query {
            self.nested(if escaped_whole { name } else { value });
        }
    }

    /// Tags inside a value, where `%3D` and `%26` stand for `=` and `&`.
    fn nested(&mut self, value: Part) {
        let whole = &self.scan.bytes()[value.range()];
        if memchr::memmem::find(whole, b"tm").is_none()
            && memchr::memmem::find(whole, b"TM").is_none()
        {
            return;
        }
        let mut place = Place::Nested;
        let mut separator = Part::new(value.start(), value.start());
        let mut from = value.start();
        let mut listed = false;
        while from < value.end() {
            let next = self.escape(from, value.end(), &[*b"26", *b"3f", *b"23"]);
            let end = next.map_or(value.end(), |at| at);
            if let Some((name, equals)) = self.nested_name(from, end) {
                let mut parameter = Parameter {
                    text: self.text,
                    separator,
                    name,
                    equals,
                    extra_equals: Part::new(equals.end(), equals.end()),
                    value: Part::new(equals.end(), end),
                    place,
                    tag: TagName::NotATag,
                    templated_name: self.scan.templated(name),
                    templated_value: self.scan.templated(Part::new(equals.end(), end)),
                    levels: 2,
                };
                parameter.tag = tag_of(&parameter.name());
                if parameter.tag.is_tracking() {
                    listed = true;
                }
                if listed {
                    self.found.push(parameter);
                }
            }
            let Some(at) = next else { return };
            // Behind an encoded `?` or `#`, or in something that does not begin as a list of tags,
            // it is the query of another link.
            if !listed {
                place = Place::NestedLink;
            }
            separator = Part::new(at, at + 3);
            from = at + 3;
        }
    }

    fn nested_name(&self, from: usize, to: usize) -> Option<(Part, Part)> {
        let plain = self
            .scan
            .find(b'=', from, to)
            .map(|at| Part::new(at, at + 1));
        let escaped = self
            .escape(from, to, &[*b"3d"])
            .map(|at| Part::new(at, at + 3));
        let equals = [plain, escaped].into_iter().flatten().min()?;
        Some((Part::new(from, equals.start()), equals))
    }

    /// The first percent escape in `from..to` with one of these digits (lower case).
    fn escape(&self, from: usize, to: usize, wanted: &[[u8; 2]]) -> Option<usize> {
        memchr::memchr_iter(b'%', &self.scan.bytes()[from..to])
            .map(|offset| from + offset)
            .find(|at| {
                let digits = self
                    .scan
                    .bytes()
                    .get(at + 1..(at + 3).min(to))
                    .unwrap_or(&[]);
                digits.len() == 2
                    && wanted
                        .iter()
                        .any(|wanted| wanted.eq_ignore_ascii_case(digits))
            })
    }
}
