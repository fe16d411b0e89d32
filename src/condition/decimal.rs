//! Exact numbers: budgets and scores must not change by the way a computer stores fractions.

use std::fmt;
use std::str::FromStr;

/// A number with at most six digits behind the point, held as a whole number of millionths.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default)]
pub struct Decimal(i128);

/// How many digits a number may have behind its point.
const DIGITS: usize = 6;
const ONE: i128 = 1_000_000;
/// The largest part before the point. Far above any budget, and small enough that a product of two
/// numbers still fits before it is cut back to millionths.
const LARGEST: i128 = 1_000_000_000_000 * ONE;

/// Why a text is not a [`Decimal`].
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum DecimalError {
    /// Something else than digits, one point and a sign.
    NotANumber,
    /// More than six digits behind the point.
    TooManyDigits,
    /// Above a million millions, or as far below zero.
    TooLarge,
}

impl Decimal {
    /// Nothing.
    pub const ZERO: Decimal = Decimal(0);

    /// The number made of that many millionths, `None` where it is too large.
    pub const fn from_millionths(millionths: i128) -> Option<Decimal> {
        if millionths > LARGEST || millionths < -LARGEST {
            None
        } else {
            Some(Decimal(millionths))
        }
    }

    /// The number in millionths.
    pub const fn millionths(self) -> i128 {
        self.0
    }

    /// Whether nothing stands behind the point.
    pub const fn is_whole(self) -> bool {
        self.0 % ONE == 0
    }

    /// The sum, `None` where it is too large.
    pub fn plus(self, other: Decimal) -> Option<Decimal> {
        Decimal::from_millionths(self.0 + other.0)
    }

    /// The difference, `None` where it is too large.
    pub fn minus(self, other: Decimal) -> Option<Decimal> {
        Decimal::from_millionths(self.0 - other.0)
    }

    /// The product, rounded to millionths (halves away from zero); `None` where it is too large.
    pub fn times(self, other: Decimal) -> Option<Decimal> {
        let product = self.0.checked_mul(other.0)?;
        let half = if product < 0 { -ONE / 2 } else { ONE / 2 };
        Decimal::from_millionths((product + half) / ONE)
    }

    /// The number with its sign turned.
    #[must_use]
    pub const fn negated(self) -> Decimal {
        Decimal(-self.0)
    }
}

impl From<i32> for Decimal {
    fn from(number: i32) -> Decimal {
        Decimal(i128::from(number) * ONE)
    }
}

impl From<u32> for Decimal {
    fn from(number: u32) -> Decimal {
        Decimal(i128::from(number) * ONE)
    }
}

impl TryFrom<i64> for Decimal {
    type Error = DecimalError;

    fn try_from(number: i64) -> Result<Decimal, DecimalError> {
        Decimal::from_millionths(i128::from(number) * ONE).ok_or(DecimalError::TooLarge)
    }
}

impl FromStr for Decimal {
    type Err = DecimalError;

    fn from_str(text: &str) -> Result<Decimal, DecimalError> {
        let (negative, digits) = match text.as_bytes().first() {
            Some(b'-') => (true, &text[1..]),
            Some(b'+') => (false, &text[1..]),
            _ => (false, text),
        };
        let (whole, fraction) = digits.split_once('.').unwrap_or((digits, "0"));
        let all_digits = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
        if !all_digits(whole) || !all_digits(fraction) {
            return Err(DecimalError::NotANumber);
        }
        let fraction = fraction.trim_end_matches('0');
        if fraction.len() > DIGITS {
            return Err(DecimalError::TooManyDigits);
        }
        let mut millionths: i128 = 0;
        let padding = std::iter::repeat_n(b'0', DIGITS - fraction.len());
        for digit in whole.bytes().chain(fraction.bytes()).chain(padding) {
            millionths = millionths * 10 + i128::from(digit - b'0');
            if millionths > LARGEST {
                return Err(DecimalError::TooLarge);
            }
        }
        Ok(Decimal(if negative { -millionths } else { millionths }))
    }
}

impl fmt::Display for Decimal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.0 < 0 { "-" } else { "" };
        let (whole, fraction) = (self.0.abs() / ONE, self.0.abs() % ONE);
        if fraction == 0 {
            return write!(f, "{sign}{whole}");
        }
        let digits = format!("{fraction:06}");
        write!(f, "{sign}{whole}.{}", digits.trim_end_matches('0'))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn number(text: &str) -> Decimal {
        text.parse().unwrap()
    }

    #[test]
    fn numbers_print_as_they_were_typed() {
        for text in [
            "0",
            "100",
            "-20",
            "0.1",
            "12000.75",
            "-0.000001",
            "1000000000000",
        ] {
            assert_eq!(number(text).to_string(), text);
        }
        assert_eq!(number("+1.50").to_string(), "1.5");
    }

    #[test]
    fn a_tenth_and_two_tenths_are_three_tenths() {
        assert_eq!(number("0.1").plus(number("0.2")), Some(number("0.3")));
        assert_eq!(number("0.1").times(number("-0.5")), Some(number("-0.05")));
    }

    #[test]
    fn what_is_too_large_is_said_and_never_a_panic() {
        assert_eq!(
            "1000000000001".parse::<Decimal>(),
            Err(DecimalError::TooLarge)
        );
        assert_eq!(
            "9".repeat(400).parse::<Decimal>(),
            Err(DecimalError::TooLarge)
        );
        assert_eq!(
            "0.0000001".parse::<Decimal>(),
            Err(DecimalError::TooManyDigits)
        );
        let largest = number("1000000000000");
        assert_eq!(largest.plus(largest), None);
        assert_eq!(largest.times(largest), None);
        assert_eq!(largest.negated().minus(largest), None);
    }

    #[test]
    fn only_plain_digits_are_numbers() {
        for text in [
            "", "-", ".5", "5.", "1e3", "0x1f", "1,000", "1_000", "٣", "1.2.3",
        ] {
            assert_eq!(
                text.parse::<Decimal>(),
                Err(DecimalError::NotANumber),
                "{text}"
            );
        }
    }
}
