//! Whether a condition holds for a record. Rules, simulation and proofs all ask here, so that no two
//! of them can disagree.
//!
//! The depth of a tree is limited where it is built, so the recursion here is too; the work is
//! limited by counting steps, since a record may hold long texts and many events.

use std::borrow::Cow;
use std::cmp::Ordering;
use std::fmt;

use jiff::civil::{Date, DateTime};

use super::calendar::{days_between, months_before};
use super::decimal::Decimal;
use super::event;
use super::expression::{Comparison, EventTest, Expression, Kind, Members, Part};
use super::term::{Constant, Field, Operator, Term};
use super::text;
use super::value::{Record, Value};

/// How many steps one evaluation may take: a clause, an item of a list, an event and each stretch
/// of a long text are one step each.
pub const MAX_STEPS: u32 = 100_000;

/// Why a condition has no answer for a record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LimitReached {
    /// The record is so long that the answer would take too many steps.
    Steps,
    /// A computed number is too large.
    Number,
}

impl fmt::Display for LimitReached {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            LimitReached::Steps => "the condition takes too many steps on this record",
            LimitReached::Number => "a number that the condition computes is too large",
        })
    }
}

impl std::error::Error for LimitReached {}

/// The clauses that decided an answer.
#[derive(Clone, Debug, PartialEq)]
pub struct Explanation<'c> {
    /// Whether the condition holds.
    pub holds: bool,
    /// The clauses without which the answer would be another: all that failed, or, where the
    /// condition holds, those that made it hold. A negated clause stands here as it is inside the
    /// negation.
    pub clauses: Vec<&'c Expression>,
}

pub(super) struct Evaluation<'r> {
    record: &'r dyn Record,
    today: Date,
    steps_left: u32,
}

type Answer<T> = Result<T, LimitReached>;

impl<'r> Evaluation<'r> {
    pub(super) fn new(record: &'r dyn Record, today: Date) -> Evaluation<'r> {
        Evaluation {
            record,
            today,
            steps_left: MAX_STEPS,
        }
    }

    pub(super) fn holds(&mut self, expression: &Expression) -> Answer<bool> {
        self.take_steps(1)?;
        match &expression.kind {
            Kind::Always(value) => Ok(*value),
            Kind::All(parts) => {
                for part in parts {
                    if !self.holds(part)? {
                        return Ok(false);
                    }
                }
                Ok(true)
            }
            Kind::Any(parts) => {
                for part in parts {
                    if self.holds(part)? {
                        return Ok(true);
                    }
                }
                Ok(false)
            }
            Kind::Not(part) => Ok(!self.holds(part)?),
            Kind::Empty(field) => Ok(self.field(field).is_empty()),
            Kind::Compare(left, comparison, right) => self.compare(left, *comparison, right),
            Kind::OneOf(term, members) => {
                let value = self.term(term)?;
                self.each(&value, |this, value| this.is_member(value, members))
            }
            Kind::Part(term, part) => {
                let value = self.term(term)?;
                self.each(&value, |this, value| this.has_part(value, part))
            }
            Kind::Did(test) => self.did(test),
        }
    }

    pub(super) fn explain<'c>(&mut self, expression: &'c Expression) -> Answer<Explanation<'c>> {
        let parts = match &expression.kind {
            Kind::Not(part) => {
                let mut inner = self.explain(part)?;
                inner.holds = !inner.holds;
                return Ok(inner);
            }
            Kind::All(parts) | Kind::Any(parts) => parts,
            _ => {
                return Ok(Explanation {
                    holds: self.holds(expression)?,
                    clauses: vec![expression],
                });
            }
        };
        self.take_steps(1)?;
        let is_all = matches!(expression.kind, Kind::All(_));
        let mut holds = is_all;
        let mut clauses = Vec::new();
        for part in parts {
            let inner = self.explain(part)?;
            if inner.holds == holds {
                clauses.extend(inner.clauses);
            } else if is_all == holds {
                // The first part that turns the answer; what was collected does not matter.
                holds = inner.holds;
                clauses = inner.clauses;
            }
            if holds && !is_all {
                break;
            }
        }
        Ok(Explanation { holds, clauses })
    }

    fn take_steps(&mut self, steps: usize) -> Answer<()> {
        let steps = u32::try_from(steps).unwrap_or(u32::MAX);
        self.steps_left = self
            .steps_left
            .checked_sub(steps)
            .ok_or(LimitReached::Steps)?;
        Ok(())
    }

    #[inline]
    fn field(&self, field: &Field) -> Value<'r> {
        match field.position {
            Some(position) => self.record.value_at(position, &field.name),
            None => self.record.value(&field.name),
        }
    }

    fn term<'t>(&mut self, term: &'t Term) -> Answer<Value<'t>>
    where
        'r: 't,
    {
        Ok(match term {
            Term::Constant(constant) => match constant {
                Constant::Text(text) => Value::Text(Cow::Borrowed(text.written())),
                Constant::Number(number) => Value::Number(*number),
                Constant::Date(date) => Value::Date(*date),
                Constant::DateTime(at) => Value::DateTime(*at),
                Constant::YesNo(yes) => Value::YesNo(*yes),
            },
            Term::Field(field) => self.field(field),
            Term::Today => Value::Date(self.today),
            Term::MonthsAgo(months) => Value::Date(months_before(self.today, *months)),
            Term::DaysSince(field) => match day(&self.field(field)) {
                Some(date) => Value::Number(Decimal::from(days_between(date, self.today))),
                None => Value::Empty,
            },
            Term::Size(field) => {
                let size = match self.field(field) {
                    Value::Text(text) => {
                        self.take_steps(text.len() / TEXT_PER_STEP)?;
                        text.chars().count()
                    }
                    Value::List(items) => items.len(),
                    _ => 0,
                };
                Value::Number(Decimal::from(u32::try_from(size).unwrap_or(u32::MAX)))
            }
            Term::Domain(field) => match self.field(field) {
                Value::Text(Cow::Borrowed(text)) => {
                    after_at(text).map_or(Value::Empty, Value::text)
                }
                Value::Text(Cow::Owned(text)) => match after_at(&text) {
                    Some(domain) => Value::text(domain.to_owned()),
                    None => Value::Empty,
                },
                _ => Value::Empty,
            },
            Term::Lower(field) => match self.field(field) {
                Value::Text(Cow::Borrowed(text)) => Value::Text(text::lower(text)),
                Value::Text(Cow::Owned(text)) => {
                    Value::Text(text::lower(&text).into_owned().into())
                }
                _ => Value::Empty,
            },
            Term::Computed(computation) => {
                self.take_steps(1)?;
                let left = self.term(&computation.left)?;
                let right = self.term(&computation.right)?;
                let (Value::Number(left), Value::Number(right)) = (left, right) else {
                    return Ok(Value::Empty);
                };
                let result = match computation.operator {
                    Operator::Plus => left.plus(right),
                    Operator::Minus => left.minus(right),
                    Operator::Times => left.times(right),
                };
                Value::Number(result.ok_or(LimitReached::Number)?)
            }
        })
    }

    fn compare(&mut self, left: &Term, comparison: Comparison, right: &Term) -> Answer<bool> {
        let value = self.term(left)?;
        if let Term::Constant(constant) = right {
            return self.compare_with(&value, comparison, constant);
        }
        let other = self.term(right)?;
        let exact = left.is_exact() || right.is_exact();
        let wanted = match comparison {
            Comparison::NotEqual if value.is_empty() || other.is_empty() => return Ok(false),
            Comparison::NotEqual => Comparison::Equal,
            other => other,
        };
        let found = self.each(&value, |this, left| {
            this.each(&other, |_, right| {
                Ok(order(left, right, exact).is_some_and(|order| wanted.allows(order)))
            })
        })?;
        Ok(found != (comparison == Comparison::NotEqual))
    }

    /// The comparison that most clauses are, without making a value of the constant.
    fn compare_with(
        &mut self,
        value: &Value<'_>,
        comparison: Comparison,
        constant: &Constant,
    ) -> Answer<bool> {
        let wanted = match comparison {
            Comparison::NotEqual if value.is_empty() => return Ok(false),
            Comparison::NotEqual => Comparison::Equal,
            other => other,
        };
        let found = self.each(value, |_, value| {
            let order = match (value, constant) {
                (Value::Number(value), Constant::Number(wanted)) => value.cmp(wanted),
                (Value::Text(value), Constant::Text(wanted)) => {
                    return Ok(!value.is_empty() && wanted.equals(value));
                }
                (Value::YesNo(value), Constant::YesNo(wanted)) => value.cmp(wanted),
                (Value::DateTime(value), Constant::DateTime(wanted)) => value.cmp(wanted),
                (value, Constant::Date(wanted)) => match day(value) {
                    Some(value) => value.cmp(wanted),
                    None => return Ok(false),
                },
                (Value::Date(value), Constant::DateTime(wanted)) => value.cmp(&wanted.date()),
                _ => return Ok(false),
            };
            Ok(wanted.allows(order))
        })?;
        Ok(found != (comparison == Comparison::NotEqual))
    }

    /// Whether `holds` is true of the value or, of a list, of at least one of its items.
    fn each<'v>(
        &mut self,
        value: &Value<'v>,
        mut holds: impl FnMut(&mut Self, &Value<'v>) -> Answer<bool>,
    ) -> Answer<bool> {
        match value {
            Value::List(items) => {
                for item in items {
                    self.take_steps(1)?;
                    if !matches!(item, Value::List(_)) && holds(self, item)? {
                        return Ok(true);
                    }
                }
                Ok(false)
            }
            single => holds(self, single),
        }
    }

    fn is_member(&mut self, value: &Value<'_>, members: &Members) -> Answer<bool> {
        let values = members.values();
        if !members.is_sorted() {
            self.take_steps(values.len() / 8)?;
        }
        match value {
            Value::Text(text) if text.is_empty() => Ok(false),
            Value::Text(text) if members.is_sorted() => Ok(is_among(text, members)),
            Value::Text(text) => Ok(values
                .iter()
                .any(|each| matches!(each, Constant::Text(each) if each.equals(text)))),
            Value::Number(number) => Ok(values.contains(&Constant::Number(*number))),
            Value::YesNo(yes) => Ok(values.contains(&Constant::YesNo(*yes))),
            Value::Date(_) | Value::DateTime(_) => {
                Ok(values.iter().any(|each| match (each, value) {
                    (Constant::DateTime(each), Value::DateTime(at)) => each == at,
                    (Constant::DateTime(each), value) => Some(each.date()) == day(value),
                    (Constant::Date(each), value) => Some(*each) == day(value),
                    _ => false,
                }))
            }
            Value::Empty | Value::List(_) => Ok(false),
        }
    }

    fn has_part(&mut self, value: &Value<'_>, part: &Part) -> Answer<bool> {
        let text = match value {
            Value::Text(text) if !text.is_empty() => text.as_ref(),
            _ => return Ok(false),
        };
        let stretches = text.len() / TEXT_PER_STEP;
        self.take_steps(stretches)?;
        Ok(match part {
            Part::Contains(wanted) => {
                self.take_steps(stretches * wanted.len() + wanted.len() / 4)?;
                wanted.iter().any(|each| each.is_in(text))
            }
            Part::StartsWith(wanted) => wanted.begins(text),
            Part::EndsWith(wanted) => wanted.ends(text),
            Part::Matches(pattern) => {
                self.take_steps(text.len() / 16)?;
                pattern.regex().is_match(text)
            }
        })
    }

    fn did(&mut self, test: &EventTest) -> Answer<bool> {
        let record = self.record;
        let mut count = 0;
        for each in record.events() {
            self.take_steps(1)?;
            if event::matches(test, each, self.today) {
                count += 1;
                if count >= test.at_least {
                    return Ok(true);
                }
            }
        }
        Ok(false)
    }
}

/// How many bytes of text are one step.
const TEXT_PER_STEP: usize = 256;

/// Looks a text up in a long list, in whatever case it is.
fn is_among(text: &str, members: &Members) -> bool {
    // Codes of countries and languages, and then nearly all names of functions and industries.
    if text.len() <= 8 {
        return is_among_short::<8>(text, members);
    }
    is_among_short::<64>(text, members)
}

/// The same without allocating, where the text has at most that many letters of the English
/// alphabet.
fn is_among_short<const LENGTH: usize>(text: &str, members: &Members) -> bool {
    let mut buffer = [0_u8; LENGTH];
    if text.is_ascii()
        && let Some(lowered) = buffer.get_mut(..text.len())
    {
        for (lowered, byte) in lowered.iter_mut().zip(text.bytes()) {
            *lowered = byte.to_ascii_lowercase();
        }
        return members.has_lowered(lowered);
    }
    members.has_lowered(text::lower(text).as_bytes())
}

fn after_at(text: &str) -> Option<&str> {
    text.rsplit_once('@').map(|(_, domain)| domain)
}

/// How two single values stand to each other; `None` where they can not be compared, and for texts
/// that differ, since those have no order.
fn order(left: &Value<'_>, right: &Value<'_>, exact: bool) -> Option<Ordering> {
    match (left, right) {
        (Value::Text(left), Value::Text(right)) => {
            let is_same = !left.is_empty() && text::same(left, right, exact);
            is_same.then_some(Ordering::Equal)
        }
        (Value::YesNo(left), Value::YesNo(right)) => Some(left.cmp(right)),
        (Value::Number(left), Value::Number(right)) => Some(left.cmp(right)),
        (Value::DateTime(left), Value::DateTime(right)) => Some(left.cmp(right)),
        // A day and a time are compared by their days.
        _ => Some(day(left)?.cmp(&day(right)?)),
    }
}

fn day(value: &Value<'_>) -> Option<Date> {
    match value {
        Value::Date(date) => Some(*date),
        Value::DateTime(at) => Some(DateTime::date(*at)),
        _ => None,
    }
}
