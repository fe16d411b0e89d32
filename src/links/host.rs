//! Questions about a host: can the public reach it, does a domain cover it, does it shorten links.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

/// Names that never lead to a public host: RFC 6761 and RFC 6762 (`localhost`, `test`, `invalid`,
/// `local`), RFC 9476 (`alt`), ICANN's `internal`, and what home and office networks use by custom.
/// `example` is left out: documents and sample files use it in the place of a public host.
/// <https://www.iana.org/assignments/special-use-domain-names/special-use-domain-names.xhtml>
const PRIVATE_ENDINGS: &[&str] = &[
    "localhost",
    "local",
    "localdomain",
    "test",
    "invalid",
    "internal",
    "intranet",
    "corp",
    "home",
    "lan",
    "private",
    "alt",
    "onion",
];

/// The one private name of two words: RFC 8375.
const PRIVATE_HOME: &str = "home.arpa";

/// Whether the public can reach a host of this name, by the name alone. Not public: a single word,
/// names for local use, and addresses of local networks (private, loopback, link-local, shared).
/// Brackets of an IPv6 address may stay on; capital letters and a final dot don't matter.
pub fn is_public(host: &str) -> bool {
    let host = host.trim_end_matches('.');
    let bare = host
        .strip_prefix('[')
        .and_then(|rest| rest.strip_suffix(']'))
        .unwrap_or(host);
    // Every address ends in a digit or has a colon; most names have neither and need no closer look.
    let may_be_address = bare.ends_with(|c: char| c.is_ascii_digit()) || bare.contains(':');
    if may_be_address && let Ok(address) = bare.parse::<IpAddr>() {
        return match address {
            IpAddr::V4(address) => public_v4(address),
            IpAddr::V6(address) => public_v6(address),
        };
    }
    let Some((_, ending)) = host.rsplit_once('.') else {
        return false;
    };
    !PRIVATE_ENDINGS
        .iter()
        .any(|private| ending.eq_ignore_ascii_case(private))
        && !covers_as_written(PRIVATE_HOME, host)
}

fn public_v4(address: Ipv4Addr) -> bool {
    let [first, second, ..] = address.octets();
    let shared = first == 100 && (64..128).contains(&second);
    !(address.is_private()
        || address.is_loopback()
        || address.is_link_local()
        || address.is_unspecified()
        || address.is_broadcast()
        || first == 0
        || first >= 224
        || shared)
}

fn public_v6(address: Ipv6Addr) -> bool {
    if let Some(mapped) = address.to_ipv4_mapped() {
        return public_v4(mapped);
    }
    !(address.is_loopback()
        || address.is_unspecified()
        || address.is_unique_local()
        || address.is_unicast_link_local()
        || address.is_multicast())
}

/// Whether `host` is `domain` or lies below it: `acme.example` covers `www.acme.example` and not
/// `notacme.example`. `*.acme.example` covers only what lies below. Capital letters and a final dot
/// don't matter, nor whether letters beyond ASCII are written as themselves or as `xn--`.
pub fn covers(domain: &str, host: &str) -> bool {
    if covers_as_written(domain, host) {
        return true;
    }
    let foreign = |name: &str| !name.is_ascii() || name.contains("xn--") || name.contains("XN--");
    if !foreign(domain) && !foreign(host) {
        return false;
    }
    let (below, bare) = domain
        .strip_prefix("*.")
        .map_or(("", domain), |bare| ("*.", bare));
    match (url::Host::parse(bare), url::Host::parse(host)) {
        (Ok(bare), Ok(host)) => covers_as_written(&format!("{below}{bare}"), &host.to_string()),
        _ => false,
    }
}

fn covers_as_written(domain: &str, host: &str) -> bool {
    let (domain, below_only) = match domain.strip_prefix("*.") {
        Some(rest) => (rest, true),
        None => (domain, false),
    };
    let domain = domain.trim_end_matches('.').as_bytes();
    let host = host.trim_end_matches('.').as_bytes();
    let Some(rest) = host.len().checked_sub(domain.len()) else {
        return false;
    };
    if domain.is_empty() || !host[rest..].eq_ignore_ascii_case(domain) {
        return false;
    }
    if rest == 0 {
        !below_only
    } else {
        host[rest - 1] == b'.'
    }
}

/// Whether a host name is one that can exist: letters of any language, no empty or overlong label, a
/// valid address. Asks the `url` crate, which knows IDNA (<https://www.unicode.org/reports/tr46/>).
pub fn is_valid(host: &str) -> bool {
    if host.chars().any(super::trim::is_space) {
        return false;
    }
    let labels = host.strip_suffix('.').unwrap_or(host);
    let well_formed = host.starts_with('[')
        || labels
            .split('.')
            .all(|label| !label.is_empty() && label.len() <= 255);
    let Ok(parsed) = url::Host::parse(host) else {
        return false;
    };
    let ascii = parsed.to_string();
    well_formed
        && ascii.len() <= 255
        && (host.starts_with('[') || ascii.split('.').all(|label| label.len() <= 63))
}

/// Public link shorteners, as of 2026-11. A short link is tagged on its target, not on itself.
const SHORTENERS: &[&str] = &[
    "bit.ly",
    "bitly.com",
    "j.mp",
    "tinyurl.com",
    "t.co",
    "goo.gl",
    "ow.ly",
    "buff.ly",
    "rebrand.ly",
    "is.gd",
    "v.gd",
    "cutt.ly",
    "short.io",
    "shorturl.at",
    "t.ly",
    "tiny.cc",
    "rb.gy",
    "bl.ink",
    "lnkd.in",
    "fb.me",
    "dlvr.it",
    "ift.tt",
    "trib.al",
    "hubs.ly",
    "hubs.li",
    "hubs.la",
    "soo.gd",
    "s.id",
    "snip.ly",
    "sniply.io",
    "po.st",
    "wp.me",
    "amzn.to",
    "youtu.be",
    "qr.ae",
    "adf.ly",
    "shorte.st",
    "clck.ru",
    "vk.cc",
    "kutt.it",
    "dub.sh",
    "lc.chat",
    "mcaf.ee",
    "grabify.link",
    "x.co",
    "u.to",
    "urlzs.com",
    "tr.im",
    "zpr.io",
    "spr.ly",
    "shrtco.de",
    "chilp.it",
    "bit.do",
    "g.co",
    "msft.it",
    "aka.ms",
    "apple.co",
    "nyti.ms",
    "reut.rs",
    "ebx.sh",
];

/// Whether a host is a public link shortener.
pub fn is_shortener(host: &str) -> bool {
    let host = match host.get(..4) {
        Some(start) if start.eq_ignore_ascii_case("www.") => &host[4..],
        _ => host,
    };
    SHORTENERS
        .iter()
        .any(|known| known.eq_ignore_ascii_case(host))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn local_names_and_addresses_are_not_public() {
        for host in [
            "localhost",
            "LOCALHOST",
            "app.localhost",
            "127.0.0.1",
            "10.1.2.3",
            "192.168.0.1",
            "172.16.0.9",
            "169.254.1.1",
            "100.64.0.1",
            "0.0.0.0",
            "[::1]",
            "[fe80::1]",
            "[fd00::1]",
            "[::ffff:10.0.0.1]",
            "printer.local",
            "ci.test",
            "git.internal",
            "intranet",
            "router.home.arpa",
            "",
        ] {
            assert!(!is_public(host), "{host}");
        }
        for host in [
            "example.com",
            "acme.example",
            "8.8.8.8",
            "[2606:4700::1111]",
            "münchen.de",
            "localhost.com",
            "example.com.",
        ] {
            assert!(is_public(host), "{host}");
        }
    }

    #[test]
    fn a_domain_covers_itself_and_what_lies_below() {
        assert!(covers("acme.example", "acme.example"));
        assert!(covers("acme.example", "WWW.Acme.Example."));
        assert!(!covers("acme.example", "notacme.example"));
        assert!(!covers("www.acme.example", "acme.example"));
        assert!(covers("*.acme.example", "page.acme.example"));
        assert!(!covers("*.acme.example", "acme.example"));
        assert!(!covers("", "acme.example"));
        assert!(covers("münchen.example", "www.xn--mnchen-3ya.example"));
        assert!(covers("*.xn--mnchen-3ya.example", "www.MÜNCHEN.example"));
        assert!(!covers("*.münchen.example", "münchen.example"));
    }

    #[test]
    fn validity_is_that_of_the_url_standard() {
        for host in [
            "acme.example",
            "münchen.example",
            "xn--mnchen-3ya.example",
            "[::1]",
            "10.0.0.1",
            "a_b.example",
        ] {
            assert!(is_valid(host), "{host}");
        }
        for host in [
            "",
            "x..example",
            "a b.example",
            "[::zz]",
            "999.1.1.1",
            "acme.example|",
            "fr.\u{200b}acme.example",
        ] {
            assert!(!is_valid(host), "{host}");
        }
    }
}
