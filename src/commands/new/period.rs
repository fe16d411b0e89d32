//! Words for a period in which a date lies, as folders and names use them: `2026`, `2026-12`, `fy27-q4`.

use jiff::civil::Date;

use crate::model::Kind;
use crate::workspace::Workspace;

/// The month in which the fiscal year begins; January where nothing says so.
pub(super) fn fiscal_start(workspace: &Workspace<'_>) -> i8 {
    const MONTHS: [&str; 12] = [
        "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
    ];
    let mut calendars = workspace
        .documents()
        .filter(|(_, document)| document.kind == Some(Kind::Calendar));
    let starts = calendars.find_map(|(_, document)| {
        let year = document.root.get("fiscal-year")?;
        year.get("starts")?.value()
    });
    let month = starts.and_then(|text| {
        let lower = text.trim().to_lowercase();
        MONTHS.iter().position(|month| lower.starts_with(month))
    });
    month.map_or(1, |month| month as i8 + 1)
}

/// The words for the periods of a date, always in the same order. The fiscal year is called by the
/// calendar year in which it ends.
fn words(date: Date, fiscal_start: i8) -> Vec<String> {
    let (year, month) = (date.year(), date.month());
    let later = fiscal_start > 1 && month >= fiscal_start;
    let fiscal_year = year + i16::from(later);
    let fiscal_quarter = (month - fiscal_start).rem_euclid(12) / 3 + 1;
    let quarter = (month - 1) / 3 + 1;
    let mut words = Vec::new();
    for (year, quarter) in [(fiscal_year, fiscal_quarter), (year, quarter)] {
        let short = year % 100;
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
pub(super) fn moved(word: &str, old: Date, new: Date, fiscal_start: i8) -> Option<String> {
    let lower = word.to_lowercase();
    let old = words(old, fiscal_start);
    let number = old.iter().position(|own| *own == lower)?;
    let moved = words(new, fiscal_start).swap_remove(number);
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
        for (word, start, expected) in [
            ("fy27-q4", 2, "fy28-q1"),
            ("FY27-Q4", 2, "FY28-Q1"),
            ("2026", 1, "2027"),
            ("2026-12", 1, "2027-03"),
            ("2026-q4", 1, "2027-q1"),
            ("q4", 1, "q1"),
        ] {
            assert_eq!(
                moved(word, old, new, start).as_deref(),
                Some(expected),
                "{word}"
            );
        }
        assert_eq!(moved("webcasts", old, new, 1), None);
        assert_eq!(moved("2025", old, new, 1), None);
    }
}
