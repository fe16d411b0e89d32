//! Words for a period in which a date lies, as folders and names use them: `2026`, `2026-12`, `fy27-q4`.

use jiff::civil::Date;

/// The fiscal year and quarter of a day, where the team has fiscal years.
pub(super) type Fiscal<'f> = &'f dyn Fn(Date) -> Option<(i16, i8)>;

/// The words for the periods of a date, always in the same order.
fn words(date: Date, fiscal: Fiscal<'_>) -> Vec<String> {
    let (year, month) = (date.year(), date.month());
    let quarter = (month - 1) / 3 + 1;
    let (fiscal_year, fiscal_quarter) = fiscal(date).unwrap_or((year, quarter));
    let mut words = Vec::new();
    for (year, quarter) in [(fiscal_year, fiscal_quarter), (year, quarter)] {
        let short = year.rem_euclid(100);
        for sign in ["-", "_", "", " ", "/"] {
            words.push(format!("fy{short:02}{sign}q{quarter}"));
            words.push(format!("fy{year}{sign}q{quarter}"));
            words.push(format!("{year}{sign}q{quarter}"));
            words.push(format!("q{quarter}{sign}{year}"));
            words.push(format!("q{quarter}{sign}fy{short:02}"));
        }
        words.push(format!("fy{short:02}"));
        words.push(format!("fy{year}"));
        words.push(format!("q{quarter}"));
    }
    for sign in ["-", "_", "", "."] {
        words.push(format!("{year}{sign}{month:02}"));
    }
    words.push(format!("{year}"));
    words
}

/// The word for the same kind of period around another date; `None` for a word that is no period of
/// the old date.
pub(super) fn moved(word: &str, old: Date, new: Date, fiscal: Fiscal<'_>) -> Option<String> {
    let lower = word.to_lowercase();
    let old = words(old, fiscal);
    let number = old.iter().position(|own| *own == lower)?;
    let moved = words(new, fiscal).swap_remove(number);
    let is_upper = word.chars().any(char::is_alphabetic) && !word.contains(char::is_lowercase);
    Some(match is_upper {
        true => moved.to_uppercase(),
        false => moved,
    })
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::moved;

    #[test]
    fn a_period_moves_with_its_date() {
        let (old, new) = (date(2026, 12, 3), date(2027, 3, 18));
        // A year that begins in February and is called after the one in which it ends.
        let from_february = |day: jiff::civil::Date| {
            let month = i16::from(day.month()) - 2;
            let later = i16::from(month >= 0);
            Some((day.year() + later, (month.rem_euclid(12) / 3 + 1) as i8))
        };
        let none = |_| None;
        for (word, has_fiscal, expected) in [
            ("fy27-q4", true, "fy28-q1"),
            ("FY27-Q4", true, "FY28-Q1"),
            ("2026", false, "2027"),
            ("2026-12", false, "2027-03"),
            ("2026-q4", false, "2027-q1"),
            ("q4", false, "q1"),
        ] {
            let moved = match has_fiscal {
                true => moved(word, old, new, &from_february),
                false => moved(word, old, new, &none),
            };
            assert_eq!(moved.as_deref(), Some(expected), "{word}");
        }
        assert_eq!(moved("webcasts", old, new, &none), None);
        assert_eq!(moved("2025", old, new, &none), None);
    }
}
