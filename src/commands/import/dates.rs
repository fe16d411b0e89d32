//! Days as people and tools write them. What `3/4/2026` means is decided from the column as a whole;
//! where the column doesn't say it, nothing is decided.

use jiff::civil::Date;

/// The shape in which a day is written, so that a column that mixes them can be told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Shape {
    /// `2026-12-03`, also with a time.
    YearFirst,
    /// `20261203`.
    Compact,
    /// `12/3/2026`, `3.12.2026`, `3-12-26`.
    Numbers,
    /// `3 Dec 2026`, `December 3, 2026`.
    Words,
    /// `46359`: days since 1899-12-30, as spreadsheets store them.
    Serial,
}

impl Shape {
    /// What it is called in a report.
    pub(super) fn shown(self) -> &'static str {
        match self {
            Shape::YearFirst => "year first, as 2026-12-03",
            Shape::Compact => "without signs, as 20261203",
            Shape::Numbers => "numbers with signs, as 12/3/2026",
            Shape::Words => "the month in letters, as 3 Dec 2026",
            Shape::Serial => "a spreadsheet's day number, as 46359",
        }
    }
}

/// What a cell says by itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Look {
    /// Nothing, or a word for "not settled yet".
    Open,
    /// One day.
    Day(Date, Shape),
    /// From one day to another.
    Range(Date, Date, Shape),
    /// Two numbers of which each may be the month; the year.
    Either(i8, i8, i16),
    /// Two numbers of which only one can be the month: the day, whether the day stands first.
    Certain(Date, bool),
    /// No day.
    Unreadable,
}

/// Which of two numbers is the day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Order {
    /// Every day that tells has the day first, or the user says so.
    DayFirst,
    /// Every day that tells, or nearly, has the month first, or the user says so.
    MonthFirst,
    /// Some have the one first, some the other.
    Mixed,
    /// No day tells.
    Unknown,
}

/// How many days of a column can have only the day or only the month first.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Evidence {
    pub(super) day_first: usize,
    pub(super) month_first: usize,
    pub(super) either: usize,
}

impl Evidence {
    pub(super) fn see(&mut self, look: &Look) {
        match look {
            Look::Certain(_, true) => self.day_first += 1,
            Look::Certain(_, false) => self.month_first += 1,
            Look::Either(..) => self.either += 1,
            _ => {}
        }
    }

    pub(super) fn add(&mut self, other: Evidence) {
        self.day_first += other.day_first;
        self.month_first += other.month_first;
        self.either += other.either;
    }

    /// A few strays among many do not make a column mixed: they are the mistake.
    pub(super) fn order(self) -> Order {
        const MANY: usize = 9;
        match (self.day_first, self.month_first) {
            (0, 0) => Order::Unknown,
            (day, month) if day >= month * MANY && day > 0 => Order::DayFirst,
            (day, month) if month >= day * MANY => Order::MonthFirst,
            _ => Order::Mixed,
        }
    }
}

/// A day of a column, once the order of its numbers is known.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Told {
    /// Nothing is said.
    Open,
    /// One day, or the first and the last.
    Day(Date, Option<Date>, Shape),
    /// It can't be read, and why.
    Unclear(&'static str),
}

impl Look {
    /// Reads it in a column with this order.
    pub(super) fn told(&self, order: Order) -> Told {
        match *self {
            Look::Open => Told::Open,
            Look::Day(day, shape) => Told::Day(day, None, shape),
            Look::Range(first, last, shape) => Told::Day(first, Some(last), shape),
            Look::Unreadable => Told::Unclear("it is not a day"),
            Look::Certain(day, day_first) => match (order, day_first) {
                (Order::DayFirst, false) => {
                    Told::Unclear("it has the month first, the column the day")
                }
                (Order::MonthFirst, true) => {
                    Told::Unclear("it has the day first, the column the month")
                }
                _ => Told::Day(day, None, Shape::Numbers),
            },
            Look::Either(first, second, year) => {
                let (day, month) = match order {
                    Order::DayFirst => (first, second),
                    Order::MonthFirst => (second, first),
                    _ => return Told::Unclear("day and month can be swapped"),
                };
                match Date::new(year, month, day) {
                    Ok(date) => Told::Day(date, None, Shape::Numbers),
                    Err(_) => Told::Unclear("it is not a day"),
                }
            }
        }
    }
}

/// Months by how they begin; English, German, French, Spanish, Italian and Dutch where they differ.
const MONTHS: [&[&str]; 12] = [
    &["jan", "ene", "gen", "jän"],
    &["feb", "fév", "fev"],
    &["mar", "mär", "maa", "mrz"],
    &["apr", "avr", "abr"],
    &["may", "mai", "mei", "mag", "mayo"],
    &["jun", "juin", "giu"],
    &["jul", "juil", "lug"],
    &["aug", "aoû", "aou", "ago"],
    &["sep", "set"],
    &["oct", "okt", "ott"],
    &["nov"],
    &["dec", "dez", "déc", "dic"],
];

/// What people write where a day is still to be settled.
const OPEN: &[&str] = &[
    "",
    "-",
    "--",
    "—",
    "–",
    "?",
    "tbd",
    "tbc",
    "tba",
    "n/a",
    "na",
    "none",
    "null",
    "#n/a",
    "not set",
    "unknown",
    "ongoing",
    "evergreen",
    "always on",
    "open",
    "offen",
];

/// Whether a cell says that something is not settled or doesn't apply.
pub(super) fn is_open(text: &str) -> bool {
    OPEN.contains(&text.trim().to_lowercase().as_str())
}

/// Reads a cell.
pub(super) fn look(text: &str) -> Look {
    let text = text.trim();
    if is_open(text) {
        return Look::Open;
    }
    // No day is longer, not even a range with weekdays and times of day.
    if text.len() > 120 {
        return Look::Unreadable;
    }
    if let Some(look) = one(text) {
        return look;
    }
    for between in [
        " - ", " – ", " — ", " to ", " bis ", " until ", "–", "—", " / ",
    ] {
        let Some((first, last)) = text.split_once(between) else {
            continue;
        };
        if let (Some(Look::Day(first, shape)), Some(Look::Day(last, _))) =
            (one(first.trim()), one(last.trim()))
        {
            return Look::Range(first, last, shape);
        }
    }
    range_in_numbers(text)
        .or_else(|| words(text))
        .unwrap_or(Look::Unreadable)
}

/// Days of which the first says less than the last, or the other way round: `23-25/01/2024`,
/// `15.03. - 17.03.2026`, `10/13-15/2020`, `2013.3.15-16`.
fn range_in_numbers(text: &str) -> Option<Look> {
    let mut halves = text.split(['-', '–', '—']);
    let (Some(left), Some(right), None) = (halves.next(), halves.next(), halves.next()) else {
        return None;
    };
    let points = text.contains('.') && !text.contains('/');
    let numbers = |half: &str| -> Option<Vec<i16>> {
        let half = half.trim().trim_end_matches('.');
        let parts = half.split(['/', '.']).map(str::trim);
        parts
            .map(|part| {
                let all_digits = !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
                (all_digits && part.len() <= 4).then(|| part.parse().ok())?
            })
            .collect()
    };
    let (left, right) = (numbers(left)?, numbers(right)?);
    let is_year = |number: i16| (1950..2150).contains(&number);
    let (year, from, to, shape) = match (&left[..], &right[..]) {
        ([first], [last, month, year]) if is_year(*year) => {
            (*year, (*month, *first), (*month, *last), Shape::Numbers)
        }
        ([month, first], [last, year]) if is_year(*year) => {
            (*year, (*month, *first), (*month, *last), Shape::Numbers)
        }
        ([a, b], [c, d, year]) if is_year(*year) => {
            let day_first = points || *a > 12 || *c > 12;
            if !day_first && *b <= 12 && *d <= 12 {
                return None;
            }
            match day_first {
                true => (*year, (*b, *a), (*d, *c), Shape::Numbers),
                false => (*year, (*a, *b), (*c, *d), Shape::Numbers),
            }
        }
        ([year, month, first], [last]) if is_year(*year) => {
            (*year, (*month, *first), (*month, *last), Shape::YearFirst)
        }
        ([year, month, first], [other, last]) if is_year(*year) => {
            (*year, (*month, *first), (*other, *last), Shape::YearFirst)
        }
        _ => return None,
    };
    let day = |(month, day): (i16, i16)| {
        Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
    };
    let (first, last) = (day(from)?, day(to)?);
    (first <= last).then_some(Look::Range(first, last, shape))
}

/// One day in numbers.
fn one(text: &str) -> Option<Look> {
    let bare = without_time(text);
    if let Ok(day) = crate::model::values::parse_date(bare) {
        return Some(Look::Day(day, Shape::YearFirst));
    }
    if bare.bytes().all(|b| b.is_ascii_digit()) {
        return match bare.len() {
            8 => {
                let number = |range: std::ops::Range<usize>| bare[range].parse::<i16>().ok();
                let day =
                    Date::new(number(0..4)?, number(4..6)? as i8, number(6..8)? as i8).ok()?;
                (1950..2150)
                    .contains(&day.year())
                    .then_some(Look::Day(day, Shape::Compact))
            }
            5 => {
                let serial: i32 = bare.parse().ok()?;
                let day = Date::constant(1899, 12, 30)
                    .checked_add(jiff::Span::new().days(serial))
                    .ok()?;
                (1990..2100)
                    .contains(&day.year())
                    .then_some(Look::Day(day, Shape::Serial))
            }
            _ => None,
        };
    }
    let parts: Vec<&str> = bare
        .split(['/', '-', '.', ' '])
        .filter(|part| !part.is_empty())
        .collect();
    let [first, second, third] = parts[..] else {
        return words_of_one_day(text);
    };
    let all_digits = |part: &str| part.len() <= 4 && part.bytes().all(|b| b.is_ascii_digit());
    if ![first, second, third].into_iter().all(all_digits) {
        return words_of_one_day(text);
    }
    let number = |part: &str| part.parse::<i16>().unwrap_or_default();
    if first.len() == 4 {
        let day = Date::new(number(first), small(second)?, small(third)?).ok();
        return Some(day.map_or(Look::Unreadable, |day| Look::Day(day, Shape::YearFirst)));
    }
    let year = match third.len() {
        4 => number(third),
        2 => 2000 + number(third),
        _ => return Some(Look::Unreadable),
    };
    let (a, b) = (small(first)?, small(second)?);
    // With points the day stands first wherever points are used.
    let points = bare.contains('.') && !bare.contains(['/', '-']);
    let certain = |day: i8, month: i8, day_first: bool| match Date::new(year, month, day) {
        Ok(date) if points && day_first => Look::Day(date, Shape::Numbers),
        Ok(date) => Look::Certain(date, day_first),
        Err(_) => Look::Unreadable,
    };
    Some(match (a, b) {
        (1..=31, 1..=12) if points => certain(a, b, true),
        (13..=31, 1..=12) => certain(a, b, true),
        (1..=12, 13..=31) => certain(b, a, false),
        // The 4th of April is the 4th of April.
        (1..=12, 1..=12) if a == b => {
            Date::new(year, a, b).map_or(Look::Unreadable, |day| Look::Day(day, Shape::Numbers))
        }
        (1..=12, 1..=12) => Look::Either(a, b, year),
        _ => Look::Unreadable,
    })
}

fn small(part: &str) -> Option<i8> {
    part.parse().ok()
}

/// `2026-12-03T10:00:00Z`, `12/3/2026, 10:00 AM`: the part that says the day.
fn without_time(text: &str) -> &str {
    let text = match text.find(':') {
        Some(colon) => {
            let hour = text[..colon].trim_end_matches(|c: char| c.is_ascii_digit());
            hour.trim_end_matches(['T', 't', ' ', ',', '@'])
        }
        None => text,
    };
    text.trim_end_matches([',', ' ', 'Z'])
}

fn words_of_one_day(text: &str) -> Option<Look> {
    match words(text)? {
        look @ Look::Day(..) => Some(look),
        _ => None,
    }
}

/// Days with the month in letters: `Thu, Dec 3rd, 2026`, `October 10-12, 2019`, `30 Oct - 2 Nov 2019`.
fn words(text: &str) -> Option<Look> {
    let mut months: Vec<i8> = Vec::new();
    let mut days: Vec<i8> = Vec::new();
    let mut years: Vec<i16> = Vec::new();
    let mut spaced = String::with_capacity(text.len());
    for word in text.split_whitespace().filter(|word| !word.contains(':')) {
        spaced.push_str(word);
        spaced.push(' ');
    }
    let tokens = spaced
        .split(|c: char| !c.is_alphanumeric() && c != '\'')
        .filter(|t| !t.is_empty());
    for token in tokens {
        let lower = token.to_lowercase();
        let digits: String = lower
            .trim_start_matches('\'')
            .chars()
            .take_while(char::is_ascii_digit)
            .collect();
        let tail = lower
            .trim_start_matches('\'')
            .trim_start_matches(|c: char| c.is_ascii_digit());
        if digits.is_empty() {
            if let Some(month) = month(&lower) {
                months.push(month);
            } else if !is_filler(&lower) {
                return None;
            }
            continue;
        }
        match (digits.len(), tail) {
            (4, "") => years.push(digits.parse().ok()?),
            (2, "") if lower.starts_with('\'') => years.push(2000 + digits.parse::<i16>().ok()?),
            (1 | 2, "" | "st" | "nd" | "rd" | "th" | "er" | "º") => {
                days.push(digits.parse().ok()?)
            }
            (1 | 2, "am" | "pm" | "h") => {}
            _ => return None,
        }
    }
    // `3-Dec-26`: the last of two numbers is the year.
    if years.is_empty()
        && months.len() == 1
        && days.len() == 2
        && !text.trim_start().starts_with(char::is_alphabetic)
    {
        years.push(2000 + i16::from(days.pop()?));
    }
    let at = |list: &[i8], index: usize| list.get(index).or(list.first()).copied();
    let first = Date::new(*years.first()?, at(&months, 0)?, at(&days, 0)?).ok();
    match (months.len(), days.len(), years.len()) {
        (1, 1, 1) => Some(first.map_or(Look::Unreadable, |day| Look::Day(day, Shape::Words))),
        (1 | 2, 2, 1 | 2) => {
            let last = Date::new(*years.last()?, at(&months, 1)?, at(&days, 1)?).ok();
            let first = match (first, last) {
                // `30 Dec - 2 Jan 2027` names the year of the last day only.
                (Some(a), Some(b)) if a > b && years.len() == 1 && months.len() == 2 => {
                    Date::new(a.year() - 1, a.month(), a.day()).ok()
                }
                (first, _) => first,
            };
            Some(match (first, last) {
                (Some(first), Some(last)) => Look::Range(first, last, Shape::Words),
                _ => Look::Unreadable,
            })
        }
        _ => None,
    }
}

fn month(word: &str) -> Option<i8> {
    if word.chars().count() < 3 {
        return None;
    }
    // `juillet` begins as `juin` doesn't; `mart` (Tuesday, in Spanish) must not be March.
    let weekdays = ["mart", "mardi", "mer", "mié", "don", "son", "sam"];
    if weekdays.iter().any(|day| word.starts_with(day)) {
        return None;
    }
    let found = MONTHS
        .iter()
        .position(|names| names.iter().any(|name| word.starts_with(name)))?;
    Some(found as i8 + 1)
}

/// Words that stand around a day and say nothing about it.
fn is_filler(word: &str) -> bool {
    const FILLERS: &[&str] = &[
        "the", "of", "on", "at", "to", "and", "de", "del", "am", "pm", "der", "den", "le", "bis",
        "until", "from", "utc", "gmt", "pst", "pdt", "est", "edt", "cet", "cest", "bst", "pt",
        "et", "t",
    ];
    const WEEKDAYS: &[&str] = &[
        "mon", "tue", "wed", "thu", "fri", "sat", "sun", "die", "mit", "don", "fre", "sam", "son",
        "lun", "mar", "mer", "jeu", "ven", "dim", "mie", "mié", "jue", "vie", "sáb", "sab", "dom",
        "gio",
    ];
    FILLERS.contains(&word)
        || WEEKDAYS.iter().any(|day| word.starts_with(day))
        || matches!(word, "mo" | "di" | "mi" | "do" | "fr" | "sa" | "so")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> String {
        match look(text) {
            Look::Day(day, _) => day.to_string(),
            Look::Range(first, last, _) => format!("{first}..{last}"),
            Look::Either(a, b, year) => format!("{a}|{b} {year}"),
            Look::Certain(day, true) => format!("{day} day first"),
            Look::Certain(day, false) => format!("{day} month first"),
            Look::Open => "open".into(),
            Look::Unreadable => "?".into(),
        }
    }

    #[test]
    fn ranges_in_which_one_half_says_less() {
        assert_eq!(read("23-25/01/2024"), "2024-01-23..2024-01-25");
        assert_eq!(read("15.-17.06.2026"), "2026-06-15..2026-06-17");
        assert_eq!(read("15.03. - 17.04.2026"), "2026-03-15..2026-04-17");
        assert_eq!(read("10/13-15/2020"), "2020-10-13..2020-10-15");
        assert_eq!(read("10/30-11/15/2020"), "2020-10-30..2020-11-15");
        assert_eq!(read("2013.3.15-16"), "2013-03-15..2013-03-16");
        assert_eq!(read("2013/3/15 – 4/2"), "2013-03-15..2013-04-02");
        assert_eq!(read("3/4-5/6/2026"), "?");
        assert_eq!(read("25-23/01/2024"), "?");
        assert_eq!(read("1-2"), "?");
    }

    #[test]
    fn days_in_many_shapes() {
        for (text, expected) in [
            ("2026-12-03", "2026-12-03"),
            ("2026/12/3", "2026-12-03"),
            ("2026-12-03T10:00:00.000+0000", "2026-12-03"),
            ("2026-12-03 10:00", "2026-12-03"),
            ("20261203", "2026-12-03"),
            ("46359", "2026-12-03"),
            ("13/2/2026", "2026-02-13 day first"),
            ("2/13/2026", "2026-02-13 month first"),
            ("2/13/26, 10:00 AM", "2026-02-13 month first"),
            ("2/3/2026", "2|3 2026"),
            ("4/4/2026", "2026-04-04"),
            ("3.12.2026", "2026-12-03"),
            ("December 3, 2026", "2026-12-03"),
            ("Dec. 3rd 2026", "2026-12-03"),
            ("Thu, 3 Dec 2026 at 10:00 AM PST", "2026-12-03"),
            ("3-Dec-26", "2026-12-03"),
            ("Dec 3 '26", "2026-12-03"),
            ("3. März 2026", "2026-03-03"),
            ("3 de diciembre de 2026", "2026-12-03"),
            ("1er août 2026", "2026-08-01"),
            ("October 10-12, 2019", "2019-10-10..2019-10-12"),
            ("30 Oct - 2 Nov 2019", "2019-10-30..2019-11-02"),
            ("30 Dec - 2 Jan 2027", "2026-12-30..2027-01-02"),
            ("2026-12-03 - 2026-12-05", "2026-12-03..2026-12-05"),
            ("TBD", "open"),
            ("", "open"),
            ("2026-13-03", "?"),
            ("31.2.2026", "?"),
            ("December 2026", "?"),
            ("Q3 FY27", "?"),
            ("next spring", "?"),
            ("12/3", "?"),
            ("0", "?"),
        ] {
            assert_eq!(read(text), expected, "{text}");
        }
    }

    #[test]
    fn the_column_decides_what_a_cell_cannot() {
        let order = |cells: &[&str]| {
            let mut evidence = Evidence::default();
            cells.iter().for_each(|cell| evidence.see(&look(cell)));
            evidence.order()
        };
        assert_eq!(order(&["2/13/2026", "3/4/2026"]), Order::MonthFirst);
        assert_eq!(order(&["13/2/2026"]), Order::DayFirst);
        assert_eq!(order(&["13/2/2026", "2/13/2026"]), Order::Mixed);
        assert_eq!(order(&["3/4/2026", "2026-01-01"]), Order::Unknown);
        let mut many = vec!["2/13/2026"; 30];
        many.push("13/2/2026");
        assert_eq!(order(&many), Order::MonthFirst);
        assert!(matches!(
            look("13/2/2026").told(Order::MonthFirst),
            Told::Unclear(_)
        ));
        assert!(matches!(
            look("3/4/2026").told(Order::Mixed),
            Told::Unclear(_)
        ));
        assert!(matches!(
            look("4/4/2026").told(Order::Unknown),
            Told::Day(..)
        ));
    }
}
