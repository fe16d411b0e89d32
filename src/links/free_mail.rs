//! Domains at which anybody can open a mailbox, and the domain that somebody registered.

/// Providers that have the same name under many country codes: `yahoo.co.uk`, `gmx.at`.
const NAMES: &[&str] = &["yahoo", "ymail", "rocketmail", "hotmail", "outlook", "gmx"];

/// The large providers of free mailboxes and those that come with an internet connection, from
/// their own sign-up pages. Written 2026-11-22.
#[rustfmt::skip]
const DOMAINS: &[&str] = &[
    "gmail.com", "googlemail.com", "live.com", "live.co.uk", "live.de", "live.fr", "live.nl", "live.it",
    "msn.com", "passport.com", "windowslive.com", "icloud.com", "me.com", "mac.com", "aol.com", "aol.de",
    "aol.co.uk", "aim.com", "verizon.net", "att.net", "sbcglobal.net", "bellsouth.net", "comcast.net",
    "cox.net", "charter.net", "earthlink.net", "juno.com", "optonline.net", "web.de", "t-online.de",
    "freenet.de", "mail.de", "posteo.de", "arcor.de", "bluewin.ch", "hispeed.ch", "chello.at", "aon.at",
    "orange.fr", "wanadoo.fr", "free.fr", "laposte.net", "sfr.fr", "neuf.fr", "libero.it", "virgilio.it",
    "alice.it", "tiscali.it", "tin.it", "btinternet.com", "sky.com", "virginmedia.com", "talktalk.net",
    "ntlworld.com", "blueyonder.co.uk", "ziggo.nl", "kpnmail.nl", "home.nl", "planet.nl", "telenet.be",
    "skynet.be", "telia.com", "wp.pl", "o2.pl", "onet.pl", "interia.pl", "seznam.cz", "centrum.cz",
    "mail.ru", "bk.ru", "inbox.ru", "list.ru", "yandex.ru", "yandex.com", "ya.ru", "rambler.ru", "ukr.net",
    "qq.com", "163.com", "126.com", "sina.com", "sohu.com", "foxmail.com", "naver.com", "daum.net",
    "hanmail.net", "rediffmail.com", "uol.com.br", "bol.com.br", "terra.com.br", "bigpond.com",
    "optusnet.com.au", "xtra.co.nz", "shaw.ca", "rogers.com", "sympatico.ca", "proton.me", "protonmail.com",
    "pm.me", "tutanota.com", "tuta.io", "hey.com", "fastmail.com", "zohomail.com", "mail.com", "email.com",
    "hushmail.com", "inbox.com",
];

/// Labels below a country code under which domains are registered: `co.uk`, `com.au`, `or.jp`.
#[rustfmt::skip]
const SECOND_LEVELS: &[&str] = &[
    "ac", "asn", "co", "com", "edu", "gen", "gob", "gouv", "gov", "govt", "gv", "id", "ind", "ltd", "me",
    "mil", "ne", "net", "nhs", "nom", "or", "org", "plc", "sch",
];

/// Whether anybody can open a mailbox at this domain.
pub fn is_free_mail(domain: &str) -> bool {
    let domain = organisational(domain.trim_end_matches('.'));
    let name = domain.split('.').next().unwrap_or(domain);
    DOMAINS
        .iter()
        .any(|known| known.eq_ignore_ascii_case(domain))
        || (NAMES.iter().any(|known| known.eq_ignore_ascii_case(name))
            && !domain.to_ascii_lowercase().ends_with(".example"))
}

/// The domain that somebody registered: `acme.co.uk` of `mail.acme.co.uk`. DMARC compares these.
/// The list of all public suffixes has some 10,000 entries; nearly all that companies use are a
/// top-level domain, or a short word before a country code.
pub fn organisational(domain: &str) -> &str {
    let mut dots = domain.rmatch_indices('.').map(|(at, _)| at);
    let (Some(last), Some(before)) = (dots.next(), dots.next()) else {
        return domain;
    };
    let country = domain.len() - last - 1 == 2;
    let second = &domain[before + 1..last];
    let is_shared = country
        && SECOND_LEVELS
            .iter()
            .any(|known| known.eq_ignore_ascii_case(second));
    if !is_shared {
        return &domain[before + 1..];
    }
    match dots.next() {
        Some(at) => &domain[at + 1..],
        None => domain,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_registered_domain_is_below_the_public_suffix() {
        for (domain, registered) in [
            ("acme.example", "acme.example"),
            ("mail.acme.example", "acme.example"),
            ("a.b.acme.co.uk", "acme.co.uk"),
            ("acme.com.au", "acme.com.au"),
            ("mail.acme.de", "acme.de"),
            ("localhost", "localhost"),
            ("co.uk", "co.uk"),
            ("", ""),
        ] {
            assert_eq!(organisational(domain), registered, "{domain}");
        }
    }

    #[test]
    fn a_private_mailbox_is_no_companys() {
        for domain in ["gmail.com", "GMX.at", "yahoo.co.uk", "web.de"] {
            assert!(is_free_mail(domain), "{domain}");
        }
        for domain in [
            "acme.example",
            "gmail.acme.example",
            "mygmail.com",
            "yahooligans.com",
        ] {
            assert!(!is_free_mail(domain), "{domain}");
        }
    }
}
