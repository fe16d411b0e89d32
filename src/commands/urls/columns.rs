//! In which column of a table the links stand, and at which record its rows begin.
//!
//! Exports do not begin with their header: analytics tools put comment lines above it, advertising
//! tools a title and a date. So the first records are looked at together.

use super::input::InputError;
use crate::commands::table::{delimiter_of, is_blank, normal, position, records};

/// Names that say that a column holds links, the most telling first.
const LINK_COLUMNS: [&str; 22] = [
    "url",
    "link",
    "urls",
    "links",
    "tracked url",
    "tracked link",
    "tracking url",
    "final url",
    "final urls",
    "destination url",
    "landing page url",
    "landing page",
    "page location",
    "full page url",
    "page url",
    "full url",
    "target url",
    "click url",
    "link url",
    "website url",
    "expanded landing page",
    "href",
];

/// The layout of a table.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Layout {
    pub(super) delimiter: u8,
    /// How many records stand above the first row.
    pub(super) records_above: usize,
    /// How many cells the header has, or the first row.
    pub(super) cells: usize,
    /// The column with the links.
    pub(super) link: usize,
    /// What the header calls it.
    pub(super) link_name: Option<String>,
    /// The column that says where the links stand.
    pub(super) context: Option<usize>,
}

/// Looks at the beginning of a table.
pub(super) fn layout(
    head: &[u8],
    ended: bool,
    delimiter: Option<u8>,
    column: Option<&str>,
    context: Option<&str>,
) -> Result<Layout, InputError> {
    let delimiter = delimiter.unwrap_or_else(|| delimiter_of(head, ended));
    let records = records(head, ended, delimiter);
    let (header, link) = match column {
        Some(name) => named(&records, name)?,
        None => match known(&records) {
            Some(found) => found,
            None => guessed(&records)?,
        },
    };
    let names = header.map(|header| &records[header]);
    let context = match context {
        Some(name) => {
            let column = names.and_then(|cells| position(cells, name));
            Some(column.ok_or_else(|| unknown(&records, name, header))?)
        }
        None => None,
    };
    let first_row = records
        .iter()
        .position(|record| record.len() > link)
        .unwrap_or_default();
    Ok(Layout {
        delimiter,
        records_above: header.map_or(0, |header| header + 1),
        cells: records.get(header.unwrap_or(first_row)).map_or(0, Vec::len),
        link,
        link_name: names.and_then(|cells| cells.get(link)).cloned(),
        context,
    })
}

/// The record and the column of a name that was asked for.
fn named(records: &[Vec<String>], name: &str) -> Result<(Option<usize>, usize), InputError> {
    let found = records
        .iter()
        .enumerate()
        .find_map(|(record, cells)| position(cells, name).map(|column| (Some(record), column)));
    found.ok_or_else(|| unknown(records, name, None))
}

fn known(records: &[Vec<String>]) -> Option<(Option<usize>, usize)> {
    records.iter().enumerate().find_map(|(record, cells)| {
        let column = LINK_COLUMNS.iter().find_map(|name| position(cells, name))?;
        Some((Some(record), column))
    })
}

/// The first column in which most cells look like links, from the first row that has one.
fn guessed(records: &[Vec<String>]) -> Result<(Option<usize>, usize), InputError> {
    let has_link = |cells: &Vec<String>| cells.iter().any(|cell| looks_like_link(cell));
    let none = || InputError::NoLinkColumn {
        columns: columns(records, None),
    };
    let first = records.iter().position(has_link).ok_or_else(none)?;
    let rows: Vec<_> = records[first..]
        .iter()
        .filter(|cells| !is_blank(cells))
        .collect();
    let links_in = |column: usize| {
        rows.iter()
            .filter(|cells| cells.get(column).is_some_and(|cell| looks_like_link(cell)))
            .count()
    };
    let width = rows
        .iter()
        .map(|cells| cells.len())
        .max()
        .unwrap_or_default();
    let column = (0..width)
        .find(|column| links_in(*column) * 2 > rows.len())
        .ok_or_else(none)?;
    // The record above the first row is its header, when it has a name for the column.
    let header = records[..first]
        .iter()
        .rposition(|cells| cells.len() > column && !is_blank(cells));
    Ok((header, column))
}

fn looks_like_link(cell: &str) -> bool {
    let head: String = cell
        .chars()
        .take(12)
        .collect::<String>()
        .to_ascii_lowercase();
    ["http://", "https://", "http%3a", "https%3a", "//", "www."]
        .iter()
        .any(|start| head.starts_with(start))
        || (cell.contains("utm_") && cell.contains('='))
}

fn unknown(records: &[Vec<String>], name: &str, header: Option<usize>) -> InputError {
    let columns = columns(records, header);
    let wanted = normal(name);
    let nearness =
        |column: &&String| strsim::normalized_damerau_levenshtein(&normal(column), &wanted);
    let nearest = columns
        .iter()
        .max_by(|a, b| nearness(a).total_cmp(&nearness(b)));
    let suggestion = nearest.filter(|column| nearness(column) >= 0.6).cloned();
    InputError::UnknownColumn {
        name: name.to_owned(),
        suggestion,
        columns,
    }
}

/// The names of the columns: of the header, or else of the first record with the most cells.
fn columns(records: &[Vec<String>], header: Option<usize>) -> Vec<String> {
    let most = records.iter().map(Vec::len).max().unwrap_or_default();
    let header = header.or_else(|| records.iter().position(|cells| cells.len() == most));
    header
        .map(|header| records[header].clone())
        .unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(text: &str, column: Option<&str>) -> Result<(char, usize, usize), String> {
        layout(text.as_bytes(), true, None, column, None)
            .map(|layout| {
                (
                    char::from(layout.delimiter),
                    layout.records_above,
                    layout.link,
                )
            })
            .map_err(|error| error.to_string())
    }

    #[test]
    fn the_column_is_found_by_its_name() {
        assert_eq!(
            of("Campaign,Final_URL\nx,https://a.example\n", None),
            Ok((',', 1, 1))
        );
        assert_eq!(of("id;Landing page;url\n", None), Ok((';', 1, 2)));
        assert_eq!(of("a,LINK to it\n", Some("link-to it")), Ok((',', 1, 1)));
    }

    #[test]
    fn or_by_what_stands_in_it() {
        assert_eq!(
            of(
                "name,where\nx,https://a.example\ny,https://b.example\n",
                None
            ),
            Ok((',', 1, 1))
        );
        assert_eq!(
            of("https://a.example,1\nhttps://b.example,2\n", None),
            Ok((',', 0, 0))
        );
        assert_eq!(of("x\thttps://a.example?b=1,2\n", None), Ok(('\t', 0, 1)));
    }

    #[test]
    fn titles_and_comments_above_the_header_are_passed_over() {
        let analytics =
            "# ----\n# Pages, all\n# 20261001-20261031\n# ----\n\nPage location,Views\n";
        assert_eq!(of(analytics, None), Ok((',', 6, 0)));
        let advertising =
            "Landing page report\n\"1 October 2026 - 31 October 2026\"\nLanding page\tClicks\n";
        assert_eq!(of(advertising, None), Ok(('\t', 3, 0)));
    }

    #[test]
    fn a_wrong_name_gets_a_suggestion() {
        assert_eq!(
            of("Campaign,Landing page\nx,https://a.example\n", Some("landng page")),
            Err("there is no column \"landng page\"; did you mean \"Landing page\"? The columns are: Campaign, Landing page".into())
        );
        assert_eq!(
            of("a,b\n1,2\n", None),
            Err(
                "no column looks as if it held links; name it with --column. The columns are: a, b"
                    .into()
            )
        );
        assert!(of("", Some("url")).is_err());
    }
}
