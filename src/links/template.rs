//! Text that a platform or a program fills in later: `{{campaign.name}}`, `{campaignid}`, `${source}`.
//!
//! What stands there is not what will be sent, so rules give no verdict on it; they need to know where
//! it stands and whose syntax it is.

use super::part::Part;

/// Whose syntax a template is written in.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Family {
    /// `{{...}}`: Marketo, Meta, LinkedIn, HubSpot, Liquid, Jinja, Handlebars.
    DoubleBrace,
    /// `{% ... %}`: Liquid, Jinja, HubL statements.
    BlockTag,
    /// `{x}`: Google Ads ValueTrack, Microsoft Ads, and format strings of many languages.
    SingleBrace,
    /// `${...}`: JavaScript, shell, Java, display-ad macros.
    DollarBrace,
    /// `$name`: PHP, shell.
    DollarName,
    /// `#{...}`: Ruby, Pug.
    HashBrace,
    /// `@{...}`: Thymeleaf, Power Automate.
    AtBrace,
    /// `%{...}` and `%(...)s`: Ruby on Rails, Python.
    PercentBrace,
    /// `%%...%%`: Salesforce Marketing Cloud, Account Engagement.
    PercentPair,
    /// `%s`, `%d`, `%1$s`, `%@`: format strings.
    Format,
    /// `<? ... ?>` and `<% ... %>`: PHP, ERB, ASP.
    Code,
    /// `[[...]]`: Thymeleaf, MODX, shortcodes.
    DoubleBracket,
    /// `*|...|*`: Mailchimp.
    MergeTag,
    /// `__NAME__`: TikTok, build scripts.
    Underscores,
}

/// One piece of templated text.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Template {
    /// From its first to its last delimiter; to the end of the text when it is not closed.
    pub part: Part,
    /// Whose syntax it is.
    pub family: Family,
    /// Whether its closing delimiter is there.
    pub closed: bool,
}

impl Template {
    /// What stands between the delimiters, without surrounding spaces.
    pub fn inner<'t>(&self, text: &'t str) -> &'t str {
        let whole = self.part.of(text);
        whole.trim_matches(|character: char| {
            character.is_whitespace()
                || matches!(
                    character,
                    '{' | '}' | '%' | '<' | '>' | '?' | '[' | ']' | '*' | '|' | '$' | '#' | '@'
                )
        })
    }
}

/// The longest `{x}`, `__X__` or `%(x)s`: a bound that keeps the search linear.
const LONGEST_NAME: usize = 120;

/// Every template of `text`, in order and without overlap. Empty without allocation when there is none.
pub(crate) fn all(text: &str) -> Vec<Template> {
    let bytes = text.as_bytes();
    let mut found = Vec::new();
    let mut search = Search {
        bytes,
        no_closer: [false; CLOSERS.len()],
    };
    let mut at = 0;
    while at < bytes.len() {
        if !opens(bytes[at]) {
            at += 1;
            continue;
        }
        match search.at(at) {
            Some((end, family, closed)) => {
                found.push(Template {
                    part: Part::new(at, end),
                    family,
                    closed,
                });
                at = end;
            }
            None => at += 1,
        }
    }
    found
}

fn opens(byte: u8) -> bool {
    matches!(
        byte,
        b'{' | b'$' | b'#' | b'@' | b'%' | b'<' | b'[' | b'*' | b'_'
    )
}

/// Delimiters that may stand far away. Once one is not found, it is not found again: so the whole
/// search is linear however often its opener stands in a text.
const CLOSERS: [&str; 7] = ["}}", "%}", "%%", "?>", "%>", "]]", "|*"];

struct Search<'t> {
    bytes: &'t [u8],
    no_closer: [bool; CLOSERS.len()],
}

impl Search<'_> {
    fn at(&mut self, at: usize) -> Option<(usize, Family, bool)> {
        let next = self.bytes.get(at + 1).copied();
        match (self.bytes[at], next?) {
            (b'{', b'{') => {
                let (mut end, closed) = self.to(at + 2, 0);
                // `{{{raw}}}`, `{{${name}}}`
                while closed && self.bytes.get(end) == Some(&b'}') {
                    end += 1;
                }
                Some((end, Family::DoubleBrace, closed))
            }
            (b'{', b'%') => Some(self.far(at + 2, 1, Family::BlockTag)),
            (b'{', _) => self
                .braces(at + 1, true)
                .map(|end| (end, Family::SingleBrace, true)),
            (b'$', b'{') => Some(self.balanced(at + 1, Family::DollarBrace)),
            // `#{{my.anchor}}` is an anchor that a platform fills in, not Ruby.
            (b'#', b'{') if self.bytes.get(at + 2) != Some(&b'{') => {
                Some(self.balanced(at + 1, Family::HashBrace))
            }
            (b'@', b'{') => Some(self.balanced(at + 1, Family::AtBrace)),
            (b'$', byte) if byte.is_ascii_alphabetic() || byte == b'_' => {
                Some((self.word(at + 1, true), Family::DollarName, true))
            }
            (b'%', b'{') => Some(self.balanced(at + 1, Family::PercentBrace)),
            (b'%', b'(') => self.python(at).map(|end| (end, Family::PercentBrace, true)),
            (b'%', b'%') => {
                // A pair without its partner is two stray percent signs.
                let (end, closed) = self.to(at + 2, 2);
                (closed && end - at <= LONGEST_NAME).then_some((end, Family::PercentPair, true))
            }
            (b'%', byte) => self.format(at, byte).map(|end| (end, Family::Format, true)),
            (b'<', b'?') => Some(self.far(at + 2, 3, Family::Code)),
            (b'<', b'%') => Some(self.far(at + 2, 4, Family::Code)),
            (b'[', b'[') => {
                let (end, closed) = self.to(at + 2, 5);
                closed.then_some((end, Family::DoubleBracket, true))
            }
            (b'*', b'|') => {
                let (end, closed) = self.to(at + 2, 6);
                closed.then_some((end, Family::MergeTag, true))
            }
            (b'_', b'_') => self
                .underscores(at)
                .map(|end| (end, Family::Underscores, true)),
            _ => None,
        }
    }

    /// The end of the closer, or the end of the text.
    fn to(&mut self, from: usize, closer: usize) -> (usize, bool) {
        let end = self.bytes.len();
        if !self.no_closer[closer] {
            match memchr::memmem::find(&self.bytes[from.min(end)..], CLOSERS[closer].as_bytes()) {
                Some(offset) => return (from + offset + 2, true),
                None => self.no_closer[closer] = true,
            }
        }
        (end, false)
    }

    fn far(&mut self, from: usize, closer: usize, family: Family) -> (usize, Family, bool) {
        let (end, closed) = self.to(from, closer);
        (end, family, closed)
    }

    /// `{` at `brace` up to its partner; to the end of the text when there is none.
    fn balanced(&self, brace: usize, family: Family) -> (usize, Family, bool) {
        let mut depth = 0usize;
        for (offset, byte) in self.bytes[brace..].iter().enumerate() {
            match byte {
                b'{' => depth += 1,
                b'}' => {
                    depth -= 1;
                    if depth == 0 {
                        return (brace + offset + 1, family, true);
                    }
                }
                _ => {}
            }
        }
        (self.bytes.len(), family, false)
    }

    /// The end of `name}` after a single `{`. A name is short, begins like one and has no delimiter of a
    /// link in it except `?` and `:`, which ValueTrack and OpenSearch use.
    fn braces(&self, from: usize, dollar: bool) -> Option<usize> {
        let window = &self.bytes[from..self.bytes.len().min(from + LONGEST_NAME)];
        let close = memchr::memchr(b'}', window)?;
        let name = window[..close].trim_ascii();
        let first = *name.first()?;
        let begins = first.is_ascii_alphanumeric()
            || matches!(first, b'_' | b'@' | b'!' | b'=')
            || (dollar && first == b'$');
        let plain = !name
            .iter()
            .any(|byte| matches!(byte, b'&' | b'#' | b'{' | b'<' | b'"'));
        (begins && plain).then_some(from + close + 1)
    }

    fn word(&self, from: usize, arrows: bool) -> usize {
        let mut end = from;
        while let Some(byte) = self.bytes.get(end) {
            let arrow = arrows && self.bytes[end..].starts_with(b"->");
            if arrow {
                end += 2;
            } else if byte.is_ascii_alphanumeric() || *byte == b'_' {
                end += 1;
            } else {
                break;
            }
        }
        end
    }

    fn python(&self, at: usize) -> Option<usize> {
        let end = self.word(at + 2, false);
        let rest = &self.bytes[end..];
        (rest.first() == Some(&b')') && matches!(rest.get(1), Some(b's' | b'd' | b'i' | b'r')))
            .then_some(end + 2)
    }

    /// `%s`, `%d`, `%@`, `%1$s`; not a percent escape, and not a word that begins with `%s`.
    fn format(&self, at: usize, byte: u8) -> Option<usize> {
        let mut letter = at + 1;
        if byte.is_ascii_digit() && self.bytes.get(at + 2) == Some(&b'$') {
            letter = at + 3;
        }
        let kind = self.bytes.get(letter)?;
        let after = self.bytes.get(letter + 1);
        let stands_alone = !after.is_some_and(|byte| byte.is_ascii_alphanumeric());
        (matches!(kind, b's' | b'd' | b'i' | b'u' | b'@') && stands_alone).then_some(letter + 1)
    }

    fn underscores(&self, at: usize) -> Option<usize> {
        let window = &self.bytes[at + 2..self.bytes.len().min(at + LONGEST_NAME)];
        let close = memchr::memmem::find(window, b"__")?;
        let name = &window[..close];
        let upper = name.first().is_some_and(u8::is_ascii_uppercase)
            && name
                .iter()
                .all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit() || *byte == b'_');
        upper.then_some(at + 2 + close + 2)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Vec<(&str, Family)> {
        all(text)
            .into_iter()
            .map(|template| (template.part.of(text), template.family))
            .collect()
    }

    #[test]
    fn each_platforms_syntax_is_recognised() {
        use Family::*;
        for (text, template, family) in [
            ("x={{campaign.name}}&y", "{{campaign.name}}", DoubleBrace),
            ("x={{{raw}}}", "{{{raw}}}", DoubleBrace),
            ("x={{${first_name}}}", "{{${first_name}}}", DoubleBrace),
            ("x={% if a %}b", "{% if a %}", BlockTag),
            ("x={campaignid}", "{campaignid}", SingleBrace),
            ("x={keyword:default}", "{keyword:default}", SingleBrace),
            ("x={startPage?}", "{startPage?}", SingleBrace),
            ("x={$faq}/", "{$faq}", SingleBrace),
            ("x=${a.map(b => {c})}!", "${a.map(b => {c})}", DollarBrace),
            ("x=$k1_slug&", "$k1_slug", DollarName),
            ("x=#{name}", "#{name}", HashBrace),
            ("x#{{my.anchor}}", "{{my.anchor}}", DoubleBrace),
            ("x=@{name}", "@{name}", AtBrace),
            ("x=%{name}", "%{name}", PercentBrace),
            ("x/%(slug)s/", "%(slug)s", PercentBrace),
            ("x=%%emailname_%%&", "%%emailname_%%", PercentPair),
            ("x=%s&", "%s", Format),
            ("x=%1$s", "%1$s", Format),
            ("x=<?= $x ?>&", "<?= $x ?>", Code),
            ("x=<%= x %>&", "<%= x %>", Code),
            ("x=[[name]]", "[[name]]", DoubleBracket),
            ("x=*|UNIQID|*", "*|UNIQID|*", MergeTag),
            ("x=__CAMPAIGN_NAME__", "__CAMPAIGN_NAME__", Underscores),
        ] {
            assert_eq!(read(text), [(template, family)], "{text}");
        }
    }

    #[test]
    fn an_unclosed_template_reaches_to_the_end() {
        let text = "x=${encodeURIComponent(";
        let [template] = all(text)[..] else {
            panic!("one template")
        };
        assert_eq!(
            (template.part.of(text), template.closed),
            ("${encodeURIComponent(", false)
        );
    }

    #[test]
    fn ordinary_links_hold_no_template() {
        for text in [
            "https://acme.example/a_b?x=50%25&y=%C3%A9&z=a__b__c#d",
            "price=$100",
            "a{b&c}",
            "100%&x",
            "x%%y",
            "50%sale",
            "[::1]",
        ] {
            assert!(read(text).is_empty(), "{text}: {:?}", read(text));
        }
    }

    #[test]
    fn many_unclosed_openers_take_linear_time() {
        let text = "{{%%[[*|<?__%(".repeat(50_000);
        assert!(!all(&text).is_empty());
        let braces = "[[".repeat(200_000);
        assert!(all(&braces).is_empty());
        let braces = "{".repeat(200_001);
        assert!(all(&braces).len() == 1);
    }
}
