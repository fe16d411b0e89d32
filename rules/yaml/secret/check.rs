//! No password, key or token stands in a file that a whole team can read.

use std::ops::Range;
use std::sync::LazyLock;

use aho_corasick::AhoCorasick;
use aho_corasick::packed::Searcher;
use regex::Regex;

use crate::checks::{Context, FileSubject};
use crate::diagnostics::{Place, Reporter};
use crate::syntax::{Node, NodeKind, ScalarStyle, Span};

/// Tokens that their issuer made recognisable, with what they are. Where each shape comes from is
/// among the sources in `rule.yaml`.
const SHAPES: &[(&str, &str)] = &[
    ("a private key", r"(?s:-----BEGIN [A-Z0-9 ]{0,24}PRIVATE KEY(?: BLOCK)?-----.*?(?:-----END [A-Z0-9 ]{0,24}PRIVATE KEY(?: BLOCK)?-----|\z))"),
    ("a GitLab token", r"\bgl(?:pat|oas|dt|rt|rtr|cbt|ptt|ft|soat|agent|imt|ffct)-[0-9A-Za-z_.-]{20,}"),
    ("a GitHub token", r"\bgh[pousr]_[0-9A-Za-z]{36,}|\bgithub_pat_[0-9A-Za-z_]{50,}"),
    ("an AWS access key", r"\b(?:AKIA|ASIA)[0-9A-Z]{16}\b"),
    ("a Slack token", r"\bxox[abeoprs]-[0-9A-Za-z-]{10,}"),
    ("a Slack webhook", r"hooks\.slack\.com/services/T[0-9A-Za-z_]{6,}/B[0-9A-Za-z_]{6,}/[0-9A-Za-z_]{16,}"),
    ("a Google API key", r"\bAIza[0-9A-Za-z_-]{35}"),
    ("a HubSpot access token", r"\bpat-(?:na|eu|ap)[0-9]-[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}"),
    ("a SendGrid API key", r"\bSG\.[0-9A-Za-z_-]{22}\.[0-9A-Za-z_-]{43}"),
    ("a Mailchimp API key", r"\b[0-9a-f]{32}-us[0-9]{1,2}\b"),
    ("a Stripe key", r"\b[rs]k_live_[0-9A-Za-z]{20,}"),
    ("a signed web token", r"\beyJ[0-9A-Za-z_-]{10,}\.eyJ[0-9A-Za-z_-]{10,}\.[0-9A-Za-z_-]{10,}"),
];

/// How the shapes begin, or what no match is without: a file without any of these has no token, and
/// most files have none. Finding that out takes a fraction of what the patterns take.
static BEGINNINGS: LazyLock<Option<Beginnings>> = LazyLock::new(|| {
    let words = [
        "PRIVATE KEY", "glpat-", "gloas-", "gldt-", "glrt-", "glrtr-", "glcbt-", "glptt-", "glft-",
        "glsoat-", "glagent-", "glimt-", "glffct-", "ghp_", "gho_", "ghu_", "ghs_", "ghr_",
        "github_pat_", "AKIA", "ASIA", "xox", "hooks.slack.com", "AIza", "pat-na", "pat-eu",
        "pat-ap", "SG.", "-us", "k_live_", "eyJ",
    ];
    match Searcher::new(words) {
        Some(searcher) => Some(Beginnings::ManyBytesAtOnce(searcher)),
        None => AhoCorasick::new(words).ok().map(Beginnings::ByteByByte),
    }
});

/// Both find the same. The first needs instructions that not every processor has, and is ten times as
/// fast.
enum Beginnings {
    ManyBytesAtOnce(Searcher),
    ByteByByte(AhoCorasick),
}

impl Beginnings {
    fn are_in(&self, text: &str) -> bool {
        match self {
            Beginnings::ManyBytesAtOnce(searcher) => searcher.find(text).is_some(),
            Beginnings::ByteByByte(automaton) => automaton.is_match(text),
        }
    }
}

/// One pattern for all shapes: each is a group, so that a single pass over a file is enough.
static ANY_SHAPE: LazyLock<Option<Regex>> = LazyLock::new(|| {
    let groups: Vec<String> = SHAPES.iter().map(|(_, shape)| format!("({shape})")).collect();
    // Word boundaries of ASCII are enough for tokens, and many times faster.
    Regex::new(&groups.join("|").replace(r"\b", r"(?-u:\b)")).ok()
});

/// `https://user:password@host`: the group is the password.
static IN_ADDRESS: LazyLock<Option<Regex>> =
    LazyLock::new(|| Regex::new(r"\b[a-z][a-z0-9+.-]{1,20}://[^\s/?#@:]{1,100}:([^\s/?#@]{1,200})@").ok());

pub(crate) fn check(file: &FileSubject<'_>, _: &Context<'_>, report: &mut Reporter) {
    let text = file.tree.text();
    let mut found: Vec<(Span, &str)> = Vec::new();
    shapes(text, |part, what| {
        found.push((span_of(part), what));
    });
    for node in file.tree.nodes() {
        // Everything else stands in the file as it is, and was seen above.
        if node.style() == Some(ScalarStyle::DoubleQuoted)
            && node.kind() == NodeKind::Scalar
            && file.tree.slice(node.span()).contains('\\')
            && let Some(value) = node.value()
        {
            shapes(value, |part, what| found.push((node.source_span(part), what)));
        }
        // What an alias stands for is looked at where it stands itself.
        if node.kind() != NodeKind::Mapping {
            continue;
        }
        for entry in node.entries() {
            if let Some(what) = entry.key.value().and_then(named) {
                under_name(entry.value, what, &mut found);
            }
        }
    }
    found.sort_by_key(|(span, _)| *span);
    let mut behind = 0;
    for (span, what) in found {
        if span.start < behind {
            continue;
        }
        behind = span.end;
        report.find(
            Place::new(file.file, span),
            format!("This looks like {what}."),
            "Revoke it where it was issued, then keep the new one outside of the repository, such as in a masked CI/CD variable.",
        );
    }
}

fn span_of(part: Range<usize>) -> Span {
    Span {
        start: part.start as u32,
        end: part.end as u32,
    }
}

fn shapes(text: &str, mut found: impl FnMut(Range<usize>, &'static str)) {
    let may_match = BEGINNINGS.as_ref().is_none_or(|words| words.are_in(text));
    if let (true, Some(any)) = (may_match, ANY_SHAPE.as_ref()) {
        for captures in any.captures_iter(text) {
            for (group, (what, _)) in captures.iter().skip(1).zip(SHAPES) {
                if let Some(part) = group {
                    found(part.range(), what);
                }
            }
        }
    }
    if !has_user_in_address(text) {
        return;
    }
    if let Some(in_address) = IN_ADDRESS.as_ref() {
        for captures in in_address.captures_iter(text) {
            if let Some(password) = captures.get(1)
                && !is_stand_in(password.as_str())
            {
                found(password.range(), "a password in an address");
            }
        }
    }
}

/// Whether any address names a user before its host: an `@` with nothing but a name between it and
/// the `//` before.
fn has_user_in_address(text: &str) -> bool {
    memchr::memchr_iter(b'@', text.as_bytes()).any(|at| {
        let before = &text.as_bytes()[..at];
        let start = before.iter().rposition(|byte| {
            byte.is_ascii_whitespace() || matches!(byte, b'/' | b'?' | b'#' | b'"')
        });
        start.is_some_and(|start| before[start] == b'/')
    })
}

/// What a key promises by its name.
fn named(key: &str) -> Option<&'static str> {
    const ENDINGS: [&[u8]; 6] = [b"word", b"swd", b"rase", b"cret", b"oken", b"key"];
    let ends_like_one = ENDINGS.iter().any(|ending| {
        let at = key.len().wrapping_sub(ending.len());
        key.as_bytes().get(at..).is_some_and(|end| end.eq_ignore_ascii_case(ending))
    });
    // Keys are many and these are few: nothing is allocated for the others.
    if !ends_like_one {
        return None;
    }
    const ENDS: [&str; 6] = ["password", "passwd", "passphrase", "secret", "token", "key"];
    let may_be = ENDS.iter().any(|end| {
        key.len()
            .checked_sub(end.len())
            .and_then(|from| key.as_bytes().get(from..))
            .is_some_and(|tail| tail.eq_ignore_ascii_case(end.as_bytes()))
    });
    if !may_be {
        return None;
    }
    let mut name = String::with_capacity(key.len());
    for c in key.chars() {
        // `clientSecret` is `client-secret`.
        if c.is_ascii_uppercase() && name.ends_with(|c: char| c.is_ascii_lowercase()) {
            name.push('-');
        }
        name.push(if matches!(c, '_' | ' ' | '.') { '-' } else { c.to_ascii_lowercase() });
    }
    let ends = |word: &str| {
        name.strip_suffix(word)
            .is_some_and(|rest| rest.is_empty() || rest.ends_with('-'))
    };
    if ends("password") || ends("passwd") || ends("passphrase") {
        Some("a password")
    } else if ends("secret") {
        Some("a secret")
    } else if ends("token") {
        Some("a token")
    } else if ends("api-key") || ends("apikey") || ends("secret-key") || ends("access-key") || ends("private-key") {
        Some("a key")
    } else {
        None
    }
}

/// A value under a name that promises a secret, where it does not look like a word, an id or a
/// stand-in.
fn under_name(value: Node<'_>, what: &'static str, found: &mut Vec<(Span, &'static str)>) {
    if value.kind() != NodeKind::Scalar {
        return;
    }
    let Some(text) = value.value() else { return };
    let least = if what == "a password" { 8 } else { 16 };
    if text.len() < least || text.contains(char::is_whitespace) || is_stand_in(text) {
        return;
    }
    if text.contains("://") || !is_mixed(text) || entropy(text) < 2.8 {
        return;
    }
    found.push((value.source_span(0..text.len()), what));
}

/// A template or an example instead of the secret itself.
fn is_stand_in(text: &str) -> bool {
    text.contains("{{")
        || text.contains("${")
        || text.starts_with(['$', '%', '<', '[', '{'])
        || text.bytes().all(|b| matches!(b, b'*' | b'x' | b'X' | b'.'))
}

/// Whether letters and digits are mixed within a word. `spring-2026-webcast` is an id: each of its
/// words is one or the other.
fn is_mixed(text: &str) -> bool {
    text.split(['-', '_', '.', '/']).any(|word| {
        word.len() >= 4
            && word.bytes().any(|b| b.is_ascii_digit())
            && word.bytes().any(|b| b.is_ascii_alphabetic())
    })
}

/// Bits per character: `aaaa` has none, random letters and digits about four and more.
fn entropy(text: &str) -> f64 {
    let mut counts = [0_u32; 256];
    for byte in text.bytes() {
        counts[usize::from(byte)] += 1;
    }
    let total = text.len() as f64;
    counts
        .iter()
        .filter(|count| **count > 0)
        .map(|count| {
            let share = f64::from(*count) / total;
            -share * share.log2()
        })
        .sum()
}
