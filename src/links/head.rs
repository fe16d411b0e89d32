//! What stands before a link's query and fragment: scheme, user information, host, port and path.
//!
//! The URL standard (<https://url.spec.whatwg.org/#url-parsing>) says what browsers do; beyond it, texts
//! that people take for links are recognised for what they are: hosts without a scheme, links made
//! harmless on purpose, templates.

use super::{part::Part, scan::Scan};

/// What kind of reference a text is.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Form {
    /// `https://host/...` or `http://host/...`.
    Web,
    /// `hxxps://host/...`: a link made harmless on purpose.
    Defanged,
    /// `//host/...`: the scheme of the page it stands on.
    SchemeRelative,
    /// `acme.example/page`: a host without a scheme. Browsers take it for a path.
    Bare,
    /// `/page`, `page`, `../page`, `?utm_source=x`, `#top`.
    Relative,
    /// Another scheme: `mailto:`, `tel:`, `javascript:`, `market://`.
    Other,
    /// Begins with a template that may hold the scheme and the host: `{{my.url}}?utm_source=x`.
    Templated,
    /// Nothing but white space.
    Empty,
}

/// What stands before the query and the fragment.
pub(crate) struct Head {
    pub(crate) form: Form,
    pub(crate) scheme: Part,
    pub(crate) userinfo: Option<Part>,
    pub(crate) host: Option<Part>,
    pub(crate) port: Option<Part>,
    pub(crate) path: Part,
}

impl Head {
    pub(crate) fn read(scan: &Scan<'_>, head: Part) -> Head {
        let bytes = scan.bytes();
        let scheme = scheme(scan, head);
        let after_scheme = if scheme.is_empty() {
            head.start()
        } else {
            scheme.end() + 1
        };
        let name = scheme.of(scan.text);
        let slashes = bytes[after_scheme..head.end()]
            .iter()
            .take_while(|byte| **byte == b'/')
            .count();
        let web = ["https", "http"]
            .iter()
            .any(|known| name.eq_ignore_ascii_case(known));
        let defanged = ["hxxps", "hxxp"]
            .iter()
            .any(|known| name.eq_ignore_ascii_case(known));
        let form = match (name, slashes) {
            _ if web => Form::Web,
            _ if defanged => Form::Defanged,
            ("", 2) => Form::SchemeRelative,
            ("", _) => Form::Relative,
            _ => Form::Other,
        };
        let authority = match form {
            // Browsers also read `https:/host` and `https:host`.
            Form::Web | Form::Defanged => Some(after_scheme + slashes.min(2)),
            _ if slashes >= 2 => Some(after_scheme + 2),
            _ => None,
        };
        let mut read = Head {
            form,
            scheme,
            userinfo: None,
            host: None,
            port: None,
            path: Part::new(after_scheme, head.end()),
        };
        if let Some(authority) = authority {
            read.authority(scan, authority, head.end());
        } else if form == Form::Relative {
            read.without_scheme(scan, head);
        }
        read
    }

    /// A text that begins with a template, a bare host, or a path.
    fn without_scheme(&mut self, scan: &Scan<'_>, head: Part) {
        if scan.template_at(head.start()).is_some() {
            self.form = Form::Templated;
        } else if looks_like_host(scan, head) {
            self.form = Form::Bare;
            self.authority(scan, head.start(), head.end());
        } else if head.is_empty() && head.start() == scan.text.len() {
            self.form = Form::Empty;
        }
    }

    /// User information, host and port from `from` on; the rest is the path.
    fn authority(&mut self, scan: &Scan<'_>, from: usize, to: usize) {
        let end = [
            scan.find(b'/', from, to),
            scan.find(b'\\', from, to),
            scan.separator(from, to).map(Part::start),
        ]
        .into_iter()
        .flatten()
        .min()
        .unwrap_or(to);
        self.path = Part::new(end, to);
        let mut host = from;
        let mut at = from;
        while let Some(sign) = scan.find(b'@', at, end) {
            self.userinfo = Some(Part::new(from, sign));
            host = sign + 1;
            at = host;
        }
        let bracket = if scan.bytes().get(host) == Some(&b'[') {
            scan.find(b']', host, end)
        } else {
            None
        };
        let colon = scan.find(b':', bracket.unwrap_or(host), end);
        self.host = Some(Part::new(host, colon.unwrap_or(end)));
        self.port = colon.map(|colon| Part::new(colon + 1, end));
    }
}

/// The scheme at the start of `head`: letters, digits, `+`, `-` and `.` up to a `:`. What is a host with
/// a port (`localhost:3000`, `acme.example:443`) has none.
fn scheme(scan: &Scan<'_>, head: Part) -> Part {
    let bytes = &scan.bytes()[head.range()];
    let none = Part::new(head.start(), head.start());
    if !bytes.first().is_some_and(u8::is_ascii_alphabetic) {
        return none;
    }
    let length = bytes
        .iter()
        .take_while(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'-' | b'.'))
        .count();
    if bytes.get(length) != Some(&b':') {
        return none;
    }
    let name = &bytes[..length];
    let port = bytes.get(length + 1).is_some_and(u8::is_ascii_digit);
    if port && (name.contains(&b'.') || name.eq_ignore_ascii_case(b"localhost")) {
        return none;
    }
    Part::new(head.start(), head.start() + length)
}

/// Endings of files, which make `page.html` a path and not a host.
const FILE_ENDINGS: &[&str] = &[
    "html", "htm", "php", "aspx", "asp", "jsp", "md", "pdf", "png", "jpg", "jpeg", "gif", "svg",
    "xml", "json", "txt", "js", "css", "yaml", "yml", "csv", "zip",
];

/// Whether a text without a scheme begins with a host name: `www.acme.example/x`, `localhost:3000`.
fn looks_like_host(scan: &Scan<'_>, head: Part) -> bool {
    let first = scan.text[head.range()]
        .split(['/', '&'])
        .next()
        .unwrap_or("");
    let (host, port) = first
        .split_once(':')
        .map_or((first, None), |(host, port)| (host, Some(port)));
    if let Some(port) = port
        && (port.is_empty() || !port.bytes().all(|byte| byte.is_ascii_digit()))
    {
        return false;
    }
    let Some((name, ending)) = host.rsplit_once('.') else {
        return host.eq_ignore_ascii_case("localhost");
    };
    let letters = |text: &str| {
        text.chars()
            .all(|letter| letter.is_alphanumeric() || matches!(letter, '-' | '.' | '_'))
    };
    !name.is_empty()
        && !name.starts_with('.')
        && letters(name)
        && ending.len() >= 2
        && ending.chars().all(char::is_alphabetic)
        && !FILE_ENDINGS
            .iter()
            .any(|known| ending.eq_ignore_ascii_case(known))
}
