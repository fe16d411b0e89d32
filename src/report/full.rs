//! Findings for people: the lines they stand in, why they matter, what to do about them.

use std::collections::HashSet;
use std::fmt;
use std::io::{self, Write};

use miette::{
    Diagnostic, GraphicalReportHandler, GraphicalTheme, LabeledSpan, MietteError,
    MietteSpanContents, SourceCode, SourceSpan, SpanContents, ThemeCharacters,
};

use super::excerpt::{Excerpt, Mark, excerpts};
use super::texts::Texts;
use super::{LinkText, Look, Places, Report, summary};
use crate::diagnostics::{Finding, Severity, escape};

/// More places than this are counted and not shown: the reader has got the point.
const MOST_RELATED: usize = 8;
/// Where the word before a footer ends, so that they stand in a column.
const KEY_WIDTH: usize = 7;

/// Tells all findings up to the limit, and what the run comes to.
pub(super) fn write(report: &Report<'_>, look: Look, out: &mut dyn Write) -> io::Result<()> {
    let places = Places::new(report.sources);
    let texts = Texts::new(&places, report);
    let mut teller = Teller::new(look);
    for finding in report.findings.iter().take(look.limit) {
        teller.tell(&texts, finding, out)?;
    }
    let more = report.findings.len().saturating_sub(look.limit);
    if more > 0 {
        let count = summary::number(more as u64);
        writeln!(out, "… and {count} more; --format short shows all\n")?;
    }
    write_summary(&report.summary, look, out)
}

fn write_summary(summary: &summary::Summary, look: Look, out: &mut dyn Write) -> io::Result<()> {
    let paint = Paint(look.color);
    let sentence = summary.sentence();
    match (summary.errors, summary.warnings) {
        (0, 0) => write!(out, "{sentence}")?,
        (0, _) => write!(out, "{}", paint.warning(&sentence))?,
        _ => write!(out, "{}", paint.error(&sentence))?,
    }
    match summary.fix_sentence() {
        Some(fixable) => writeln!(out, ". {fixable}"),
        None => writeln!(out),
    }
}

/// Tells findings one after the other.
pub struct Teller {
    look: Look,
    /// Rules of which the reader knows already how to learn more.
    known: HashSet<String>,
}

impl Teller {
    /// A teller who has told nothing yet.
    pub fn new(look: Look) -> Teller {
        Teller {
            look,
            known: HashSet::new(),
        }
    }

    /// Tells the findings about one link of a list.
    ///
    /// # Errors
    /// When `out` cannot be written to.
    pub fn tell_link(
        &mut self,
        link: LinkText<'_>,
        findings: &[Finding],
        places: &Places<'_>,
        out: &mut dyn Write,
    ) -> io::Result<()> {
        let texts = Texts::of_link(places, link, findings);
        findings
            .iter()
            .try_for_each(|finding| self.tell(&texts, finding, out))
    }

    /// Tells one finding.
    pub(super) fn tell(
        &mut self,
        texts: &Texts<'_>,
        finding: &Finding,
        out: &mut dyn Write,
    ) -> io::Result<()> {
        let paint = Paint(self.look.color);
        let rule = escape::line(&finding.rule);
        let head = format!("{}[{rule}]", finding.severity);
        let message = texts.masked(&finding.message);
        let lines = wrapped(&escape::line(&message), self.look.width, head.len() + 2, 2);
        let head = paint.severity(finding.severity, &head);
        writeln!(out, "{head}{} {}", paint.bold(":"), paint.bold(&lines))?;

        let excerpts = self.excerpts(texts, finding);
        // Where the line numbers are shorter, the lines are moved, so that all stand in a column.
        let digits = excerpts
            .iter()
            .map(Excerpt::digits)
            .max()
            .unwrap_or_default();
        for excerpt in &excerpts {
            self.draw(excerpt, finding.severity, digits - excerpt.digits(), out)?;
        }
        let unseen = finding.related.len().saturating_sub(MOST_RELATED);
        if unseen > 0 {
            let places = summary::counted(unseen as u64, "place", "places");
            self.footer("also", &format!("{places} more"), out)?;
        }
        self.footer("why", &texts.masked(&finding.why), out)?;
        self.footer("help", &texts.masked(&finding.help), out)?;
        for fix in &finding.fixes {
            let how = if fix.safe {
                "safe, apply with --fix"
            } else {
                "look at it first"
            };
            let title = texts.masked(&fix.title);
            self.footer("fix", &format!("{title} ({how})"), out)?;
        }
        if self.known.insert(finding.rule.to_string()) {
            self.footer(
                "more",
                &format!("campaignlint explain {}", finding.rule),
                out,
            )?;
        }
        writeln!(out)
    }

    /// The excerpts of the finding's own file, and those of others in the order of the labels.
    fn excerpts(&self, texts: &Texts<'_>, finding: &Finding) -> Vec<Excerpt> {
        let range = |span: crate::syntax::Span| span.start as usize..span.end as usize;
        let own = finding.place.file;
        let mut files = vec![(
            own,
            vec![Mark {
                span: range(finding.place.span),
                text: String::new(),
                primary: true,
            }],
        )];
        for label in finding.related.iter().take(MOST_RELATED) {
            let mark = Mark {
                span: range(label.place.span),
                text: escape::line(&texts.masked(&label.text)).into_owned(),
                primary: false,
            };
            match files.iter_mut().find(|(file, _)| *file == label.place.file) {
                Some((_, marks)) => marks.push(mark),
                None => files.push((label.place.file, vec![mark])),
            }
        }
        let width = self.look.width;
        files
            .into_iter()
            .flat_map(|(file, marks)| excerpts(texts, file, marks, width))
            .collect()
    }

    /// Draws some lines with their marks.
    fn draw(
        &self,
        excerpt: &Excerpt,
        severity: Severity,
        indent: usize,
        out: &mut dyn Write,
    ) -> io::Result<()> {
        let theme = theme(self.look, severity, &excerpt.marks);
        let handler = GraphicalReportHandler::new_themed(theme)
            .without_primary_span_start()
            .without_syntax_highlighting()
            .with_context_lines(0)
            .with_width(self.look.width);
        let mut drawn = String::new();
        handler
            .render_report(&mut drawn, &Picture(excerpt))
            .map_err(io::Error::other)?;
        // Before the lines stands a line for the message, which has been told above.
        let lines = drawn.split_once('\n').map_or("", |(_, lines)| lines);
        for line in lines.lines() {
            writeln!(out, "{:indent$}{}", "", line.trim_end())?;
        }
        Ok(())
    }

    fn footer(&self, key: &str, text: &str, out: &mut dyn Write) -> io::Result<()> {
        if text.is_empty() {
            return Ok(());
        }
        let indent = KEY_WIDTH + 2;
        let lines = wrapped(&escape::line(text), self.look.width, indent, indent);
        let padding = KEY_WIDTH.saturating_sub(key.len());
        let key = Paint(self.look.color).key(&format!("{key}:"));
        writeln!(out, "{:padding$}{key} {lines}", "")
    }
}

/// The words of a text in lines of at most `width` columns, the first of which has `first` columns
/// in use; the others begin with `indent` spaces. Words that are too long stay whole, since a link
/// that is broken in two cannot be clicked.
pub(super) fn wrapped(text: &str, width: usize, first: usize, indent: usize) -> String {
    let mut lines = String::with_capacity(text.len());
    let mut used = first;
    for (number, word) in text.split(' ').enumerate() {
        let columns: usize = word.chars().map(escape::width).sum();
        if number > 0 {
            if used + 1 + columns > width && used > indent {
                lines.push('\n');
                lines.extend(std::iter::repeat_n(' ', indent));
                used = indent;
            } else {
                lines.push(' ');
                used += 1;
            }
        }
        lines.push_str(word);
        used += columns;
    }
    lines
}

/// Puts colours around text where they are wanted.
pub(super) struct Paint(pub(super) bool);

impl Paint {
    fn with(&self, code: &str, text: &str) -> String {
        if self.0 {
            format!("\u{1b}[{code}m{text}\u{1b}[0m")
        } else {
            text.to_owned()
        }
    }
    fn error(&self, text: &str) -> String {
        self.with("1;31", text)
    }
    pub(super) fn warning(&self, text: &str) -> String {
        self.with("1;33", text)
    }
    pub(super) fn key(&self, text: &str) -> String {
        self.with("36", text)
    }
    pub(super) fn bold(&self, text: &str) -> String {
        self.with("1", text)
    }
    fn severity(&self, severity: Severity, text: &str) -> String {
        match severity {
            Severity::Error => self.error(text),
            Severity::Warning => self.warning(text),
            Severity::Info => self.with("1;36", text),
        }
    }
}

/// The drawing's characters and colours: the finding's own mark in the colour of its severity.
fn theme(look: Look, severity: Severity, marks: &[Mark]) -> GraphicalTheme {
    let mut theme = if look.color {
        GraphicalTheme::unicode()
    } else {
        GraphicalTheme::none()
    };
    theme.characters = if look.unicode {
        ThemeCharacters::unicode()
    } else {
        ThemeCharacters::ascii()
    };
    let own = match severity {
        Severity::Error => theme.styles.error,
        Severity::Warning => theme.styles.warning,
        Severity::Info => theme.styles.advice,
    };
    let other = theme.styles.help;
    theme.styles.highlights = marks
        .iter()
        .map(|mark| if mark.primary { own } else { other })
        .collect();
    theme.styles.link = theme.styles.linum;
    theme
}

/// An excerpt as the renderer asks for it: a diagnostic without a message, whose source code is
/// the excerpt and nothing else.
#[derive(Clone, Copy)]
struct Picture<'a>(&'a Excerpt);

impl fmt::Debug for Picture<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0.title)
    }
}

impl fmt::Display for Picture<'_> {
    fn fmt(&self, _: &mut fmt::Formatter<'_>) -> fmt::Result {
        Ok(())
    }
}

impl std::error::Error for Picture<'_> {}

impl Diagnostic for Picture<'_> {
    fn source_code(&self) -> Option<&dyn SourceCode> {
        Some(self)
    }

    fn labels(&self) -> Option<Box<dyn Iterator<Item = LabeledSpan> + '_>> {
        Some(Box::new(self.0.marks.iter().map(|mark| {
            let text = Some(mark.text.clone()).filter(|text| !text.is_empty());
            let span = (mark.span.start, mark.span.len());
            match mark.primary {
                true => LabeledSpan::new_primary_with_span(text, span),
                false => LabeledSpan::new_with_span(text, span),
            }
        })))
    }
}

impl SourceCode for Picture<'_> {
    /// Always the whole excerpt: it holds the lines around the marks already.
    fn read_span<'a>(
        &'a self,
        _: &SourceSpan,
        _: usize,
        _: usize,
    ) -> Result<Box<dyn SpanContents<'a> + 'a>, MietteError> {
        let shown = &self.0.shown;
        Ok(Box::new(MietteSpanContents::new_named(
            self.0.title.clone(),
            shown.as_bytes(),
            SourceSpan::from((0, shown.len())),
            (self.0.first_line - 1) as usize,
            0,
            shown.lines().count(),
        )))
    }
}
