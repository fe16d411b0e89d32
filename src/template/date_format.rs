//! How a date is written: `YYYYMMDD`, `YYYY_MM_DD`.

use jiff::civil::Date;

/// The format of a date in a template.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct DateFormat {
    parts: Vec<DatePart>,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum DatePart {
    /// `YYYY`
    Year,
    /// `YY`: the last two digits.
    ShortYear,
    /// `MM`
    Month,
    /// `DD`
    Day,
    Sign(char),
}

impl DateFormat {
    /// Reads a format; `None` when it holds anything but `YYYY`, `YY`, `MM`, `DD` and signs, or no
    /// year, month or day at all.
    pub fn parse(text: &str) -> Option<DateFormat> {
        let mut parts = Vec::new();
        let mut rest = text;
        while let Some(next) = rest.chars().next() {
            let words = [
                ("YYYY", DatePart::Year),
                ("YY", DatePart::ShortYear),
                ("MM", DatePart::Month),
                ("DD", DatePart::Day),
            ];
            let word = words.iter().find(|(word, _)| rest.starts_with(word));
            match word {
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
        has_date.then_some(DateFormat { parts })
    }

    /// Writes a date.
    pub fn write(&self, date: Date) -> String {
        let mut text = String::new();
        for part in &self.parts {
            match part {
                DatePart::Year => text.push_str(&format!("{:04}", date.year())),
                DatePart::ShortYear => text.push_str(&format!("{:02}", date.year() % 100)),
                DatePart::Month => text.push_str(&format!("{:02}", date.month())),
                DatePart::Day => text.push_str(&format!("{:02}", date.day())),
                DatePart::Sign(sign) => text.push(*sign),
            }
        }
        text
    }

    /// Whether a text has the digits and signs of this format; whether there is such a day is another
    /// question.
    pub fn has_shape(&self, text: &str) -> bool {
        let mut rest = text;
        for part in &self.parts {
            let digits = match part {
                DatePart::Year => 4,
                DatePart::ShortYear | DatePart::Month | DatePart::Day => 2,
                DatePart::Sign(sign) => match rest.strip_prefix(*sign) {
                    Some(behind) => {
                        rest = behind;
                        continue;
                    }
                    None => return false,
                },
            };
            let Some((number, behind)) = rest.split_at_checked(digits) else {
                return false;
            };
            if !number.bytes().all(|byte| byte.is_ascii_digit()) {
                return false;
            }
            rest = behind;
        }
        rest.is_empty()
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
        ] {
            let format = DateFormat::parse(format).expect(format);
            assert_eq!(format.write(date), text);
            assert!(format.has_shape(text));
            assert!(!format.has_shape("2026-12-3"));
        }
    }

    #[test]
    fn other_letters_are_no_format() {
        for text in ["", "_", "yyyy", "YYYYMMDDTHH", "Y"] {
            assert_eq!(DateFormat::parse(text), None, "{text}");
        }
    }
}
