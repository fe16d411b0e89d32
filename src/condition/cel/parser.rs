//! Tokens to a raw tree by precedence climbing. The raw tree knows ranges and no types.

use std::ops::Range;

use super::lexer::{Lexer, Token};
use super::{MAX_DEPTH, Mistake};
use crate::condition::decimal::Decimal;
use crate::condition::expression::Comparison;
use crate::condition::problem::nearest;
use crate::condition::term::Operator;

pub(super) struct Raw {
    pub(super) at: Range<usize>,
    pub(super) kind: RawKind,
}

pub(super) enum RawKind {
    Null,
    YesNo(bool),
    Number(Decimal),
    Text(String),
    List(Vec<Raw>),
    /// `country`, `P.budget.amount`, `P["review-every"]`; the name without `P`.
    Name(String),
    Call(Call),
    Not(Box<Raw>),
    All(Vec<Raw>),
    Any(Vec<Raw>),
    Compare(Box<Raw>, Comparison, Box<Raw>),
    In(Box<Raw>, Box<Raw>),
    Compute(Box<Raw>, Operator, Box<Raw>),
    Negative(Box<Raw>),
    Choose(Box<[Raw; 3]>),
}

/// `name(arguments)` or `subject.name(arguments)`.
pub(super) struct Call {
    pub(super) subject: Option<Box<Raw>>,
    pub(super) name: String,
    pub(super) name_at: Range<usize>,
    pub(super) arguments: Vec<Raw>,
}

/// How tightly the operators between two values bind.
const ANY: u8 = 1;
const ALL: u8 = 2;
const RELATION: u8 = 3;
const SUM: u8 = 4;
const PRODUCT: u8 = 5;

pub(super) fn parse(text: &str) -> Result<Raw, Mistake> {
    let mut parser = Parser {
        lexer: Lexer::new(text),
        token: Token::End,
        at: 0..0,
        behind: 0,
        depth: 0,
    };
    parser.advance()?;
    if parser.token == Token::End {
        return Err(Mistake::new(
            &(0..text.len()),
            "This condition is empty.",
            "Write one, such as P.score >= 100, or take the line out.",
        ));
    }
    let raw = parser.condition()?;
    if parser.token == Token::End {
        return Ok(raw);
    }
    Err(parser.unexpected_operator())
}

struct Parser<'t> {
    lexer: Lexer<'t>,
    token: Token,
    at: Range<usize>,
    /// Where the last token ended.
    behind: usize,
    depth: usize,
}

type Parsed = Result<Raw, Mistake>;

impl Parser<'_> {
    fn advance(&mut self) -> Result<Token, Mistake> {
        let (next, at) = self.lexer.next()?;
        self.behind = self.at.end;
        self.at = at;
        Ok(std::mem::replace(&mut self.token, next))
    }

    /// The end of what was read last.
    fn behind_value(&self) -> Range<usize> {
        self.behind.saturating_sub(1)..self.behind
    }

    fn takes(&mut self, sign: &str) -> Result<bool, Mistake> {
        let is = matches!(self.token, Token::Sign(found) if found == sign);
        if is {
            self.advance()?;
        }
        Ok(is)
    }

    fn expect(&mut self, sign: &str, opened: &Range<usize>) -> Result<(), Mistake> {
        if self.takes(sign)? {
            return Ok(());
        }
        if self.token == Token::End {
            return Err(Mistake::new(
                opened,
                "This bracket is never closed.",
                format!("Add {sign} where it ends."),
            ));
        }
        Err(self.unexpected_operator())
    }

    fn deeper(&mut self) -> Result<(), Mistake> {
        self.depth += 1;
        if self.depth > MAX_DEPTH {
            return Err(Mistake::new(
                &self.at,
                format!("This is nested more than {MAX_DEPTH} levels deep."),
                "Split the condition into several.",
            ));
        }
        Ok(())
    }

    /// `a`, or `a ? b : c`.
    fn condition(&mut self) -> Parsed {
        let start = self.at.start;
        let first = self.operators(ANY)?;
        if !self.takes("?")? {
            return Ok(first);
        }
        self.deeper()?;
        let question = self.behind_value();
        let yes = self.condition()?;
        if !self.takes(":")? {
            return Err(Mistake::new(
                &question,
                "This ? has no :.",
                "A choice is written condition ? if yes : if no.",
            ));
        }
        let no = self.condition()?;
        self.depth -= 1;
        Ok(self.made(start, RawKind::Choose(Box::new([first, yes, no]))))
    }

    fn made(&self, start: usize, kind: RawKind) -> Raw {
        Raw {
            at: start..self.behind,
            kind,
        }
    }

    fn binding(&self) -> u8 {
        match &self.token {
            Token::Sign(sign) => match *sign {
                "||" => ANY,
                "&&" => ALL,
                "==" | "!=" | "<" | "<=" | ">" | ">=" => RELATION,
                "+" | "-" => SUM,
                "*" => PRODUCT,
                _ => 0,
            },
            Token::Name(name) if name == "in" => RELATION,
            _ => 0,
        }
    }

    /// Values with operators between them that bind at least as tightly as `least`.
    fn operators(&mut self, least: u8) -> Parsed {
        let start = self.at.start;
        let mut left = self.value()?;
        let mut levels = 0;
        loop {
            let binding = self.binding();
            if binding < least || binding == 0 {
                break;
            }
            left = match binding {
                ANY | ALL => self.joined(left, start, binding)?,
                _ => {
                    // Each operator puts what stands before it one level down.
                    self.deeper()?;
                    levels += 1;
                    self.related(left, start, binding)?
                }
            };
        }
        self.depth -= levels;
        Ok(left)
    }

    /// What follows a first value with `&&` or `||`; however many, they are on one level.
    fn joined(&mut self, first: Raw, start: usize, binding: u8) -> Parsed {
        let mut parts = vec![first];
        while self.binding() == binding {
            self.advance()?;
            parts.push(self.operators(binding + 1)?);
        }
        let kind = if binding == ANY {
            RawKind::Any
        } else {
            RawKind::All
        };
        Ok(self.made(start, kind(parts)))
    }

    /// What follows a first value with one comparison or calculation.
    fn related(&mut self, left: Raw, start: usize, binding: u8) -> Parsed {
        let operator = self.advance()?;
        let right = self.operators(binding + 1)?;
        if binding == RELATION && self.binding() == RELATION {
            return Err(Mistake::new(
                &self.at,
                "Comparisons can not be chained.",
                "Write both, as in P.a >= 1 && P.a < 5.",
            ));
        }
        let (left, right) = (Box::new(left), Box::new(right));
        let kind = match operator {
            Token::Name(_) => RawKind::In(left, right),
            Token::Sign("+") => RawKind::Compute(left, Operator::Plus, right),
            Token::Sign("-") => RawKind::Compute(left, Operator::Minus, right),
            Token::Sign("*") => RawKind::Compute(left, Operator::Times, right),
            Token::Sign("==") => RawKind::Compare(left, Comparison::Equal, right),
            Token::Sign("!=") => RawKind::Compare(left, Comparison::NotEqual, right),
            Token::Sign("<") => RawKind::Compare(left, Comparison::Less, right),
            Token::Sign("<=") => RawKind::Compare(left, Comparison::AtMost, right),
            Token::Sign(">") => RawKind::Compare(left, Comparison::More, right),
            _ => RawKind::Compare(left, Comparison::AtLeast, right),
        };
        Ok(self.made(start, kind))
    }

    /// A value with what is called on it: `P.name.contains("a")`.
    fn value(&mut self) -> Parsed {
        self.deeper()?;
        let start = self.at.start;
        let mut raw = if self.takes("!")? {
            let inner = self.value()?;
            self.made(start, RawKind::Not(Box::new(inner)))
        } else if self.takes("-")? {
            let inner = self.value()?;
            self.made(start, RawKind::Negative(Box::new(inner)))
        } else {
            self.primary()?
        };
        let mut levels = 1;
        while matches!(self.token, Token::Sign("." | "[")) {
            let opened = self.at.clone();
            if self.takes("[")? {
                raw = self.index(raw, &opened)?;
                continue;
            }
            self.advance()?;
            let name_at = self.at.clone();
            let Token::Name(name) = self.advance()? else {
                return Err(Mistake::new(
                    &opened,
                    "A name must follow this point.",
                    "Write a field, as in P.country, or a function, as in P.title.contains(\"VP\").",
                ));
            };
            if matches!(self.token, Token::Sign("(")) {
                self.deeper()?;
                levels += 1;
                let subject = Some(Box::new(raw));
                raw = self.call(start, subject, name, name_at)?;
            } else {
                raw = self.select(raw, &name, name_at)?;
            }
        }
        self.depth -= levels;
        Ok(raw)
    }

    /// `P["review-every"]`: fields whose name is no word.
    fn index(&mut self, of: Raw, opened: &Range<usize>) -> Parsed {
        let at = self.at.clone();
        let Token::Text(name) = self.advance()? else {
            return Err(Mistake::new(
                opened,
                "Only a field's name in quotes can stand in these brackets.",
                "Write P[\"review-every\"]; a list follows the word in.",
            ));
        };
        self.expect("]", opened)?;
        self.select(of, &name, at)
    }

    fn select(&mut self, of: Raw, name: &str, at: Range<usize>) -> Parsed {
        let start = of.at.start;
        match of.kind {
            RawKind::Name(before) => {
                let name = match before.is_empty() {
                    true => name.to_owned(),
                    false => format!("{before}.{name}"),
                };
                Ok(self.made(start, RawKind::Name(name)))
            }
            _ => Err(Mistake::new(
                &at,
                "Only fields have parts.",
                "A function is called with brackets, as in .contains(\"VP\").",
            )),
        }
    }

    fn call(
        &mut self,
        start: usize,
        subject: Option<Box<Raw>>,
        name: String,
        name_at: Range<usize>,
    ) -> Parsed {
        let opened = self.at.clone();
        self.advance()?;
        let arguments = self.items(")", &opened)?;
        let call = Call {
            subject,
            name,
            name_at,
            arguments,
        };
        Ok(self.made(start, RawKind::Call(call)))
    }

    /// Values with commas between them; one comma may stand behind the last.
    fn items(&mut self, close: &'static str, opened: &Range<usize>) -> Result<Vec<Raw>, Mistake> {
        let mut items = Vec::new();
        while !matches!(self.token, Token::Sign(sign) if sign == close) {
            if self.token == Token::End {
                break;
            }
            items.push(self.condition()?);
            if !self.takes(",")? {
                break;
            }
        }
        self.expect(close, opened)?;
        Ok(items)
    }

    fn primary(&mut self) -> Parsed {
        let (at, behind) = (self.at.clone(), self.behind_value());
        let start = at.start;
        let kind = match self.advance()? {
            Token::Number(number) => RawKind::Number(number),
            Token::Text(text) => RawKind::Text(text),
            Token::Name(name) => match name.as_str() {
                "true" => RawKind::YesNo(true),
                "false" => RawKind::YesNo(false),
                "null" => RawKind::Null,
                "P" => RawKind::Name(String::new()),
                _ if matches!(self.token, Token::Sign("(")) => {
                    return self.call(start, None, name, at);
                }
                _ => RawKind::Name(name),
            },
            Token::Sign("(") => {
                let mut inner = self.condition()?;
                self.expect(")", &at)?;
                inner.at = start..self.behind;
                return Ok(inner);
            }
            Token::Sign("[") => RawKind::List(self.items("]", &at)?),
            Token::Sign("{") => {
                return Err(Mistake::new(
                    &at,
                    "Maps can not be used in conditions.",
                    "Compare fields with values, as in P.country == \"DE\".",
                ));
            }
            Token::Sign(sign) => {
                return Err(Mistake::new(
                    &at,
                    format!("A value is missing before `{sign}`."),
                    "Write a field, a value or a function there.",
                ));
            }
            Token::End => {
                return Err(Mistake::new(
                    &behind,
                    "The condition ends where a value is missing.",
                    "Write a field, a value or a function there.",
                ));
            }
        };
        Ok(self.made(start, kind))
    }

    /// The token at which a finished condition goes on.
    fn unexpected_operator(&self) -> Mistake {
        let help = "Conditions are joined with && (both) or || (one is enough).";
        let at = &self.at;
        match &self.token {
            Token::Name(name) => {
                let joined = match name.to_lowercase().as_str() {
                    "and" | "und" | "et" => Some("&&"),
                    "or" | "oder" | "ou" => Some("||"),
                    other => nearest(other, ["in"]),
                };
                Mistake::new(at, format!("`{name}` can not stand here."), help).suggest(joined)
            }
            Token::Sign(sign @ (")" | "]")) => Mistake::new(
                at,
                format!("Nothing was opened that this {sign} could close."),
                "Take it out, or add the opening bracket.",
            ),
            Token::Sign(sign) => Mistake::new(at, format!("`{sign}` can not stand here."), help),
            _ => Mistake::new(at, "A second value can not stand here.", help),
        }
    }
}
