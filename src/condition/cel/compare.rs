//! Comparisons and memberships: a written value becomes one of the kind of the other side.

use std::ops::Range;

use super::calls;
use super::check::Checker;
use super::parser::{Raw, RawKind};
use crate::condition::constant;
use crate::condition::expression::{self, Comparison, Expression, Kind, Members};
use crate::condition::field::{FieldType, ValueKind};
use crate::condition::term::{Constant, Term};
use crate::condition::text::Text;
use crate::syntax::Span;

impl Checker<'_> {
    pub(super) fn compare(
        &mut self,
        left: &Raw,
        comparison: Comparison,
        right: &Raw,
        at: &Range<usize>,
    ) -> Option<Kind> {
        match (&left.kind, &right.kind) {
            (RawKind::Null, _) => return self.is_null(right, comparison, at),
            (_, RawKind::Null) => return self.is_null(left, comparison, at),
            _ => {}
        }
        let (first, second) = (self.term(left), self.term(right));
        let (first, second) = (first?, second?);
        match (first, second) {
            (Term::Constant(_), Term::Constant(_)) => {
                let help = "One side must be a field, or be computed from one.";
                self.mistake(at, "Two fixed values are compared.", help)
            }
            (Term::Constant(value), term) => {
                self.with_constant(term, comparison.turned(), value, &left.at, at)
            }
            (term, Term::Constant(value)) => {
                self.with_constant(term, comparison, value, &right.at, at)
            }
            (first, second) => {
                if !first.kind().fits(second.kind()) {
                    let message = constant::wrong_kind(second.kind(), first.kind());
                    let help = "Both sides must be of one kind.";
                    return self.mistake(&right.at, message, help);
                }
                self.has_order(first.kind(), comparison, at)?;
                Some(Kind::Compare(first, comparison, second))
            }
        }
    }

    fn has_order(
        &mut self,
        kind: ValueKind,
        comparison: Comparison,
        at: &Range<usize>,
    ) -> Option<()> {
        let is_equality = matches!(comparison, Comparison::Equal | Comparison::NotEqual);
        if is_equality || !matches!(kind, ValueKind::Text | ValueKind::YesNo) {
            return Some(());
        }
        let message = format!(
            "{} has no order, so {} means nothing.",
            match kind {
                ValueKind::Text => "Text",
                _ => "Yes or no",
            },
            comparison.sign()
        );
        self.mistake(at, message, "Use == or !=.")
    }

    fn is_null(&mut self, raw: &Raw, comparison: Comparison, at: &Range<usize>) -> Option<Kind> {
        let Term::Field(field) = self.term(raw)? else {
            return self.mistake(&raw.at, "Only a field can be null.", "Name a field.");
        };
        let empty = Kind::Empty(field);
        match comparison {
            Comparison::Equal => Some(empty),
            Comparison::NotEqual => {
                let inner = Expression::new(empty, (self.place)(at.clone()));
                Some(Kind::Not(Box::new(inner)))
            }
            _ => self.mistake(at, "null has no order.", "Use == null or != null."),
        }
    }

    fn with_constant(
        &mut self,
        term: Term,
        comparison: Comparison,
        value: Constant,
        at: &Range<usize>,
        whole: &Range<usize>,
    ) -> Option<Kind> {
        if let (Constant::Text(text), Term::Field(field)) = (&value, &term)
            && text.written().is_empty()
        {
            let empty = Kind::Empty(field.clone());
            return match comparison {
                Comparison::Equal => Some(empty),
                Comparison::NotEqual => {
                    let inner = Expression::new(empty, (self.place)(whole.clone()));
                    Some(Kind::Not(Box::new(inner)))
                }
                _ => self.mistake(at, "Text has no order.", "Use == \"\" or != \"\"."),
            };
        }
        let value = self.fitted(&term, value, at)?;
        self.has_order(term.kind(), comparison, whole)?;
        Some(Kind::Compare(term, comparison, Term::Constant(value)))
    }

    /// A written value as one of the kind that the term has.
    fn fitted(&mut self, term: &Term, value: Constant, at: &Range<usize>) -> Option<Constant> {
        match (value, term.kind()) {
            (Constant::Text(text), ValueKind::Text) => {
                if text.written().is_empty() {
                    let help = "Ask a field whether it is empty: P.company == \"\".";
                    return self.mistake(at, "Nothing to compare with.", help);
                }
                let field_type = match term {
                    Term::Field(field) => self.fields.field(&field.name),
                    _ => None,
                };
                let exact = term.is_exact();
                match field_type.as_ref().map(FieldType::item) {
                    Some(FieldType::Choice { values, exact }) => {
                        match constant::choice(text.written(), values, *exact) {
                            Ok(value) => Some(value),
                            Err(complaint) => self.complain(at, complaint),
                        }
                    }
                    _ => Some(Constant::Text(Text::new(text.written(), exact))),
                }
            }
            (Constant::Text(text), ValueKind::Date | ValueKind::DateTime) => {
                let read = match term.kind() {
                    ValueKind::Date => constant::date(text.written()).map(Constant::Date),
                    _ => constant::date_or_time(text.written()),
                };
                match read {
                    Ok(value) => Some(value),
                    Err(complaint) => self.complain(at, complaint),
                }
            }
            (Constant::Number(number), ValueKind::Number) => {
                let field_type = match term {
                    Term::Field(field) => self.fields.field(&field.name),
                    _ => None,
                };
                let read = field_type.map(|known| constant::constant(&number.to_string(), &known));
                match read {
                    Some(Err(complaint)) => self.complain(at, complaint),
                    Some(Ok(value)) => Some(value),
                    None => Some(Constant::Number(number)),
                }
            }
            (value, kind) if value.kind().fits(kind) => Some(value),
            (value, kind) => {
                let message = constant::wrong_kind(value.kind(), kind);
                let help = format!("Write {} here.", kind.described());
                self.mistake(at, message, help)
            }
        }
    }

    pub(super) fn is_in(&mut self, left: &Raw, right: &Raw, span: Span) -> Option<Expression> {
        let RawKind::List(items) = &right.kind else {
            return self.is_in_field(left, right, span);
        };
        let term = self.term(left)?;
        if matches!(term, Term::Constant(_) | Term::Today) {
            let help = "Write a field before in.";
            return self.mistake(&left.at, "A fixed value is looked for in a list.", help);
        }
        let (mut values, mut shown, mut empty, mut sound) = (Vec::new(), Vec::new(), false, true);
        for item in items {
            if let (RawKind::Text(text), Term::Field(_)) = (&item.kind, &term)
                && text.is_empty()
            {
                empty = true;
                continue;
            }
            let value = match self.term(item) {
                Some(Term::Constant(value)) => self.fitted(&term, value, &item.at),
                Some(_) => {
                    let help = "Join comparisons with || instead.";
                    self.mistake(&item.at, "Only fixed values stand in a list.", help)
                }
                None => None,
            };
            sound &= value.is_some();
            values.extend(value);
        }
        if !sound {
            return None;
        }
        shown.extend(values.iter().map(calls::shown));
        let field = term.field().cloned();
        let found = expression::one_of(term, Members::new(values, shown), span);
        match (empty, field) {
            (true, Some(field)) => {
                let nothing = Expression::new(Kind::Empty(field), span);
                Some(expression::any(vec![nothing, found], span))
            }
            _ => Some(found),
        }
    }

    /// `"webinar" in P.topics`: a field that holds several values.
    fn is_in_field(&mut self, left: &Raw, right: &Raw, span: Span) -> Option<Expression> {
        let (value, list) = (self.term(left), self.term(right));
        let (value, list) = (value?, list?);
        let Some(field) = list.field().filter(|field| field.is_list) else {
            let help = "Behind in stands a list such as [\"DE\", \"AT\"], or a field with several values; \
                        a part of a text is found with contains.";
            return self.mistake(&right.at, "This is no list.", help);
        };
        let kind = match value {
            Term::Constant(value) => {
                let term = Term::Field(field.clone());
                self.with_constant(term, Comparison::Equal, value, &left.at, &left.at)?
            }
            value if value.kind().fits(field.kind) => Kind::Compare(value, Comparison::Equal, list),
            value => {
                let message = constant::wrong_kind(value.kind(), field.kind);
                return self.mistake(&left.at, message, "Both must be of one kind.");
            }
        };
        Some(Expression::new(kind, span))
    }
}
