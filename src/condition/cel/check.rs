//! The raw tree to the typed one: names become fields, texts become values of the field's type.
//!
//! A mistake does not stop the check, so that all mistakes of a condition are told at once.

use std::ops::Range;

use super::parser::{Call, Raw, RawKind};
use super::{Mistake, calls, event};
use crate::condition::constant::Complaint;
use crate::condition::decimal::Decimal;
use crate::condition::expression::{self, Comparison, Expression, Kind};
use crate::condition::field::{FieldType, Fields, ValueKind};
use crate::condition::problem::{list_of, nearest};
use crate::condition::term::{Computation, Constant, Field, Operator, Term};
use crate::condition::text::Text;
use crate::syntax::Span;

/// How many clauses a condition may have once its choices (`? :`) are written out.
const MOST_CLAUSES: usize = 4096;

pub(super) fn check(
    raw: &Raw,
    fields: &dyn Fields,
    place: &dyn Fn(Range<usize>) -> Span,
) -> Result<Expression, Vec<Mistake>> {
    let mut checker = Checker {
        fields,
        place,
        mistakes: Vec::new(),
    };
    let expression = checker.condition(raw);
    match expression {
        Some(expression) if checker.mistakes.is_empty() => Ok(expression),
        _ => Err(checker.mistakes),
    }
}

/// Returns `None` for a part in which there is a mistake, after noting it.
pub(super) struct Checker<'c> {
    pub(super) fields: &'c dyn Fields,
    pub(super) place: &'c dyn Fn(Range<usize>) -> Span,
    pub(super) mistakes: Vec<Mistake>,
}

impl Checker<'_> {
    pub(super) fn mistake<T>(
        &mut self,
        at: &Range<usize>,
        message: impl Into<String>,
        help: impl Into<String>,
    ) -> Option<T> {
        self.mistakes.push(Mistake::new(at, message, help));
        None
    }

    pub(super) fn complain<T>(&mut self, at: &Range<usize>, complaint: Complaint) -> Option<T> {
        let quoted = complaint.suggestion.map(|text| format!("\"{text}\""));
        self.mistakes
            .push(Mistake::new(at, complaint.message, complaint.help).suggest(quoted));
        None
    }

    pub(super) fn span(&self, raw: &Raw) -> Span {
        (self.place)(raw.at.clone())
    }

    pub(super) fn condition(&mut self, raw: &Raw) -> Option<Expression> {
        let span = self.span(raw);
        match &raw.kind {
            RawKind::YesNo(value) => Some(Expression::new(Kind::Always(*value), span)),
            RawKind::Not(inner) => Some(expression::not(self.condition(inner)?, span)),
            RawKind::All(parts) => Some(expression::all(self.conditions(parts)?, span)),
            RawKind::Any(parts) => Some(expression::any(self.conditions(parts)?, span)),
            RawKind::Choose(parts) => self.choose(parts, raw, span),
            RawKind::Compare(left, comparison, right) => {
                let kind = self.compare(left, *comparison, right, &raw.at)?;
                Some(Expression::new(kind, span))
            }
            RawKind::In(left, right) => self.is_in(left, right, span),
            RawKind::Call(call) if event::is_event(call) => event::check(self, call, span),
            RawKind::Call(call) if calls::is_condition(&call.name) => {
                calls::condition(self, call, span)
            }
            RawKind::Name(name) if name != "today" => {
                let (field, _) = self.field(name, &raw.at)?;
                if field.kind != ValueKind::YesNo {
                    let help = "Say what must be true of it: ==, >=, in, contains ...";
                    let message = format!("`{name}` alone is no condition.");
                    return self.mistake(&raw.at, message, help);
                }
                let yes = Term::Constant(Constant::YesNo(true));
                let kind = Kind::Compare(Term::Field(field), Comparison::Equal, yes);
                Some(Expression::new(kind, span))
            }
            _ => {
                // An unknown function is told by its name.
                self.term(raw)?;
                let help = "Compare it with something: ==, !=, <, <=, >, >=, in.";
                self.mistake(&raw.at, "A value alone is no condition.", help)
            }
        }
    }

    fn conditions(&mut self, parts: &[Raw]) -> Option<Vec<Expression>> {
        // All parts are checked, also behind a mistake.
        let checked: Vec<_> = parts.iter().map(|part| self.condition(part)).collect();
        checked.into_iter().collect()
    }

    /// `c ? a : b` is `(c && a) || (!c && b)`.
    fn choose(&mut self, parts: &[Raw; 3], raw: &Raw, span: Span) -> Option<Expression> {
        let [test, yes, no] = parts;
        let (asked, yes, no) = (
            self.condition(test),
            self.condition(yes),
            self.condition(no),
        );
        let (asked, yes, no) = (asked?, yes?, no?);
        if asked.size() * 2 + yes.size() + no.size() > MOST_CLAUSES {
            let help = "Write the choices as several conditions.";
            return self.mistake(&raw.at, "These choices in choices are too many.", help);
        }
        let denied = expression::not(asked.clone(), asked.span);
        Some(expression::any(
            vec![
                expression::all(vec![asked, yes], span),
                expression::all(vec![denied, no], span),
            ],
            span,
        ))
    }

    pub(super) fn field(&mut self, name: &str, at: &Range<usize>) -> Option<(Field, FieldType)> {
        if let Some(field_type) = self.fields.field(name) {
            let position = self.fields.position(name);
            return Some((Field::new(name, &field_type, position), field_type));
        }
        if name.is_empty() {
            return self.mistake(
                at,
                "P alone says nothing.",
                "Name a field, as in P.country.",
            );
        }
        let names = self.fields.names();
        let known = names.iter().map(String::as_str);
        let meant = nearest(name, known.clone()).map(|name| format!("P.{name}"));
        let help = format!("Known fields are {}.", list_of(known));
        let mistake = Mistake::new(at, format!("There is no field `{name}`."), help);
        self.mistakes.push(mistake.suggest(meant));
        None
    }

    pub(super) fn term(&mut self, raw: &Raw) -> Option<Term> {
        Some(match &raw.kind {
            RawKind::YesNo(value) => Term::Constant(Constant::YesNo(*value)),
            RawKind::Number(number) => Term::Constant(Constant::Number(*number)),
            RawKind::Text(text) => Term::Constant(Constant::Text(Text::new(text, false))),
            RawKind::Name(name) => match self.fields.field(name) {
                None if name == "today" => Term::Today,
                _ => Term::Field(self.field(name, &raw.at)?.0),
            },
            RawKind::Call(call) => return self.call(call),
            RawKind::Negative(inner) => match self.number(inner)? {
                Term::Constant(Constant::Number(number)) => {
                    Term::Constant(Constant::Number(number.negated()))
                }
                term => self.computed(
                    Term::Constant(Constant::Number(Decimal::ZERO)),
                    Operator::Minus,
                    term,
                    &raw.at,
                )?,
            },
            RawKind::Compute(left, operator, right) => {
                let (left, right) = (self.number(left), self.number(right));
                return self.computed(left?, *operator, right?, &raw.at);
            }
            RawKind::Null => {
                let help = "null is only compared: P.company == null.";
                return self.mistake(&raw.at, "null can not stand here.", help);
            }
            RawKind::List(_) => {
                let help = "A list stands behind in, or in contains_any(P.title, [..]).";
                return self.mistake(&raw.at, "A list can not stand here.", help);
            }
            _ => {
                let help = "Compare fields and values; join comparisons with && and ||.";
                return self.mistake(&raw.at, "A condition can not be compared.", help);
            }
        })
    }

    fn call(&mut self, call: &Call) -> Option<Term> {
        if calls::is_condition(&call.name) || event::is_event(call) {
            let help = "It stands for itself, without a comparison.";
            let message = format!("{} is true or false already.", call.name);
            return self.mistake(&call.name_at, message, help);
        }
        calls::term(self, call)
    }

    fn number(&mut self, raw: &Raw) -> Option<Term> {
        let term = self.term(raw)?;
        let is_list = term.field().is_some_and(|field| field.is_list);
        if term.kind() == ValueKind::Number && (!is_list || matches!(term, Term::Size(_))) {
            return Some(term);
        }
        let message = format!("This is {}, no number.", term.kind().described());
        self.mistake(
            &raw.at,
            message,
            "Only numbers can be added and multiplied.",
        )
    }

    fn computed(
        &mut self,
        left: Term,
        operator: Operator,
        right: Term,
        at: &Range<usize>,
    ) -> Option<Term> {
        if let (Term::Constant(Constant::Number(a)), Term::Constant(Constant::Number(b))) =
            (&left, &right)
        {
            let result = match operator {
                Operator::Plus => a.plus(*b),
                Operator::Minus => a.minus(*b),
                Operator::Times => a.times(*b),
            };
            return match result {
                Some(number) => Some(Term::Constant(Constant::Number(number))),
                None => {
                    let help = "Numbers go up to 1000000000000.";
                    self.mistake(at, "The result is too large.", help)
                }
            };
        }
        Some(Term::Computed(Box::new(Computation {
            left,
            operator,
            right,
        })))
    }
}
