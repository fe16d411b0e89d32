//! Every hostile file of the collection, each against its own line of `expectations.tsv` as far as
//! syntax alone can tell. What a line asks of later steps (a finding about a date, an escaped
//! path) is tested there; here stand the tree, the errors with their places, and bounds on time.
//!
//! The files lie beside the project in `../shared/corpora/nasty` (or below the folder that
//! `CAMPAIGNLINT_SHARED` names); without them these tests have nothing to say and pass.

#![allow(clippy::unwrap_used, clippy::print_stderr, missing_docs)]

use campaignlint::syntax::{Core, Encoding, EncodingError, ErrorCode, Node, NodeKind, Tree};
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

fn nasty() -> Option<PathBuf> {
    let shared = std::env::var_os("CAMPAIGNLINT_SHARED").map_or_else(
        || Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared"),
        PathBuf::from,
    );
    let folder = shared.join("corpora/nasty");
    if folder.is_dir() {
        return Some(folder);
    }
    eprintln!("skipped: the hostile files are not there");
    None
}

type Read = Result<Tree, EncodingError>;

/// A file and what must be true of it.
struct Case(&'static str, fn(Read));

fn ok(read: Read) -> Tree {
    let tree = read.unwrap();
    assert!(tree.errors().is_empty(), "{:?}", tree.errors());
    tree
}

fn root(tree: &Tree) -> Node<'_> {
    tree.documents().next().unwrap()
}

fn text<'t>(node: Node<'t>, key: &str) -> &'t str {
    node.get(key)
        .unwrap_or_else(|| panic!("no key {key}"))
        .value()
        .unwrap()
}

/// The single error of a file: its code and place.
fn one(tree: &Tree, code: ErrorCode, line: u32, column: u32) {
    assert_eq!(tree.errors().len(), 1, "{:?}", tree.errors());
    at(tree, 0, code, line, column);
}

fn at(tree: &Tree, number: usize, code: ErrorCode, line: u32, column: u32) {
    let error = &tree.errors()[number];
    assert_eq!(error.code, code, "{error:?}");
    assert_eq!(
        tree.line_column(error.span.start),
        (line, column),
        "{error:?}"
    );
}

fn hint(tree: &Tree, number: usize, part: &str) {
    let hint = tree.errors()[number].hint.as_deref().unwrap_or_default();
    assert!(hint.contains(part), "{hint:?} does not say {part:?}");
}

fn parses(read: Read) {
    assert!(ok(read).documents().len() > 0);
}

/// Nothing is asked but an answer: no panic, no hang (the caller watches the clock).
fn answers(read: Read) {
    let tree = read.unwrap();
    assert!(tree.nodes().count() > 0 || !tree.errors().is_empty());
}

fn too_deep_or_fine(read: Read) {
    let tree = read.unwrap();
    assert!(
        tree.errors()
            .iter()
            .all(|error| error.code == ErrorCode::TooDeep),
        "{:?}",
        tree.errors()
    );
    assert!(
        tree.errors().len() <= 1,
        "one mistake, {} errors",
        tree.errors().len()
    );
}

fn wide(read: Read, guess: Encoding) {
    let error = read.unwrap_err();
    assert_eq!(error.guess, guess);
    assert!(error.to_string().contains("UTF-16"));
}

fn not_utf8(read: Read, guess: Encoding, line: u32, column: u32) {
    let error = read.unwrap_err();
    assert_eq!(
        (error.guess, error.line, error.column),
        (guess, line, column)
    );
    assert!(error.to_string().contains("invalid UTF-8"));
}

const CASES: &[Case] = &[
    Case("enc/utf8-bom.yaml", |read| {
        let tree = ok(read);
        let key = root(&tree).entries().next().unwrap().key;
        assert_eq!(key.value(), Some("campaign"));
        assert_eq!(tree.line_column(key.span().start), (1, 1));
        assert_eq!(key.span().start, 3, "bytes count the mark");
    }),
    Case("enc/utf16le-bom.yaml", |read| {
        wide(read, Encoding::Utf16LittleEndian)
    }),
    Case("enc/utf16be-bom.yaml", |read| {
        wide(read, Encoding::Utf16BigEndian)
    }),
    Case("enc/latin1.yaml", |read| {
        not_utf8(read, Encoding::Latin1, 1, 11)
    }),
    Case("enc/cp1252-quotes.yaml", |read| {
        not_utf8(read, Encoding::Latin1, 1, 8)
    }),
    Case("enc/truncated-utf8.yaml", |read| {
        not_utf8(read, Encoding::CutOff, 1, 10)
    }),
    Case("enc/nul-in-middle.yaml", |read| {
        let tree = read.unwrap();
        one(&tree, ErrorCode::ControlCharacter, 1, 8);
        assert_eq!(text(root(&tree), "other"), "1", "the rest is still there");
    }),
    Case("enc/control-chars.yaml", |read| {
        let tree = read.unwrap();
        one(&tree, ErrorCode::ControlCharacter, 1, 8);
        let error = tree.errors()[0].to_string();
        assert!(
            !error.contains(char::is_control),
            "messages never hold the character itself"
        );
    }),
    Case("enc/esc-in-quoted.yaml", |read| {
        let tree = ok(read);
        assert!(text(root(&tree), "name").starts_with("\u{1b}[31mRED"));
    }),
    Case("enc/mixed-eol.yaml", |read| {
        let tree = ok(read);
        let lines: Vec<u32> = root(&tree)
            .entries()
            .map(|e| tree.line_column(e.key.span().start).0)
            .collect();
        assert_eq!(lines, [1, 2, 3, 4]);
    }),
    Case("enc/nel-ls-ps.yaml", |read| {
        let tree = ok(read);
        let lines: Vec<u32> = root(&tree)
            .entries()
            .map(|e| tree.line_column(e.key.span().start).0)
            .collect();
        assert_eq!(lines, [1, 2, 3]);
    }),
    Case("enc/nbsp-indent.yaml", |read| {
        let tree = ok(read);
        let keys: Vec<&str> = root(&tree)
            .entries()
            .filter_map(|e| e.key.value())
            .collect();
        assert_eq!(keys, ["a", "\u{a0}\u{a0}b"], "the key shows what is wrong");
    }),
    Case("enc/nfc-nfd-duplicate.yaml", |read| {
        let tree = ok(read);
        assert_eq!(root(&tree).effective_entries().count(), 2);
    }),
    Case("enc/fullwidth-colon.yaml", |read| {
        assert_eq!(root(&ok(read)).kind(), NodeKind::Scalar);
    }),
    Case("enc/smart-quotes.yaml", |read| {
        assert_eq!(text(root(&ok(read)), "name"), "“spring-sale”");
    }),
    Case("empty/only-bom.yaml", |read| {
        assert_eq!(ok(read).documents().len(), 0)
    }),
    Case("empty/only-comments.yaml", |read| {
        let tree = ok(read);
        assert_eq!((tree.documents().len(), tree.comments().len()), (0, 2));
    }),
    Case("empty/only-separator.yaml", |read| {
        assert!(root(&ok(read)).is_null())
    }),
    Case("empty/null-root.yaml", |read| {
        assert!(root(&ok(read)).is_null())
    }),
    Case("empty/scalar-root.yaml", |read| {
        assert_eq!(root(&ok(read)).value(), Some("just a string"))
    }),
    Case("empty/list-root.yaml", |read| {
        assert_eq!(root(&ok(read)).kind(), NodeKind::Sequence)
    }),
    Case("ws/tab-in-list.yaml", |read| {
        assert_eq!(root(&ok(read)).items().count(), 2)
    }),
    Case("ws/tab-in-flow.yaml", |read| {
        let tree = read.unwrap();
        one(&tree, ErrorCode::Tab, 2, 1);
        assert_eq!(text(root(&tree).get("a").unwrap(), "b"), "1");
    }),
    Case("ws/trailing-spaces.yaml", |read| {
        let tree = ok(read);
        assert_eq!(text(root(&tree), "utm_source"), "linkedin");
        assert_eq!(text(root(&tree), "utm_medium"), "social ");
    }),
    Case("types/norway.yaml", |read| {
        let tree = ok(read);
        for country in root(&tree).get("countries").unwrap().items() {
            assert!(matches!(country.core(), Core::Text(_)), "{country:?}");
        }
        assert_eq!(root(&tree).get("opt_in").unwrap().core(), Core::Text("yes"));
    }),
    Case("types/key-on.yaml", |read| {
        let tree = ok(read);
        let keys: Vec<Core<'_>> = root(&tree).entries().map(|e| e.key.core()).collect();
        assert_eq!(keys, [Core::Text("on"), Core::Text("yes")]);
    }),
    Case("types/octal-sexagesimal.yaml", |read| {
        let tree = ok(read);
        assert_eq!(text(root(&tree), "zip"), "01234");
        assert_ne!(root(&tree).get("zip").unwrap().core(), Core::Int(668));
        assert_eq!(root(&tree).get("time").unwrap().core(), Core::Text("12:30"));
        assert_eq!(
            root(&tree).get("under").unwrap().core(),
            Core::Text("1_000")
        );
    }),
    Case("types/inf-nan.yaml", |read| {
        let tree = ok(read);
        let Core::Float(nan) = root(&tree).get("w").unwrap().core() else {
            panic!("no number")
        };
        assert!(nan.is_nan());
        assert_eq!(
            root(&tree).get("max").unwrap().core(),
            Core::Float(f64::NEG_INFINITY)
        );
    }),
    Case("types/null-variants.yaml", |read| {
        let tree = ok(read);
        for key in ["a", "b", "c", "d", "e"] {
            assert!(root(&tree).get(key).unwrap().is_null(), "{key}");
        }
        assert_eq!(root(&tree).get("f").unwrap().core(), Core::Text(""));
        assert_eq!(root(&tree).get("g").unwrap().core(), Core::Text("nULL"));
    }),
    Case("types/dates.yaml", |read| {
        assert_eq!(text(root(&ok(read)), "start"), "2024-02-30")
    }),
    Case("types/numeric-keys.yaml", |read| {
        let tree = ok(read);
        let keys: Vec<Core<'_>> = root(&tree).entries().map(|e| e.key.core()).collect();
        assert_eq!((keys[0], keys[2]), (Core::Int(1), Core::Text("1")));
    }),
    Case("types/colon-in-value.yaml", |read| {
        let tree = read.unwrap();
        at(&tree, 0, ErrorCode::NeedsQuotes, 1, 8);
        hint(&tree, 0, "title: \"Webinar: how to win\"");
        at(&tree, 1, ErrorCode::NeedsQuotes, 2, 6);
        assert_eq!(tree.errors().len(), 2);
        assert_eq!(root(&tree).get("title").unwrap().kind(), NodeKind::Error);
        assert_eq!(text(root(&tree), "time"), "at 10:30");
    }),
    Case("types/hash-in-value.yaml", |read| {
        let tree = ok(read);
        assert!(root(&tree).get("color").unwrap().is_null());
        assert!(root(&tree).get("channel").unwrap().is_null());
        assert_eq!(text(root(&tree), "url"), "https://x.example/a");
        assert!(text(root(&tree), "ok").ends_with("#frag"));
        assert_eq!(tree.comments().len(), 3);
    }),
    Case("types/star-wildcard.yaml", |read| {
        let tree = read.unwrap();
        one(&tree, ErrorCode::UndefinedAlias, 1, 10);
        hint(&tree, 0, "\"*.example.com\"");
    }),
    Case("types/bang-value.yaml", |read| {
        let tree = ok(read);
        let value = root(&tree).get("priority").unwrap();
        assert!(value.is_null() && value.has_unknown_tag());
        assert_eq!(value.tag(), Some("!important"));
    }),
    Case("types/brace-template.yaml", |read| {
        let tree = read.unwrap();
        assert_eq!(tree.errors().len(), 2);
        at(&tree, 0, ErrorCode::UnquotedPlaceholder, 1, 10);
        at(&tree, 1, ErrorCode::UnquotedPlaceholder, 2, 6);
        hint(&tree, 0, "quotes");
    }),
    Case("types/quote-mid.yaml", |read| {
        let tree = read.unwrap();
        one(&tree, ErrorCode::Quotes, 1, 11);
        assert!(tree.errors()[0].message.contains("apostrophe"));
    }),
    Case("types/unclosed-quote.yaml", |read| {
        let tree = read.unwrap();
        one(&tree, ErrorCode::Quotes, 1, 8);
        assert_eq!(text(root(&tree), "other"), "1");
    }),
    Case("types/unclosed-flow.yaml", |read| {
        let tree = read.unwrap();
        one(&tree, ErrorCode::Brackets, 1, 7);
        assert_eq!(text(root(&tree), "other"), "1");
    }),
    Case("types/comma-value.yaml", |read| {
        assert_eq!(
            root(&ok(read)).get("channels").unwrap().kind(),
            NodeKind::Scalar
        );
    }),
    Case("struct/duplicate-keys.yaml", |read| {
        let tree = ok(read);
        let lines: Vec<u32> = root(&tree)
            .entries()
            .filter(|entry| entry.key.value() == Some("utm_source"))
            .map(|entry| tree.line_column(entry.key.span().start).0)
            .collect();
        assert_eq!(lines, [1, 3]);
        assert_eq!(
            text(root(&tree), "utm_source"),
            "linkedin",
            "the first one wins"
        );
        assert_eq!(root(&tree).effective_entries().count(), 2);
    }),
    Case("struct/duplicate-nested.yaml", |read| {
        let tree = ok(read);
        let items: Vec<Node<'_>> = root(&tree).items().collect();
        assert_eq!(items[0].get("b").unwrap().entries().count(), 2);
        assert_eq!(
            items[1]
                .entries()
                .filter(|entry| entry.key.value() == Some("a"))
                .count(),
            2
        );
    }),
    Case("struct/merge-keys.yaml", |read| {
        let tree = ok(read);
        let a = root(&tree).get("a").unwrap();
        assert_eq!(text(a, "utm_medium"), "email");
        assert_eq!(text(a, "utm_source"), "hubspot");
        assert!(
            a.effective_entries()
                .all(|entry| entry.key.value() != Some("<<"))
        );
    }),
    Case("struct/merge-cycle.yaml", |read| {
        let tree = read.unwrap();
        one(&tree, ErrorCode::AnchorCycle, 2, 7);
        assert_eq!(root(&tree).get("a").unwrap().effective_entries().count(), 1);
    }),
    Case("struct/merge-non-map.yaml", |read| {
        one(&read.unwrap(), ErrorCode::MergeNotMapping, 3, 7);
    }),
    Case("struct/undefined-alias.yaml", |read| {
        one(&read.unwrap(), ErrorCode::UndefinedAlias, 1, 4);
    }),
    Case("struct/redefined-anchor.yaml", |read| {
        let tree = ok(read);
        assert_eq!((text(root(&tree), "b"), text(root(&tree), "d")), ("1", "2"));
    }),
    Case("struct/unused-anchor.yaml", |read| {
        assert_eq!(root(&ok(read)).get("a").unwrap().anchor(), Some("unused"));
    }),
    Case("struct/multi-doc-second-broken.yaml", |read| {
        let tree = read.unwrap();
        one(&tree, ErrorCode::Brackets, 4, 4);
        let documents: Vec<Node<'_>> = tree.documents().collect();
        assert_eq!(text(documents[0], "a"), "1");
        assert_eq!(documents[1].get("b").unwrap().kind(), NodeKind::Error);
    }),
    Case("struct/doc-after-end.yaml", |read| {
        let tree = ok(read);
        assert_eq!(text(tree.documents().nth(1).unwrap(), "b"), "2");
    }),
    Case("struct/yaml-directive-11.yaml", |read| {
        assert_eq!(root(&ok(read)).get("x").unwrap().core(), Core::Text("yes"));
    }),
    Case("struct/tag-directive.yaml", |read| {
        assert_eq!(root(&ok(read)).get("x").unwrap().tag(), Some("!e!foo"));
    }),
    Case("tags/python-object.yaml", |read| {
        let tree = ok(read);
        assert_eq!(root(&tree).tag(), Some("!!python/object/apply:os.system"));
        assert!(root(&tree).has_unknown_tag());
    }),
    Case("tags/python-name.yaml", |read| {
        assert!(root(&ok(read)).get("x").unwrap().has_unknown_tag());
    }),
    Case("tags/cfn.yaml", |read| {
        let tree = ok(read);
        assert_eq!(root(&tree).get("x").unwrap().tag(), Some("!Ref"));
        assert_eq!(text(root(&tree), "x"), "Foo");
    }),
    Case("tags/include.yaml", |read| {
        let tree = ok(read);
        assert_eq!(
            text(root(&tree), "x"),
            "/etc/passwd",
            "a name, never the file"
        );
        assert!(root(&tree).get("x").unwrap().has_unknown_tag());
    }),
    Case("tags/binary.yaml", parses),
    Case("tags/str-tag.yaml", |read| {
        let tree = ok(read);
        assert_eq!(root(&tree).get("zip").unwrap().core(), Core::Text("01234"));
        assert_eq!(root(&tree).get("country").unwrap().core(), Core::Text("NO"));
    }),
    Case("tags/nonspecific.yaml", |read| {
        let tree = ok(read);
        assert_eq!(root(&tree).get("a").unwrap().core(), Core::Text("12"));
        assert_eq!(root(&tree).get("b").unwrap().core(), Core::Text("3"));
    }),
    Case("bombs/billion-laughs.yaml", |read| {
        let tree = ok(read);
        assert!(
            tree.memory() < 10_000,
            "kept as a graph: {} bytes",
            tree.memory()
        );
    }),
    Case("bombs/deep-flow-100.yaml", parses),
    Case("bombs/deep-flow-1000.yaml", too_deep_or_fine),
    Case("bombs/deep-flow-10000.yaml", too_deep_or_fine),
    Case("bombs/deep-block-2000.yaml", too_deep_or_fine),
    Case("bombs/deep-dash-20000.yaml", too_deep_or_fine),
    Case("bombs/deep-qmark-20000.yaml", too_deep_or_fine),
    Case("bombs/many-dup-keys.yaml", |read| {
        let tree = ok(read);
        assert_eq!(root(&tree).entries().count(), 20_000);
        assert_eq!(root(&tree).effective_entries().count(), 1);
    }),
    Case("bombs/many-docs.yaml", |read| {
        assert_eq!(ok(read).documents().len(), 20_000)
    }),
    Case("bombs/huge-scalar-2mb.yaml", parses),
    Case("bombs/wide-map.yaml", |read| {
        let tree = ok(read);
        let entries = root(&tree).entries().count();
        assert!(entries > 10_000);
        assert_eq!(root(&tree).effective_entries().count(), entries);
    }),
    Case("bombs/quadratic-plain.yaml", |read| {
        let tree = ok(read);
        let long = tree
            .nodes()
            .filter_map(|node| node.value())
            .map(str::len)
            .max();
        assert!(long > Some(90_000));
    }),
    Case("bombs/quadratic-comments.yaml", |read| {
        assert!(ok(read).comments().len() > 10_000)
    }),
    Case("bombs/many-params-url.yaml", parses),
    Case("bombs/levenshtein-bait.yaml", parses),
    Case("urls/nasty-urls.yaml", |read| {
        let tree = ok(read);
        assert!(
            tree.nodes()
                .filter(|node| node.kind() == NodeKind::Scalar)
                .count()
                > 44
        );
    }),
    Case("blns/blns-as-keys.yaml", answers),
    Case("blns/blns-plain.yaml", |read| {
        let tree = read.unwrap();
        assert!(!tree.errors().is_empty());
        assert!(tree.nodes().count() > 100, "most of the list is still read");
    }),
    Case("names/sp ace.yaml", parses),
    Case("names/quote\"'.yaml", parses),
    Case("names/new\nline.yaml", parses),
    Case("names/UPPER.YAML", parses),
    Case("names/%41.yaml", parses),
    Case("names/semi;rm.yaml", parses),
    Case(LONG_NAME, parses),
];

const LONG_NAME: &str = concat!(
    "names/a",
    "bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb",
    "bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb",
    ".yaml"
);

/// Rows about links in the file system, which are files only once they are made.
const LINKS: &[&str] = &[
    "fs/self.yaml -> self.yaml",
    "fs/dangling.yaml -> nowhere",
    "fs/outside.yaml -> /etc/passwd",
    "fs/noperm.yaml",
    "fs/devzero.yaml -> /dev/zero",
];

#[test]
fn every_line_of_the_expectations_has_its_test() {
    let Some(folder) = nasty() else { return };
    let table = fs::read_to_string(folder.join("expectations.tsv")).unwrap();
    let rows: BTreeSet<String> = table
        .lines()
        .skip(1)
        .filter_map(|line| line.split('\t').next())
        .map(|name| name.replace("\\n", "\n"))
        .collect();
    let tested: BTreeSet<String> = CASES
        .iter()
        .map(|case| case.0)
        .chain(LINKS.iter().copied())
        .map(str::to_owned)
        .collect();
    assert_eq!(rows, tested);
}

/// The bytes of a file; a name that archives cannot carry is made in a folder of its own.
fn read(folder: &Path, name: &str) -> Vec<u8> {
    if !name.contains('\n') {
        return fs::read(folder.join(name)).unwrap();
    }
    let own = tempfile::tempdir().unwrap();
    let path = own.path().join(Path::new(name).file_name().unwrap());
    fs::copy(folder.join("names/UPPER.YAML"), &path).unwrap();
    fs::read(path).unwrap()
}

#[test]
fn every_hostile_file_gets_its_answer_in_time_on_the_stack_of_a_worker() {
    let Some(folder) = nasty() else { return };
    for Case(name, check) in CASES {
        let bytes = read(&folder, name);
        // A worker thread has 2 MB of stack; an overflow would end the whole test.
        let started = Instant::now();
        let worker = std::thread::Builder::new().stack_size(2 << 20);
        let ended = worker
            .spawn(move || check(Tree::from_bytes(bytes)))
            .unwrap()
            .join();
        assert!(ended.is_ok(), "{name:?} (see above)");
        let took = started.elapsed();
        // Twenty times what an optimised build on an idle machine needs for the slowest.
        assert!(took < Duration::from_secs(5), "{name:?} took {took:?}");
    }
}

#[cfg(unix)]
#[test]
fn links_that_lead_nowhere_are_errors_of_the_file_system_and_never_hang() {
    let folder = tempfile::tempdir().unwrap();
    let link = |target: &str, name: &str| {
        let path = folder.path().join(name);
        std::os::unix::fs::symlink(target, &path).unwrap();
        path
    };
    assert!(fs::read(link("self.yaml", "self.yaml")).is_err());
    assert!(fs::read(link("nowhere", "dangling.yaml")).is_err());
    // Whoever reads files has to look at the kind first: this one would never end.
    let device = fs::metadata(link("/dev/zero", "devzero.yaml")).unwrap();
    assert!(!device.is_file());
}
