//! How a date is written: `YYYYMMDD`, `YYYY_MM_DD`, `FY27-Q4`.

use std::fmt::Write;

use jiff::civil::Date;

/// The format of a date in a template.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct DateFormat {
    /// As its author wrote it.
    text: Box<str>,
    /// The parts; several lists where an end may be left out: `YYYY-MM[-DD]`. The whole comes first.
    variants: Vec<Vec<DatePart>>,
    /// Whether the names of its months are written in lower case: `mmm`.
    lower: bool,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum DatePart {
    /// `YYYY`
    Year,
    /// `YY`: the last two digits.
    ShortYear,
    /// `MM`
    Month,
    /// `M`: without a nought in front.
    ShortMonth,
    /// `MMM`: Jan.
    MonthName,
    /// `MMMM`: January.
    LongMonthName,
    /// `DD`
    Day,
    /// `D`: without a nought in front.
    ShortDay,
    /// `FYYY`: FY and the last two digits of the fiscal year.
    FiscalYear,
    /// `FYYYYY`: FY and the fiscal year.
    LongFiscalYear,
    /// `Q`: Q1 to Q4.
    Quarter,
    Sign(char),
}

/// How a part is written; the longest first, since one begins like another.
const PARTS: &[(&str, DatePart)] = &[
    ("FYYYYY", DatePart::LongFiscalYear),
    ("FY0000", DatePart::LongFiscalYear),
    ("FYYY", DatePart::FiscalYear),
    ("FY00", DatePart::FiscalYear),
    ("YYYY", DatePart::Year),
    ("YY", DatePart::ShortYear),
    ("MMMM", DatePart::LongMonthName),
    ("MMM", DatePart::MonthName),
    ("MM", DatePart::Month),
    ("M", DatePart::ShortMonth),
    ("DD", DatePart::Day),
    ("D", DatePart::ShortDay),
    ("Q0", DatePart::Quarter),
    ("Q", DatePart::Quarter),
];

/// The months, as they are written.
pub const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// A fiscal year and its quarter, from 1.
pub type FiscalQuarter = (i16, i8);

/// What a text is to a format.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum DateReading {
    /// It has the digits and signs, and there is such a day.
    Real,
    /// It has the digits and signs, but there is no such day: what is wrong, as a sentence.
    NotReal(String),
    /// It is something else.
    Other,
}

impl DateFormat {
    /// Reads a format; `None` when it holds anything but `YYYY`, `YY`, `MM`, `M`, `MMM`, `MMMM`,
    /// `DD`, `D`, `FYYY`, `Q` and signs, or no year, month, day or quarter at all. An end in square
    /// brackets may be left out: `YYYY[-MM[-DD]]`. `mmm` is the name of a month in lower case.
    pub fn parse(text: &str) -> Option<DateFormat> {
        let (mut whole, mut variants) = (String::new(), Vec::new());
        let lower = text.contains("mmm");
        let upper = text.replace("mmmm", "MMMM").replace("mmm", "MMM");
        let inside = upper.trim_end_matches(']');
        let pieces: Vec<&str> = inside.split('[').collect();
        if upper.len() - inside.len() != pieces.len() - 1 {
            return None;
        }
        for piece in pieces {
            whole.push_str(piece);
            variants.insert(0, parts(&whole)?);
        }
        Some(DateFormat {
            text: text.into(),
            variants,
            lower,
        })
    }

    /// The same, with the names of months in lower case.
    pub fn in_lower_case(self) -> DateFormat {
        DateFormat {
            lower: true,
            ..self
        }
    }

    /// Whether the names of months in a text are written as the format has them: `Sep` or `SEP`.
    pub fn has_case(&self, text: &str) -> bool {
        let names = text.split(|c: char| !c.is_alphabetic());
        names.filter(|name| DateFormat::is_month(name)).all(|name| {
            let mut letters = name.chars();
            let first = letters.next().is_some_and(char::is_uppercase);
            let lower = name.chars().skip(1).all(char::is_lowercase);
            let upper = name.chars().skip(1).all(char::is_uppercase);
            match self.lower {
                true => !first && lower,
                false => first && (lower || upper),
            }
        })
    }

    /// As it was written: `YYYYMMDD`.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Writes a date, as far as that needs no fiscal year.
    pub fn write(&self, date: Date) -> String {
        self.write_with(date, None).unwrap_or_default()
    }

    /// Writes a date, given the fiscal quarter in which it lies; `None` where the format asks for a fiscal year that nobody declared.
    pub fn write_with(&self, date: Date, fiscal: Option<FiscalQuarter>) -> Option<String> {
        self.write_parts(&self.variants[0], date, fiscal)
    }

    /// Every way in which a date is right; the first is the one to write.
    pub fn spellings(&self, date: Date, fiscal: Option<FiscalQuarter>) -> Vec<String> {
        let variants = self.variants.iter();
        variants
            .filter_map(|parts| self.write_parts(parts, date, fiscal))
            .collect()
    }

    fn write_parts(
        &self,
        parts: &[DatePart],
        date: Date,
        fiscal: Option<FiscalQuarter>,
    ) -> Option<String> {
        let mut text = String::new();
        // Beside a calendar year stands a calendar quarter.
        let has_year = parts
            .iter()
            .any(|part| matches!(part, DatePart::Year | DatePart::ShortYear | DatePart::Month));
        let quarter = match fiscal.filter(|_| !has_year) {
            Some((_, quarter)) => quarter,
            None => (date.month() - 1) / 3 + 1,
        };
        let month = MONTHS[usize::from(date.month().unsigned_abs()).saturating_sub(1) % 12];
        let month = match self.lower {
            true => month.to_lowercase(),
            false => month.to_string(),
        };
        for part in parts {
            // Writing to a text never fails.
            let _ = match part {
                DatePart::Year => write!(text, "{:04}", date.year()),
                DatePart::ShortYear => write!(text, "{:02}", date.year().rem_euclid(100)),
                DatePart::Month => write!(text, "{:02}", date.month()),
                DatePart::ShortMonth => write!(text, "{}", date.month()),
                DatePart::MonthName => write!(text, "{}", &month[..3]),
                DatePart::LongMonthName => write!(text, "{month}"),
                DatePart::Day => write!(text, "{:02}", date.day()),
                DatePart::ShortDay => write!(text, "{}", date.day()),
                DatePart::FiscalYear | DatePart::LongFiscalYear => {
                    let (year, _) = fiscal?;
                    match part {
                        DatePart::FiscalYear => write!(text, "FY{:02}", year.rem_euclid(100)),
                        _ => write!(text, "FY{year:04}"),
                    }
                }
                DatePart::Quarter => write!(text, "Q{quarter}"),
                DatePart::Sign(sign) => write!(text, "{sign}"),
            };
        }
        Some(text)
    }

    /// Whether a text has the digits and signs of this format; whether there is such a day is another
    /// question.
    pub fn has_shape(&self, text: &str) -> bool {
        self.variants
            .iter()
            .any(|parts| fields(parts, text).is_some())
    }

    /// What a text is to this format.
    pub fn read(&self, text: &str) -> DateReading {
        let fields = self.variants.iter().find_map(|parts| fields(parts, text));
        match fields {
            None => DateReading::Other,
            Some(fields) => match fields.problem() {
                None => DateReading::Real,
                Some(problem) => DateReading::NotReal(problem),
            },
        }
    }

    /// The day that a text names, where the format names a whole day.
    pub fn day(&self, text: &str) -> Option<Date> {
        let fields = self.variants.iter().find_map(|parts| fields(parts, text))?;
        let year = i16::try_from(fields.full_year()?).ok()?;
        let (month, day) = (
            i8::try_from(fields.month?).ok()?,
            i8::try_from(fields.day?).ok()?,
        );
        Date::new(year, month, day).ok()
    }

    /// The same day in this format, where a text names one in another of the usual formats.
    pub fn rewritten(&self, text: &str) -> Option<String> {
        const USUAL: [&str; 6] = [
            "YYYYMMDD",
            "YYYY-MM-DD",
            "YYYY_MM_DD",
            "YYYY.MM.DD",
            "YYYY/MM/DD",
            "YYYY MM DD",
        ];
        let day = USUAL.iter().find_map(|format| {
            let format = DateFormat::parse(format)?;
            (format.read(text) == DateReading::Real)
                .then(|| format.day(text))
                .flatten()
        })?;
        self.write_with(day, None)
    }

    /// Whether it names a year, a month and a day, so that one day alone is meant.
    pub fn is_whole_day(&self) -> bool {
        let has = |wanted: &[DatePart]| self.variants[0].iter().any(|part| wanted.contains(part));
        has(&[DatePart::Year, DatePart::ShortYear]) && has(&[DatePart::Day, DatePart::ShortDay])
    }

    /// Whether a sign stands in it.
    pub(super) fn holds(&self, c: char) -> bool {
        self.variants[0].contains(&DatePart::Sign(c))
    }

    /// Whether a word is the name of a month, or the beginning of one.
    pub(super) fn is_month(word: &str) -> bool {
        let begins = |month: &str| {
            let part = month.get(..word.len());
            part.is_some_and(|part| part.eq_ignore_ascii_case(word))
        };
        word.len() >= 3 && MONTHS.iter().any(|month| begins(month))
    }

    /// How many digits a date of this format has.
    pub(super) fn digits(&self) -> usize {
        let parts = self.variants[0].iter();
        parts
            .map(|part| match part {
                DatePart::Year | DatePart::LongFiscalYear => 4,
                DatePart::ShortMonth | DatePart::ShortDay | DatePart::Quarter => 1,
                DatePart::ShortYear | DatePart::Month | DatePart::Day | DatePart::FiscalYear => 2,
                DatePart::MonthName | DatePart::LongMonthName | DatePart::Sign(_) => 0,
            })
            .sum()
    }
}

fn parts(text: &str) -> Option<Vec<DatePart>> {
    let mut parts = Vec::new();
    let mut rest = text;
    while let Some(next) = rest.chars().next() {
        match PARTS.iter().find(|(word, _)| rest.starts_with(word)) {
            Some((word, part)) => {
                parts.push(*part);
                rest = &rest[word.len()..];
            }
            None if !next.is_alphanumeric() => {
                parts.push(DatePart::Sign(next));
                rest = &rest[next.len_utf8()..];
            }
            None => return None,
        }
    }
    let has_date = parts.iter().any(|part| !matches!(part, DatePart::Sign(_)));
    has_date.then_some(parts)
}

/// The numbers that a text gives for the parts of a format.
#[derive(Clone, Copy, Default, Debug)]
struct Fields {
    year: Option<u32>,
    short_year: Option<u32>,
    month: Option<u32>,
    day: Option<u32>,
    quarter: Option<u32>,
}

fn fields(parts: &[DatePart], text: &str) -> Option<Fields> {
    let mut fields = Fields::default();
    let rest = parts.iter().try_fold(text, |rest, part| {
        Some(match part {
            DatePart::Sign(sign) => rest.strip_prefix(*sign)?,
            DatePart::Year => number(rest, 4, 4, &mut fields.year)?,
            DatePart::ShortYear => number(rest, 2, 2, &mut fields.short_year)?,
            DatePart::Month => number(rest, 2, 2, &mut fields.month)?,
            DatePart::ShortMonth => number(rest, 1, 2, &mut fields.month)?,
            DatePart::Day => number(rest, 2, 2, &mut fields.day)?,
            DatePart::ShortDay => number(rest, 1, 2, &mut fields.day)?,
            DatePart::Quarter => number(rest.strip_prefix('Q')?, 1, 1, &mut fields.quarter)?,
            DatePart::FiscalYear => number(rest.strip_prefix("FY")?, 2, 2, &mut None)?,
            DatePart::LongFiscalYear => {
                let mut year = None;
                let behind = number(rest.strip_prefix("FY")?, 4, 4, &mut year)?;
                fields.year = fields.year.or(year);
                behind
            }
            DatePart::MonthName | DatePart::LongMonthName => {
                let length = |month: &str| match part {
                    DatePart::MonthName => 3,
                    _ => month.len(),
                };
                let month = MONTHS.iter().position(|month| {
                    rest.get(..length(month))
                        .is_some_and(|text| text.eq_ignore_ascii_case(&month[..length(month)]))
                })?;
                fields.month = Some(month as u32 + 1);
                &rest[length(MONTHS[month])..]
            }
        })
    })?;
    rest.is_empty().then_some(fields)
}

/// Takes a number of so many digits off the front of a text, as many as there are.
fn number<'t>(text: &'t str, least: usize, most: usize, into: &mut Option<u32>) -> Option<&'t str> {
    let digits = text
        .bytes()
        .take(most)
        .take_while(u8::is_ascii_digit)
        .count();
    if digits < least {
        return None;
    }
    let (number, rest) = text.split_at_checked(digits)?;
    *into = number.parse().ok();
    Some(rest)
}

impl Fields {
    fn full_year(self) -> Option<u32> {
        self.year.or(self.short_year.map(|year| 2000 + year))
    }

    /// What is wrong with them.
    fn problem(self) -> Option<String> {
        if let Some(year) = self.year
            && !(1900..2100).contains(&year)
        {
            return Some(format!("{year:04} is no year for a campaign."));
        }
        if let Some(quarter) = self.quarter
            && !(1..=4).contains(&quarter)
        {
            return Some(format!("There is no quarter {quarter}."));
        }
        if let Some(month) = self.month
            && !(1..=12).contains(&month)
        {
            return Some(format!("There is no month {month:02}."));
        }
        let day = self.day?;
        // Without a year, the 29th of February may be meant.
        let year = self
            .full_year()
            .and_then(|year| i16::try_from(year).ok())
            .unwrap_or(2000);
        let month = self.month.unwrap_or(1);
        let is_real = i8::try_from(day)
            .ok()
            .zip(i8::try_from(month).ok())
            .is_some_and(|(day, month)| Date::new(year, month, day).is_ok());
        if is_real {
            return None;
        }
        let month = MONTHS
            .get(month as usize - 1)
            .filter(|_| self.month.is_some());
        Some(match (month, self.full_year()) {
            (Some(month), Some(year)) => format!("There is no day {day:02} in {month} {year}."),
            (Some(month), None) => format!("There is no day {day:02} in {month}."),
            _ => format!("There is no day {day:02}."),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_is_written_as_the_format_says() {
        let date = jiff::civil::date(2026, 12, 3);
        for (format, text) in [
            ("YYYYMMDD", "20261203"),
            ("YYYY_MM_DD", "2026_12_03"),
            ("DD.MM.YY", "03.12.26"),
            ("YYYY", "2026"),
            ("YYYY-MMM", "2026-Dec"),
            ("D MMMM YYYY", "3 December 2026"),
            ("YYYYQ", "2026Q4"),
            ("YYYY-MM[-DD]", "2026-12-03"),
        ] {
            let format = DateFormat::parse(format).expect(format);
            assert_eq!(format.write(date), text);
            assert_eq!(format.read(text), DateReading::Real);
            assert!(format.has_shape(text));
            assert!(!format.has_shape("2026-12-3"));
        }
    }

    #[test]
    fn a_fiscal_year_has_its_own_quarters() {
        let format = DateFormat::parse("FY00_Q0").expect("a format");
        let date = jiff::civil::date(2026, 12, 3);
        let written = format.write_with(date, Some((2027, 4)));
        assert_eq!(written.as_deref(), Some("FY27_Q4"));
        let calendar = DateFormat::parse("YYYYQ").expect("a format");
        assert_eq!(
            calendar.write_with(date, Some((2027, 3))).as_deref(),
            Some("2026Q4")
        );
        assert_eq!(format.write_with(jiff::civil::date(2026, 1, 1), None), None);
        assert_eq!(format.read("FY27_Q4"), DateReading::Real);
        assert_eq!(format.read("FY27Q4"), DateReading::Other);
    }

    #[test]
    fn a_day_that_does_not_exist_is_told_apart_from_other_texts() {
        let read = |format: &str, text: &str| DateFormat::parse(format).expect(format).read(text);
        let not_real = |problem: &str| DateReading::NotReal(problem.to_string());
        assert_eq!(
            read("YYYYMMDD", "20261303"),
            not_real("There is no month 13.")
        );
        assert_eq!(
            read("YYYYMMDD", "20260230"),
            not_real("There is no day 30 in February 2026.")
        );
        assert_eq!(
            read("YYYYMMDD", "03122026"),
            not_real("0312 is no year for a campaign.")
        );
        assert_eq!(read("YYYYMMDD", "2026123"), DateReading::Other);
        assert_eq!(
            read("FYYY-Q", "FY27-Q5"),
            not_real("There is no quarter 5.")
        );
        assert_eq!(read("YYYY-MM[-DD]", "2026-12"), DateReading::Real);
        assert_eq!(read("YYYY[-MM[-DD]]", "2026"), DateReading::Real);
        assert_eq!(DateFormat::parse("YYYY[-MM[-DD]"), None);
        assert_eq!(read("YYYYMMDD", "2026-12-03"), DateReading::Other);
    }

    #[test]
    fn other_letters_are_no_format() {
        for text in ["", "_", "yyyy", "YYYYMMDDTHH", "Y"] {
            assert_eq!(DateFormat::parse(text), None, "{text}");
        }
    }
}
