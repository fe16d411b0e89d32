//! What is said of one field: a value, a list, or a phrase of the closed list.

use super::Reader;
use super::heads::{self, Head};
use super::part::Part;
use crate::condition::constant;
use crate::condition::decimal::Decimal;
use crate::condition::expression::Part as TextPart;
use crate::condition::expression::{self, Comparison, Expression, Kind, Period};
use crate::condition::field::{FieldType, ValueKind};
use crate::condition::problem::Problem;
use crate::condition::term::{Constant, Field, Term};
use crate::condition::text::{self, Text};
use crate::syntax::{Node, NodeKind, Span};

/// A field and where the clause about it stands.
pub(super) struct Clause<'r, 'f> {
    pub(super) reader: &'r mut Reader<'f>,
    pub(super) field: Field,
    pub(super) field_type: FieldType,
    pub(super) span: Span,
}

impl Clause<'_, '_> {
    pub(super) fn read(mut self, node: Node<'_>) -> Option<Expression> {
        match node.resolved().kind() {
            NodeKind::Sequence => {
                let items = self.reader.items(node)?;
                self.one_of(&items)
            }
            NodeKind::Mapping => self.spelt_out(node),
            NodeKind::Scalar => {
                let part = Part::whole(node)?;
                if part.text.is_empty() || node.is_null() {
                    let message = format!("Nothing is said of `{}`.", self.field.name);
                    let help = "Write empty where the field must be empty.";
                    let problem = Problem::new(self.span, message, help);
                    return self.reader.note(problem);
                }
                self.phrase(part)
            }
            NodeKind::Alias | NodeKind::Error => {
                self.reader.complete = false;
                None
            }
        }
    }

    /// `{ contains any of: [VP, Director] }`: a phrase whose list is a YAML list.
    fn spelt_out(&mut self, node: Node<'_>) -> Option<Expression> {
        let mut entries = node.effective_entries();
        let (first, second) = (entries.next(), entries.next());
        if let (Some(entry), None) = (first, second)
            && let Some(head) = entry.key.value().and_then(heads::named)
        {
            if !head.fits(self.field.kind) {
                return self.wrong_head(head, entry.key.span());
            }
            if entry.value.resolved().kind() == NodeKind::Sequence {
                let items = self.reader.items(entry.value)?;
                return self.headed(head, &items, entry.value.span());
            }
            if let Some(part) = Part::whole(entry.value).filter(|part| !part.text.is_empty()) {
                return self.headed_by(head, part);
            }
        }
        let message = format!("This is no phrase for `{}`.", self.field.name);
        let help = "Write a value, a list of values, or a phrase such as: known.";
        self.reader.problem(node.span(), message, help)
    }

    fn made(&self, kind: Kind) -> Option<Expression> {
        Some(Expression::new(kind, self.span))
    }

    fn subject(&self) -> Term {
        Term::Field(self.field.clone())
    }

    fn compare(&self, comparison: Comparison, with: Term) -> Option<Expression> {
        self.made(Kind::Compare(self.subject(), comparison, with))
    }

    fn empty(&self) -> Expression {
        Expression::new(Kind::Empty(self.field.clone()), self.span)
    }

    fn known(&self) -> Expression {
        expression::not(self.empty(), self.span)
    }

    fn one_of(&mut self, items: &[Part<'_>]) -> Option<Expression> {
        let members = self.reader.members(items, &self.field, &self.field_type)?;
        Some(expression::one_of(self.subject(), members, self.span))
    }

    fn is_free_text(&self) -> bool {
        matches!(self.field_type.item(), FieldType::Text { .. })
    }

    /// Whether the text is a value or a group of the field, so that it is no phrase.
    fn is_listed(&self, value: &str) -> bool {
        let exact = self.field.exact;
        let mut choices = self.field_type.choices().iter();
        choices.any(|choice| text::same(choice, value, exact))
            || self.reader.fields.group(&self.field.name, value).is_some()
    }

    fn phrase(&mut self, part: Part<'_>) -> Option<Expression> {
        match part.text {
            "known" => return Some(self.known()),
            "empty" => return Some(self.empty()),
            text if self.is_listed(text) => return self.one_of(&[part]),
            _ => {}
        }
        if let Some((head, length)) = heads::split(part.text) {
            let rest = part.from(length);
            if head.fits(self.field.kind) {
                return self.headed_by(head, rest);
            }
            let is_word = rest.text.is_empty();
            if !is_word && !self.is_free_text() || is_of_another_kind(head, rest.text) {
                return self.wrong_head(head, part.cut(0, length).span());
            }
        }
        self.is_no_slip(part)?;
        if part.is_list() {
            let items = self.reader.items_in(part)?;
            return self.one_of(&items);
        }
        if self.field.kind == ValueKind::Number || self.field.kind.is_date() {
            if part.text == "today" && self.field.kind.is_date() {
                return self.compare(Comparison::Equal, Term::Today);
            }
            if let Some((from, to)) = part.text.split_once(" to ") {
                let end = part.text.len();
                let to_at = end - to.len();
                return self.range(
                    part.cut(0, from.len()).trimmed(),
                    part.cut(to_at, end).trimmed(),
                );
            }
        }
        self.one_of(&[part])
    }

    /// Notes phrases in capitals, and beginnings that are nearly those of a phrase.
    fn is_no_slip(&mut self, part: Part<'_>) -> Option<()> {
        let lower = part.text.to_lowercase();
        let literal = match self.is_free_text() {
            true => format!(" For the text itself write [{}].", part.text),
            false => String::new(),
        };
        let is_phrase = |text: &str| {
            matches!(text, "known" | "empty")
                || heads::split(text).is_some_and(|(head, length)| {
                    let rest = text[length..].trim();
                    let fits = head.fits(self.field.kind) || is_of_another_kind(head, rest);
                    fits && !rest.is_empty()
                })
        };
        if lower != part.text && is_phrase(&lower) {
            let message = "Phrases are written in lower case.".to_owned();
            // Only the words of the phrase change, not the value behind them.
            let head = heads::split(&lower).map_or(lower.len(), |(_, length)| length);
            let suggestion = match part.text.get(head..) {
                Some(rest) => format!("{}{rest}", &lower[..head]),
                None => lower,
            };
            let help = format!("Write {suggestion}.{literal}");
            let problem = Problem::new(part.span(), message, help);
            return self.reader.note(problem.suggest(Some(suggestion)));
        }
        let near = ["known", "empty"]
            .into_iter()
            .find(|word| part.text.len() >= 4 && strsim::osa_distance(part.text, word) == 1);
        let meant = match near {
            Some(word) => Some(word.to_owned()),
            None => heads::corrected(part.text, self.field.kind),
        };
        match meant {
            Some(meant) => {
                let message = format!("`{}` is no phrase that is known here.", part.text);
                let help = format!("Write {meant}.{literal}");
                let problem = Problem::new(part.span(), message, help);
                self.reader.note(problem.suggest(Some(meant)))
            }
            None => Some(()),
        }
    }

    fn wrong_head(&mut self, head: Head, span: Span) -> Option<Expression> {
        let (name, kind) = (&self.field.name, self.field.kind);
        let message = format!(
            "`{name}` is {}, of which `{}` can not be said.",
            kind.described(),
            head.word()
        );
        let help = match kind {
            ValueKind::Text => {
                "Text has: a value, contains, contains any of, starts with, ends with, at, not, known, empty."
            }
            ValueKind::Number => {
                "Numbers have: a value, at least, more than, at most, less than, 200 to 999, not, known, empty."
            }
            ValueKind::Date | ValueKind::DateTime => {
                "Dates have: within 30 days, more than 30 days ago, after, before, on, not, known, empty."
            }
            ValueKind::YesNo => "Write yes, no, known or empty.",
        };
        self.reader.problem(span, message, help)
    }

    /// A phrase with one value or a list inside the text.
    fn headed_by(&mut self, head: Head, rest: Part<'_>) -> Option<Expression> {
        if rest.text.is_empty() {
            let message = format!("Something is missing after `{}`.", head.word());
            let help = "Write the value there.";
            return self.reader.problem(self.span, message, help);
        }
        match (head, rest.text) {
            (Head::Not, "known") => return Some(self.empty()),
            (Head::Not, "empty") => return Some(self.known()),
            (Head::ContainsAnyOf, text) if !rest.is_list() => {
                let help = "Write the texts in brackets, with commas between them.";
                let message = "`contains any of` is followed by a list.";
                let problem = Problem::new(rest.span(), message, help);
                return self.reader.note(problem.suggest(Some(format!("[{text}]"))));
            }
            _ => {}
        }
        let items = self.reader.items_in(rest)?;
        self.headed(head, &items, rest.span())
    }

    fn headed(&mut self, head: Head, items: &[Part<'_>], span: Span) -> Option<Expression> {
        match (head, items) {
            (Head::Not, items) => {
                let found = self.one_of(items)?;
                let denied = expression::not(found, self.span);
                Some(expression::any(vec![self.empty(), denied], self.span))
            }
            (Head::ContainsAnyOf, items) => {
                let mut texts: Vec<Text> = Vec::with_capacity(items.len());
                for item in items {
                    let text = Text::new(item.text, self.field.exact);
                    if !texts.contains(&text) {
                        texts.push(text);
                    }
                }
                self.made(Kind::Part(self.subject(), TextPart::Contains(texts)))
            }
            (head, [item]) => self.headed_one(head, *item),
            (head, _) => {
                let message = format!("`{}` takes one value, not a list.", head.word());
                let help = match head {
                    Head::Contains => "Write: contains any of [..].",
                    _ => "Write one value, or several conditions under any.",
                };
                self.reader.problem(span, message, help)
            }
        }
    }

    fn headed_one(&mut self, head: Head, item: Part<'_>) -> Option<Expression> {
        let text = Text::new(item.text, self.field.exact);
        let part = |this: &Self, part| this.made(Kind::Part(this.subject(), part));
        let comparison = match head {
            Head::Contains => return part(self, TextPart::Contains(vec![text])),
            Head::StartsWith => return part(self, TextPart::StartsWith(text)),
            Head::EndsWith => return part(self, TextPart::EndsWith(text)),
            Head::At => return self.at_domain(item),
            Head::Within => {
                let period = self.reader.period(item)?;
                return self.since(Comparison::AtMost, period);
            }
            Head::MoreThan if self.field.kind.is_date() => {
                let Some(length) = item.text.strip_suffix(" ago").map(str::len) else {
                    let message = "A date is before or after another, or some time ago.";
                    let help = "Write more than 30 days ago, after 2026-12-01, or before today.";
                    return self.reader.problem(item.span(), message, help);
                };
                let period = self.reader.period(item.cut(0, length).trimmed())?;
                return self.since(Comparison::More, period);
            }
            Head::AtLeast => Comparison::AtLeast,
            Head::AtMost => Comparison::AtMost,
            Head::LessThan | Head::Before => Comparison::Less,
            Head::MoreThan | Head::After => Comparison::More,
            Head::On | Head::Not | Head::ContainsAnyOf => Comparison::Equal,
        };
        if self.field.kind.is_date() && item.text == "today" {
            return self.compare(comparison, Term::Today);
        }
        let value = self.constant(item)?;
        self.compare(comparison, Term::Constant(value))
    }

    fn constant(&mut self, item: Part<'_>) -> Option<Constant> {
        match constant::constant(item.text, &self.field_type) {
            Ok(value) => Some(value),
            Err(complaint) => {
                let problem = Problem::new(item.span(), complaint.message, complaint.help);
                self.reader.note(problem.suggest(complaint.suggestion))
            }
        }
    }

    fn since(&self, comparison: Comparison, period: Period) -> Option<Expression> {
        match period {
            Period::Days(days) => {
                let days = Term::Constant(Constant::Number(Decimal::from(days)));
                self.made(Kind::Compare(
                    Term::DaysSince(self.field.clone()),
                    comparison,
                    days,
                ))
            }
            // Later than that day is less long ago.
            Period::Months(months) => {
                let comparison = match comparison {
                    Comparison::AtMost => Comparison::AtLeast,
                    _ => Comparison::Less,
                };
                self.compare(comparison, Term::MonthsAgo(months))
            }
        }
    }

    fn at_domain(&mut self, item: Part<'_>) -> Option<Expression> {
        let domain = item.text.rsplit('@').next().unwrap_or_default();
        let looks_right = domain.contains('.')
            && !domain.starts_with('.')
            && !domain.ends_with('.')
            && !domain.contains(|c: char| c.is_whitespace() || matches!(c, '/' | ':' | ','));
        if !looks_right || domain != item.text {
            let message = format!("`at` is followed by a domain, and `{}` is none.", item.text);
            let mut help = "Write it as in: at acme.example.".to_owned();
            if self.is_free_text() {
                help.push_str(" For a text that begins with at, write it in brackets.");
            }
            let problem = Problem::new(item.span(), message, help);
            return self
                .reader
                .note(problem.suggest(looks_right.then_some(domain)));
        }
        if self.field.is_list {
            let help = "Write: ends with @acme.example.";
            let message = "`at` can not be said of a field with several values.";
            return self.reader.problem(item.span(), message, help);
        }
        let domain = Term::Constant(Constant::Text(Text::new(domain, false)));
        let kind = Kind::Compare(Term::Domain(self.field.clone()), Comparison::Equal, domain);
        self.made(kind)
    }

    /// `200 to 999`: both ends are in.
    fn range(&mut self, from: Part<'_>, to: Part<'_>) -> Option<Expression> {
        let (first, last) = (self.constant(from), self.constant(to));
        let (first, last) = (first?, last?);
        let turned = match (&first, &last) {
            (Constant::Number(first), Constant::Number(last)) => first > last,
            (Constant::Date(first), Constant::Date(last)) => first > last,
            (Constant::DateTime(first), Constant::DateTime(last)) => first > last,
            _ => false,
        };
        if turned {
            let message = "This range ends before it begins.";
            let problem = Problem::new(from.span().join(to.span()), message, "Exchange its ends.");
            let turned = format!("{} to {}", to.text, from.text);
            return self.reader.note(problem.suggest(Some(turned)));
        }
        if self.field.is_list {
            // Two clauses would be met by two different values of the list.
            let help = "Ask for one end, with at least or at most.";
            let message = "A range can not be asked of a field with several values.";
            return self
                .reader
                .problem(from.span().join(to.span()), message, help);
        }
        let parts = vec![
            self.compare(Comparison::AtLeast, Term::Constant(first))?,
            self.compare(Comparison::AtMost, Term::Constant(last))?,
        ];
        Some(expression::all(parts, self.span))
    }
}

/// Whether a text can only be meant as a phrase for numbers or dates.
fn is_of_another_kind(head: Head, rest: &str) -> bool {
    let is_number = || {
        rest.replace([',', ' ', '\''], "")
            .parse::<Decimal>()
            .is_ok()
    };
    let is_date = || rest == "today" || constant::date_or_time(rest).is_ok();
    let is_period = || rest.starts_with(|c: char| c.is_ascii_digit());
    match head {
        Head::AtLeast | Head::AtMost | Head::LessThan => is_number(),
        Head::MoreThan => is_number() || rest.ends_with(" ago"),
        Head::Within => is_period(),
        Head::After | Head::Before | Head::On => is_date(),
        _ => false,
    }
}
