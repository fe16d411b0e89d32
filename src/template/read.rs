//! From a text back to its tokens.
//!
//! Every way of dividing the text among the tokens is weighed by how many tokens are wrong in it; the
//! best one counts, if it is the only best one. Where two are equally good, the one counts whose wrong
//! tokens hold fewer of the template's signs. A text is divided only where the template has signs or
//! words, so the work grows with their number and not with the length of the text.

use std::ops::Range;

use super::{Case, Template, Token, Value};

/// A text divided among the tokens of a template.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Reading {
    /// The parts that stand for a token, in order.
    pub segments: Vec<Segment>,
    /// The tokens that should be there and are left out: their numbers.
    pub missing: Vec<usize>,
    /// How many tokens are wrong: wrong segments and missing ones.
    pub wrong: usize,
}

/// The part of a text that stands for a token.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Segment {
    /// The number of the token.
    pub token: usize,
    /// The bytes of the text.
    pub range: Range<usize>,
    /// Whether it differs from the token's value.
    pub wrong: bool,
}

/// Longer texts are not divided.
const LONGEST: usize = 400;

/// Nor are texts with more places where a token could end.
const MOST_CUTS: usize = 100;

/// What a wrong token weighs, beside 1 for each sign of the template in it.
const WRONG: usize = LONGEST + 1;

pub(super) fn read(
    template: &Template,
    text: &str,
    values: &[Value<'_>],
    case: Case,
) -> Option<Reading> {
    if text.len() > LONGEST || values.len() != template.steps.len() {
        return None;
    }
    let cuts = cuts(template, text, case);
    if cuts.len() > MOST_CUTS {
        return None;
    }
    let mut signs = vec![0; text.len() + 1];
    for (at, c) in text.char_indices() {
        let counted = signs[at] + usize::from(template.separates(c));
        signs[at + 1..=at + c.len_utf8()].fill(counted);
    }
    let mut search = Search {
        template,
        text,
        values,
        case,
        cuts,
        signs,
        known: vec![None; (template.steps.len() + 1) * (text.len() + 1)],
    };
    let best = search.best(0, 0)?;
    if best.ways != 1 {
        return None;
    }
    search.reading()
}

/// Where a token may end: at the end of the text, and where any of the template's signs or words
/// begin; anywhere, where two tokens touch.
fn cuts(template: &Template, text: &str, case: Case) -> Vec<usize> {
    let touching = template
        .steps
        .iter()
        .skip(1)
        .any(|step| step.words.is_empty() && step.signs.is_empty());
    let literals = || {
        let of_steps = template
            .steps
            .iter()
            .flat_map(|step| [&step.words, &step.signs]);
        of_steps
            .chain([&template.end])
            .filter(|literal| !literal.is_empty())
    };
    (0..=text.len())
        .filter(|at| text.is_char_boundary(*at))
        .filter(|at| {
            *at == text.len()
                || touching
                || literals().any(|literal| begins(text, *at, literal, case))
        })
        .collect()
}

/// Whether a literal stands at a place of a text.
fn begins(text: &str, at: usize, literal: &str, case: Case) -> bool {
    text.get(at..at + literal.len())
        .is_some_and(|part| case.same(part, literal))
}

#[derive(Clone, Copy)]
struct Best {
    cost: usize,
    /// In how many ways: 1, or 2 for more.
    ways: u8,
    /// The bytes of the token; `None` when it is left out.
    segment: Option<(usize, usize)>,
    /// Where the next step begins.
    next: usize,
}

struct Search<'s> {
    template: &'s Template,
    text: &'s str,
    values: &'s [Value<'s>],
    case: Case,
    cuts: Vec<usize>,
    /// How many of the template's signs stand before each place.
    signs: Vec<usize>,
    known: Vec<Option<Option<Best>>>,
}

impl Search<'_> {
    fn best(&mut self, number: usize, from: usize) -> Option<Best> {
        let place = number * (self.text.len() + 1) + from;
        if let Some(known) = self.known[place] {
            return known;
        }
        let best = self.find(number, from);
        self.known[place] = Some(best);
        best
    }

    fn find(&mut self, number: usize, from: usize) -> Option<Best> {
        let template = self.template;
        let Some(step) = template.steps.get(number) else {
            return self
                .case
                .same(&self.text[from..], &template.end)
                .then_some(Best {
                    cost: 0,
                    ways: 1,
                    segment: None,
                    next: from,
                });
        };
        if !begins(self.text, from, &step.words, self.case) {
            return None;
        }
        let from = from + step.words.len();
        let mut best: Option<Best> = None;
        if step.token.optional {
            let is_missing = matches!(self.values[number], Value::Text(..));
            let cost = if is_missing { WRONG } else { 0 };
            self.weigh(&mut best, number, cost, None, from);
        }
        let signs = if number > 0 && from == 0 {
            ""
        } else {
            &*step.signs
        };
        if begins(self.text, from, signs, self.case) {
            let start = from + signs.len();
            let first = self.cuts.partition_point(|cut| *cut <= start);
            for cut in first..self.cuts.len() {
                let end = self.cuts[cut];
                let part = &self.text[start..end];
                let cost = if fits(&self.values[number], &step.token, part, self.case) {
                    0
                } else if matches!(self.values[number], Value::Any) {
                    // Its neighbours may hold any text too, so signs tell nothing.
                    WRONG
                } else {
                    WRONG + self.signs[end] - self.signs[start]
                };
                self.weigh(&mut best, number, cost, Some((start, end)), end);
            }
        }
        best
    }

    fn weigh(
        &mut self,
        best: &mut Option<Best>,
        number: usize,
        cost: usize,
        segment: Option<(usize, usize)>,
        next: usize,
    ) {
        let Some(rest) = self.best(number + 1, next) else {
            return;
        };
        let cost = cost + rest.cost;
        match best {
            Some(known) if known.cost < cost => {}
            Some(known) if known.cost == cost => known.ways = 2,
            _ => {
                *best = Some(Best {
                    cost,
                    ways: rest.ways,
                    segment,
                    next,
                });
            }
        }
    }

    fn reading(&mut self) -> Option<Reading> {
        let mut reading = Reading {
            segments: Vec::new(),
            missing: Vec::new(),
            wrong: 0,
        };
        let mut from = 0;
        for (number, step) in self.template.steps.iter().enumerate() {
            let best = self.best(number, from)?;
            match best.segment {
                Some((start, end)) => reading.segments.push(Segment {
                    token: number,
                    range: start..end,
                    wrong: !fits(
                        &self.values[number],
                        &step.token,
                        &self.text[start..end],
                        self.case,
                    ),
                }),
                None if matches!(self.values[number], Value::Text(..)) => {
                    reading.missing.push(number);
                }
                None => {}
            }
            from = best.next;
        }
        let segments = reading.segments.iter().filter(|segment| segment.wrong);
        reading.wrong = segments.count() + reading.missing.len();
        Some(reading)
    }
}

fn fits(value: &Value<'_>, token: &Token, text: &str, case: Case) -> bool {
    match value {
        Value::Text(expected, others) => {
            case.same(text, expected) || others.iter().any(|other| case.same(text, other))
        }
        Value::OneOf(allowed) => allowed.iter().any(|allowed| case.same(text, allowed)),
        Value::Any => token
            .format
            .as_ref()
            .is_none_or(|format| format.has_shape(text)),
        Value::Nothing => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEMPLATE: &str = "{date}_{region}_{budget}_{topic}_{language?}_{name?}";

    /// The wrong segments and missing tokens of a text, as `token: part`.
    fn wrong(template: &str, text: &str, values: &[(&str, &str)]) -> Option<Vec<String>> {
        let template = Template::parse(template).unwrap();
        let values: Vec<Value<'_>> = template
            .tokens()
            .map(|token| {
                let value = values.iter().find(|(name, _)| *name == &*token.name);
                value.map_or(Value::Nothing, |(_, value)| match *value {
                    "*" => Value::Any,
                    value => Value::text(value),
                })
            })
            .collect();
        let reading = template.read(text, &values, Case::Ignored)?;
        let names: Vec<&str> = template.tokens().map(|token| &*token.name).collect();
        let segments = reading.segments.iter().filter(|segment| segment.wrong);
        let mut found: Vec<String> = segments
            .map(|segment| format!("{}: {}", names[segment.token], &text[segment.range.clone()]))
            .collect();
        found.extend(
            reading
                .missing
                .iter()
                .map(|token| format!("{}: -", names[*token])),
        );
        assert_eq!(found.len(), reading.wrong);
        Some(found)
    }

    const VALUES: &[(&str, &str)] = &[
        ("date", "2026_12_03"),
        ("region", "emea"),
        ("budget", "dmp"),
        ("topic", "devsecops"),
        ("language", "en"),
    ];

    #[test]
    fn a_right_text_has_nothing_wrong() {
        let text = "2026_12_03_emea_dmp_devsecops_en";
        assert_eq!(wrong(TEMPLATE, text, VALUES), Some(vec![]));
    }

    #[test]
    fn one_wrong_token_is_found_whatever_stands_in_it() {
        for (text, found) in [
            ("2026_12_03_amer_dmp_devsecops_en", "region: amer"),
            ("2026_12_03_na_east_DMP_devsecops_en", "region: na_east"),
            ("2026_12_04_emea_dmp_devsecops_en", "date: 2026_12_04"),
            ("2026_12_03_emea_dmp_devsecops_fr", "language: fr"),
            ("2026_12_03_emea_dmp_devsecops", "language: -"),
            ("2026_12_03_emea_dmp_devsecops_en_spring", "name: spring"),
        ] {
            assert_eq!(
                wrong(TEMPLATE, text, VALUES),
                Some(vec![found.to_string()]),
                "{text}"
            );
        }
    }

    #[test]
    fn two_equally_good_divisions_are_no_verdict() {
        assert_eq!(
            wrong(TEMPLATE, "2026_12_03_emea_foo_dmp_devsecops_en", VALUES),
            None
        );
        assert_eq!(wrong("{a}_{b}", "x_y_z", &[("a", "*"), ("b", "*")]), None);
    }

    #[test]
    fn the_shape_of_a_date_divides_a_text() {
        let template = "{event:YYYY_MM_DD}_{topic}";
        let values = &[("event", "*"), ("topic", "*")];
        assert_eq!(
            wrong(template, "2026_12_03_devsecops", values),
            Some(vec![])
        );
        assert_eq!(wrong(template, "2026_12_3_devsecops", values), None);
    }

    #[test]
    fn words_of_the_template_must_be_there() {
        let values = &[("a", "1"), ("b", "2")];
        assert_eq!(
            wrong("x-{a}_y_{b}", "x-1_y_3", values),
            Some(vec!["b: 3".to_string()])
        );
        assert_eq!(wrong("x-{a}_y_{b}", "1_2", values), None);
    }

    #[test]
    fn a_text_of_many_signs_takes_no_time() {
        let text = "_".repeat(400);
        let template = "{a}_{b}_{c}_{d}_{e}_{f}_{g}_{h?}_{i?}_{j?}";
        assert_eq!(wrong(template, &text, &[("a", "1")]), None);
    }
}
