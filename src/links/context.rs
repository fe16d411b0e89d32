//! Whether a link stands in markup or in plain text: it decides what `&amp;` means.
//!
//! HTML and XML write a `&` of a link as `&amp;`, and a browser turns it back before it follows the
//! link (<https://html.spec.whatwg.org/multipage/syntax.html#character-references>). Markdown does the
//! same (<https://spec.commonmark.org/0.31.2/#entity-and-numeric-character-references>). Everywhere
//! else the five characters are sent as they stand, and every parameter behind them is lost.

use std::path::Path;

/// Where a link's text was found.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default)]
pub enum Context {
    /// The text is the link itself (YAML, JSON, source code): an entity in it is a defect.
    #[default]
    Text,
    /// The text is markup: entities are the right way to write some characters.
    Markup,
}

/// Endings of formats in which a reader decodes character references: markup itself, Markdown, and the
/// templates that produce markup.
const MARKUP_ENDINGS: &[&str] = &[
    // markup
    "html",
    "htm",
    "xhtml",
    "shtml",
    "xml",
    "xsl",
    "xslt",
    "svg",
    "rss",
    "atom",
    "opml",
    "plist",
    "mjml",
    "dita",
    "docbook",
    "fb2",
    "kml",
    "xlf",
    "xliff",
    "resx",
    "xaml",
    "storyboard",
    "xib",
    // Markdown and its relatives
    "md",
    "mdx",
    "markdown",
    "mdown",
    "mkd",
    "mkdn",
    "rmd",
    "qmd",
    "textile",
    "adoc",
    "asciidoc",
    "mediawiki",
    "wiki",
    // templates that produce markup, and languages whose files mostly are such templates
    "php",
    "phtml",
    "inc",
    "blade",
    "twig",
    "erb",
    "rhtml",
    "haml",
    "slim",
    "pug",
    "jade",
    "ejs",
    "eta",
    "hbs",
    "handlebars",
    "mustache",
    "njk",
    "nunjucks",
    "jinja",
    "jinja2",
    "j2",
    "liquid",
    "ftl",
    "ftlh",
    "vm",
    "jsp",
    "jspx",
    "tag",
    "asp",
    "aspx",
    "ascx",
    "cshtml",
    "vbhtml",
    "razor",
    "gohtml",
    "tmpl",
    "heex",
    "leex",
    "eex",
    "latte",
    "tpl",
    "volt",
    "marko",
    "astro",
    "vue",
    "svelte",
    "jsx",
    "tsx",
    "cfm",
];

impl Context {
    /// Chooses by the file's name: the last ending decides, so `page.html.md.erb` is markup and
    /// `page.html.json` is text. An unknown ending is text. Upper and lower case are the same.
    pub fn from_path(path: &Path) -> Context {
        let known = path
            .extension()
            .and_then(|ending| ending.to_str())
            .is_some_and(|ending| {
                MARKUP_ENDINGS
                    .iter()
                    .any(|known| known.eq_ignore_ascii_case(ending))
            });
        if known {
            Context::Markup
        } else {
            Context::Text
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_ending_decides() {
        for (path, context) in [
            ("a/README.md", Context::Markup),
            ("blog/post.html.md.erb", Context::Markup),
            ("views/step.PHP", Context::Markup),
            ("plugins/opensearch.xml", Context::Markup),
            ("theme.js", Context::Text),
            ("test_misc.py", Context::Text),
            ("links.yaml", Context::Text),
            ("messages.po", Context::Text),
            ("README", Context::Text),
            ("page.html.json", Context::Text),
        ] {
            assert_eq!(Context::from_path(Path::new(path)), context, "{path}");
        }
    }
}
