//! Lists as people export them, read and written back.

use std::fs;
use std::path::Path;

use super::input::{InputError, ListReader, Options};
use super::output::{ListFile, ListWriter, OutputError, default_path};
use super::{Chunk, Problem};

fn text() -> Options {
    Options {
        keep: true,
        ..Options::default()
    }
}

fn table() -> Options {
    Options {
        table: true,
        ..text()
    }
}

/// Links and problems with their lines.
type Links = Vec<(u64, String)>;
type Problems = Vec<(u64, Problem)>;

/// All links and all problems.
fn read(list: &[u8], options: &Options) -> (Links, Problems) {
    let mut reader = ListReader::open(list, options).unwrap();
    let mut chunk = Chunk::default();
    let (mut links, mut problems) = (Vec::new(), Vec::new());
    while reader.next_chunk(&mut chunk).unwrap() {
        links.extend(chunk.rows().map(|row| (row.line, row.url.to_owned())));
        problems.extend(
            chunk
                .problems
                .iter()
                .map(|problem| (problem.line, problem.problem)),
        );
    }
    (links, problems)
}

fn links(list: &[u8], options: &Options) -> Links {
    let (links, problems) = read(list, options);
    assert_eq!(problems, []);
    links
}

/// The list written back, with each link that `correct` changes.
fn written(list: &[u8], options: &Options, correct: impl Fn(&str) -> Option<String>) -> Vec<u8> {
    let mut reader = ListReader::open(list, options).unwrap();
    let mut writer = ListWriter::new(Vec::new(), reader.form());
    let mut chunk = Chunk::default();
    while reader.next_chunk(&mut chunk).unwrap() {
        let corrected: Vec<Option<String>> = chunk.rows().map(|row| correct(row.url)).collect();
        writer
            .write_chunk(&chunk, |index| corrected[index].as_deref())
            .unwrap();
    }
    writer.finish().unwrap()
}

fn utf16(text: &str) -> Vec<u8> {
    format!("\u{feff}{text}")
        .encode_utf16()
        .flat_map(u16::to_le_bytes)
        .collect()
}

fn row(line: u64, url: &str) -> (u64, String) {
    (line, url.to_owned())
}

#[test]
fn a_text_has_one_link_a_line_with_comments_and_blank_lines() {
    let list =
        "\u{feff}# links of October\r\n\r\nhttps://a.example/?x=1,2\r\n  https://b.example \n#";
    assert_eq!(
        links(list.as_bytes(), &text()),
        [
            row(3, "https://a.example/?x=1,2"),
            row(4, "https://b.example")
        ]
    );
    assert_eq!(links(b"", &text()), []);
}

#[test]
fn an_analytics_export_begins_with_comments_and_has_totals() {
    let list = "# ---------\n# Pages and screens\n# ---------\n\nPage location,Views\n,300\n\
                https://a.example/,200\n\"https://b.example/?a=1,2\",100\n";
    assert_eq!(
        links(list.as_bytes(), &table()),
        [
            row(7, "https://a.example/"),
            row(8, "https://b.example/?a=1,2")
        ]
    );
}

#[test]
fn an_advertising_export_is_utf16_with_tabs_and_a_title() {
    let list = utf16(
        "Landing page report\r\n1 October 2026 - 31 October 2026\r\nCampaign\tLanding page\tClicks\r\n\
         Grün\thttps://a.example/?q=東京\t5\r\nTotal: Account\t --\t5\r\n",
    );
    let options = Options::new(Path::new("export.CSV"), None, None);
    assert!(options.table);
    assert_eq!(
        links(&list, &options),
        [row(4, "https://a.example/?q=東京")]
    );
    let mut reader = ListReader::open(list.as_slice(), &options).unwrap();
    assert_eq!(reader.column(), Some("Landing page"));
    let mut chunk = Chunk::default();
    assert!(reader.next_chunk(&mut chunk).unwrap());
    assert_eq!(chunk.without_link, 1);
}

#[test]
fn the_path_and_the_options_say_what_kind_of_list_it_is() {
    let of = |path: &str, delimiter, column| {
        let options = Options::new(Path::new(path), delimiter, column);
        (options.table, options.delimiter)
    };
    assert_eq!(of("a.txt", None, None), (false, None));
    assert_eq!(of("-", None, None), (false, None));
    assert_eq!(of("-", None, Some("url")), (true, None));
    assert_eq!(of("a.csv", None, None), (true, None));
    assert_eq!(of("a.tsv", None, None), (true, Some(b'\t')));
    assert_eq!(of("a.txt", Some(b'|'), None), (true, Some(b'|')));
}

#[test]
fn the_context_column_tells_links_in_markup() {
    let list = "url,found in\nhttps://a.example,index.html\nhttps://b.example,app/main.rs\n\
                https://c.example,Markup\nhttps://d.example,text\n";
    let options = Options {
        context_column: Some("Found in".into()),
        ..table()
    };
    let mut reader = ListReader::open(list.as_bytes(), &options).unwrap();
    let mut chunk = Chunk::default();
    assert!(reader.next_chunk(&mut chunk).unwrap());
    let markup: Vec<bool> = chunk.rows().map(|row| row.markup).collect();
    assert_eq!(markup, [true, false, true, false]);
    let options = Options {
        context_column: Some("fuond in".into()),
        ..table()
    };
    let error = ListReader::open(list.as_bytes(), &options).unwrap_err();
    assert!(matches!(error, InputError::UnknownColumn { .. }));
    assert!(
        error.to_string().contains("did you mean \"found in\"?"),
        "{error}"
    );
}

#[test]
fn a_bad_record_is_told_and_the_next_one_is_read() {
    let long = format!("https://a.example/{}", "x".repeat(70_000));
    let list = format!(
        "name,url\na,https://a.example\nb,\"https://b.example\nc,https://c.example\nd\n\
         \"d\"e,https://d.example\nf,{long}\ng,https://g.example\n"
    );
    let mut list = list.into_bytes();
    list.extend(b"h,https://h.example/\xff\ni\xff,https://i.example\n");
    let (links, problems) = read(&list, &table());
    assert_eq!(
        links,
        [
            row(2, "https://a.example"),
            row(4, "https://c.example"),
            row(8, "https://g.example"),
            // What is broken in another column does not matter.
            row(10, "https://i.example"),
        ]
    );
    assert_eq!(
        problems,
        [
            (3, Problem::TextAfterQuote),
            (5, Problem::CellMissing),
            (6, Problem::TextAfterQuote),
            (7, Problem::TooLong),
            (9, Problem::NotUtf8),
        ]
    );
    // And it is all written back.
    assert_eq!(written(&list, &table(), |_| None), list);
}

#[test]
fn a_quote_that_is_never_closed_does_not_swallow_the_list() {
    let mut list = "url\n\"https://a.example\n".to_owned();
    for number in 0..20_000 {
        list.push_str(&format!("https://b.example/{number}\n"));
    }
    let (links, problems) = read(list.as_bytes(), &table());
    assert_eq!(links.len(), 20_000);
    assert_eq!(problems, [(2, Problem::QuoteOpen)]);
}

#[test]
fn a_line_without_an_end_needs_no_memory() {
    let mut list = vec![b'x'; 20_000_000];
    list.extend(b"\nhttps://a.example\n");
    let options = Options {
        keep: false,
        ..text()
    };
    assert_eq!(
        read(&list, &options),
        (
            vec![row(2, "https://a.example")],
            vec![(1, Problem::TooLong)]
        )
    );
}

#[test]
fn a_list_is_written_back_as_it_was_but_for_the_links() {
    let correct = |url: &str| {
        url.contains("souce")
            .then(|| url.replace("souce", "source"))
    };
    let list =
        "\u{feff}# mine\r\n\r\n https://a.example/?utm_souce=x \r\nhttps://b.example\r\n#end";
    let expected = list.replace("souce", "source");
    assert_eq!(
        written(list.as_bytes(), &text(), correct),
        expected.as_bytes()
    );

    let list = "note;\"the;url\";n\n\"a \"\"b\"\"\";https://a.example/?utm_souce=x;1\n\n;\"https://b.example/?utm_souce=y\";\n";
    let options = Options {
        column: Some("the;url".into()),
        ..table()
    };
    let expected = list.replace("souce", "source");
    assert_eq!(
        written(list.as_bytes(), &options, correct),
        expected.as_bytes()
    );

    let list = utf16("Title\r\nFinal URL\tx\r\nhttps://a.example/?utm_souce=東\t👍\r\n");
    let expected = utf16("Title\r\nFinal URL\tx\r\nhttps://a.example/?utm_source=東\t👍\r\n");
    assert_eq!(written(&list, &table(), correct), expected);
}

#[test]
fn a_corrected_link_gets_quotes_where_it_needs_them() {
    let list = "url,n\nhttps://a.example,1\n";
    let new = |_: &str| Some("https://a.example/?a=1,2&b=\"x\"".to_owned());
    assert_eq!(
        String::from_utf8(written(list.as_bytes(), &table(), new)).unwrap(),
        "url,n\n\"https://a.example/?a=1,2&b=\"\"x\"\"\",1\n"
    );
    // In a text there is nothing to quote, and a line stays a line.
    let new = |_: &str| Some("https://a.example/?a=1,\"2\"\n".to_owned());
    assert_eq!(
        written(b"https://a.example", &text(), new),
        b"https://a.example/?a=1,\"2\""
    );
}

#[test]
fn a_list_appears_whole_or_not_at_all_and_replaces_only_what_is_named() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("links.txt");
    fs::write(&path, "https://old.example\n").unwrap();
    let names = || fs::read_dir(folder.path()).unwrap().count();

    let error = ListFile::create(&path, false, Default::default()).unwrap_err();
    assert!(matches!(error, OutputError::Exists(_)), "{error}");

    let list = fs::read(&path).unwrap();
    let mut reader = ListReader::open(list.as_slice(), &text()).unwrap();
    let mut chunk = Chunk::default();
    assert!(reader.next_chunk(&mut chunk).unwrap());
    let mut file = ListFile::create(&path, true, reader.form()).unwrap();
    file.write_chunk(&chunk, |_| Some("https://new.example"))
        .unwrap();
    assert_eq!(fs::read_to_string(&path).unwrap(), "https://old.example\n");
    drop(file);
    assert_eq!(names(), 1, "what was begun is gone");

    let mut file = ListFile::create(&path, true, reader.form()).unwrap();
    file.write_chunk(&chunk, |_| Some("https://new.example"))
        .unwrap();
    file.finish().unwrap();
    assert_eq!(fs::read_to_string(&path).unwrap(), "https://new.example\n");
    assert_eq!(names(), 1);

    let beside = default_path(&path);
    assert_eq!(beside.file_name().unwrap(), "links.corrected.txt");
    ListFile::create(&beside, false, reader.form())
        .unwrap()
        .finish()
        .unwrap();
    assert!(beside.exists());
    let error = ListFile::create(folder.path(), true, reader.form()).unwrap_err();
    assert!(matches!(error, OutputError::IsFolder(_)), "{error}");
}

#[test]
fn many_rows_come_in_chunks_of_bounded_size() {
    let mut list = "id,url\n".to_owned();
    for number in 0..100_000 {
        list.push_str(&format!(
            "{number},https://a.example/page?utm_source=x&utm_content={number}\n"
        ));
    }
    let mut reader = ListReader::open(list.as_bytes(), &table()).unwrap();
    let mut chunk = Chunk::default();
    let mut rows = 0;
    let mut copy = Vec::new();
    while reader.next_chunk(&mut chunk).unwrap() {
        assert!(chunk.len() <= 8192);
        for row in chunk.rows() {
            assert_eq!(row.line, rows + 2);
            rows += 1;
        }
        copy.extend_from_slice(&chunk.raw);
    }
    assert_eq!(rows, 100_000);
    assert!(copy == list.as_bytes());
}
