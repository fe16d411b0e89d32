//! Findings for programs. The types here are the contract; their schema is
//! `schemas/report.schema.json`.
//!
//! Findings and links are written as they come, one to a line, so that a list of a million links
//! needs no memory for its report.

use std::io::{self, Write};

use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde::Serialize;

use super::texts::Texts;
use super::{LinkText, Places, Report, Summary};
use crate::diagnostics::{self, Place, Severity, escape};

/// JSON whose text a terminal can show: a report is looked at in the log of a pipeline too. What a
/// terminal must not get is written as `\u202e`, which says the same to every reader of JSON.
struct Harmless;

impl serde_json::ser::Formatter for Harmless {
    fn write_string_fragment<W: ?Sized + Write>(
        &mut self,
        out: &mut W,
        fragment: &str,
    ) -> io::Result<()> {
        let mut rest = fragment;
        while let Some((at, unsafe_one)) = rest.char_indices().find(|(_, c)| escape::is_unsafe(*c))
        {
            out.write_all(&rest.as_bytes()[..at])?;
            for unit in unsafe_one.encode_utf16(&mut [0; 2]) {
                write!(out, "\\u{unit:04x}")?;
            }
            rest = &rest[at + unsafe_one.len_utf8()..];
        }
        out.write_all(rest.as_bytes())
    }
}

/// Writes a value as JSON.
pub(super) fn put(out: &mut (impl Write + ?Sized), value: &impl Serialize) -> io::Result<()> {
    let mut serializer = serde_json::Serializer::with_formatter(out, Harmless);
    Ok(value.serialize(&mut serializer)?)
}

/// The version of the contract. It grows when a program that reads reports would have to change.
pub const VERSION: u32 = 1;

/// A report of campaignlint.
#[derive(JsonSchema)]
#[expect(
    dead_code,
    reason = "it is written piece by piece; the type is there for the schema"
)]
struct JsonReport {
    /// The version of this format: 1.
    #[schemars(extend("const" = 1))]
    version: u32,
    /// Everything that was found, in the order of files and lines.
    findings: Vec<JsonFinding>,
    /// Every link of a list, in the order of the list. Only in reports of `campaignlint urls`.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Vec<JsonUrl>")]
    urls: Option<Vec<JsonUrl>>,
    /// What the run comes to.
    summary: JsonSummary,
}

/// One thing that is wrong, at one place.
#[derive(Serialize, JsonSchema)]
pub(super) struct JsonFinding {
    /// The rule that speaks, as `family/name`.
    rule: String,
    severity: JsonSeverity,
    #[serde(flatten)]
    place: JsonPlace,
    /// What is wrong, as one sentence.
    message: String,
    /// Why it matters.
    why: String,
    /// What to do about it. May be empty where a fix says it all.
    help: String,
    /// Other places that matter, above all the line of the policy that decided.
    related: Vec<JsonRelated>,
    /// Changes that would mend it, the best first. One whose text would tell a secret is left out.
    fixes: Vec<JsonFix>,
    /// A name for this finding that stays the same when lines around it move: 16 hexadecimal
    /// digits.
    fingerprint: String,
}

/// How much a finding matters.
#[derive(Serialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
enum JsonSeverity {
    /// Worth knowing; nothing is lost if it stays.
    Info,
    /// Probably a mistake, or a cost later.
    Warning,
    /// Money is lost, the law is broken, or a sync would be refused.
    Error,
}

/// Where something stands.
#[derive(Serialize, JsonSchema)]
struct JsonPlace {
    /// The file, relative to the workspace, with `/` between folders.
    path: String,
    /// The line, from 1.
    #[schemars(range(min = 1))]
    line: u64,
    /// The column in Unicode characters, from 1.
    #[schemars(range(min = 1))]
    column: u64,
    /// The line of the end, from 1.
    #[schemars(range(min = 1))]
    end_line: u64,
    /// The column behind the last character, from 1.
    #[schemars(range(min = 1))]
    end_column: u64,
    /// The first byte, from 0, in the file as it is stored; of a link in a list, in the link.
    byte_start: u32,
    /// The byte behind the last.
    byte_end: u32,
}

/// Another place that matters.
#[derive(Serialize, JsonSchema)]
struct JsonRelated {
    #[serde(flatten)]
    place: JsonPlace,
    /// What the place has to do with the finding.
    text: String,
}

/// A change that mends a finding.
#[derive(Serialize, JsonSchema)]
struct JsonFix {
    /// What it does, as an order.
    title: String,
    /// Whether the meaning surely stays what the author meant, so that `--fix` applies it.
    safe: bool,
    /// The edits, all in the file of the finding. They do not overlap.
    edits: Vec<JsonEdit>,
}

/// A range of bytes and what is to stand there instead.
#[derive(Serialize, JsonSchema)]
struct JsonEdit {
    /// The first byte to be replaced, from 0.
    byte_start: u32,
    /// The byte behind the last to be replaced.
    byte_end: u32,
    /// The new text.
    text: String,
}

/// One link of a list.
#[derive(Serialize, JsonSchema)]
struct JsonUrl {
    /// The line of the list at which its record begins, from 1.
    #[schemars(range(min = 1))]
    line: u64,
    /// The link, with personal data masked.
    url: String,
    /// The channel group's name for where a visit by this link would be counted; null where that
    /// cannot be said.
    channel: Option<String>,
    /// What is wrong with it.
    findings: Vec<JsonFinding>,
}

/// What a run comes to.
#[derive(Serialize, JsonSchema)]
struct JsonSummary {
    /// Findings that are errors.
    errors: u64,
    /// Findings that are warnings.
    warnings: u64,
    /// Findings that are for information.
    infos: u64,
    /// Findings with a safe fix.
    safely_fixable: u64,
    /// Files that were checked.
    files: u64,
    /// Only in reports of `campaignlint urls`.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "LinkCounts")]
    links: Option<LinkCounts>,
}

/// What a list of links comes to.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, JsonSchema)]
pub struct LinkCounts {
    /// Records of the list, without its header, comments and blank lines.
    pub rows: u64,
    /// Records with a link in them.
    pub links: u64,
    /// Links without an error or a warning. Divided by `links` it is the tracking compliance rate.
    pub compliant: u64,
    /// Records that could not be read.
    pub unreadable: u64,
}

/// The JSON Schema of the format.
pub fn report_schema() -> Schema {
    let mut settings = schemars::generate::SchemaSettings::draft2020_12();
    settings.contract = schemars::generate::Contract::Serialize;
    let mut schema = SchemaGenerator::new(settings).into_root_schema_for::<JsonReport>();
    schema.insert("title".into(), "campaignlint report".into());
    schema
}

/// Tells all findings.
pub(super) fn write(report: &Report<'_>, out: &mut dyn Write) -> io::Result<()> {
    let places = Places::new(report.sources);
    let texts = Texts::new(&places, report);
    begin(out)?;
    for (number, finding) in report.findings.iter().enumerate() {
        separator(number == 0, out)?;
        put(&mut *out, &of_finding(&texts, finding))?;
    }
    end_list(report.findings.is_empty(), out)?;
    write_summary(&report.summary, None, out)
}

/// Writes the report on a list of links, link by link.
pub struct UrlsReport<'a> {
    out: &'a mut dyn Write,
    places: &'a Places<'a>,
    empty: bool,
    /// Each link is put together here and written at once.
    line: Vec<u8>,
}

impl<'a> UrlsReport<'a> {
    /// Begins a report. The places are those that the findings' labels point into.
    ///
    /// # Errors
    /// When `out` cannot be written to.
    pub fn begin(out: &'a mut dyn Write, places: &'a Places<'a>) -> io::Result<UrlsReport<'a>> {
        begin(out)?;
        write!(out, "],\"urls\":[")?;
        Ok(UrlsReport {
            out,
            places,
            empty: true,
            line: Vec::new(),
        })
    }

    /// Goes on with a report that was begun; `empty` says that no link was added yet.
    pub fn resume(out: &'a mut dyn Write, places: &'a Places<'a>, empty: bool) -> UrlsReport<'a> {
        UrlsReport {
            out,
            places,
            empty,
            line: Vec::new(),
        }
    }

    /// Adds a link and what was found; spans in the file [`super::LINK`] count in the link.
    ///
    /// # Errors
    /// When `out` cannot be written to.
    pub fn link(
        &mut self,
        link: LinkText<'_>,
        channel: Option<&str>,
        findings: &[diagnostics::Finding],
    ) -> io::Result<()> {
        self.line.clear();
        separator(self.empty, &mut self.line)?;
        self.empty = false;
        let texts = Texts::of_link(self.places, link, findings);
        let url = JsonUrl {
            line: link.line,
            url: texts.masks.apply_to_file(super::LINK, link.url),
            channel: channel.map(str::to_owned),
            findings: findings
                .iter()
                .map(|finding| of_finding(&texts, finding))
                .collect(),
        };
        put(&mut self.line, &url)?;
        self.out.write_all(&self.line)
    }

    /// Ends the report.
    ///
    /// # Errors
    /// When `out` cannot be written to.
    pub fn end(self, summary: &Summary, links: LinkCounts) -> io::Result<()> {
        end_list(self.empty, self.out)?;
        write_summary(summary, Some(links), self.out)
    }
}

fn begin(out: &mut dyn Write) -> io::Result<()> {
    write!(out, "{{\"version\":{VERSION},\"findings\":[")
}

fn separator(first: bool, out: &mut dyn Write) -> io::Result<()> {
    out.write_all(if first { b"\n" } else { b",\n" })
}

fn end_list(empty: bool, out: &mut dyn Write) -> io::Result<()> {
    out.write_all(if empty { b"]" } else { b"\n]" })
}

fn write_summary(
    summary: &Summary,
    links: Option<LinkCounts>,
    out: &mut dyn Write,
) -> io::Result<()> {
    let summary = JsonSummary {
        errors: summary.errors,
        warnings: summary.warnings,
        infos: summary.infos,
        safely_fixable: summary.safely_fixable,
        files: summary.files,
        links,
    };
    write!(out, ",\"summary\":")?;
    put(&mut *out, &summary)?;
    writeln!(out, "}}")
}

pub(super) fn of_finding(texts: &Texts<'_>, finding: &diagnostics::Finding) -> JsonFinding {
    let masked = |text: &str| texts.masked(text).into_owned();
    let tells =
        |fix: &diagnostics::Fix| fix.edits.iter().any(|edit| texts.masks.touches(&edit.text));
    JsonFinding {
        rule: finding.rule.to_string(),
        severity: match finding.severity {
            Severity::Info => JsonSeverity::Info,
            Severity::Warning => JsonSeverity::Warning,
            Severity::Error => JsonSeverity::Error,
        },
        place: of_place(texts, finding.place),
        message: masked(&finding.message),
        why: masked(&finding.why),
        help: masked(&finding.help),
        related: finding
            .related
            .iter()
            .map(|label| JsonRelated {
                place: of_place(texts, label.place),
                text: masked(&label.text),
            })
            .collect(),
        fixes: finding
            .fixes
            .iter()
            .filter(|fix| !tells(fix))
            .map(|fix| JsonFix {
                title: masked(&fix.title),
                safe: fix.safe,
                edits: fix
                    .edits
                    .iter()
                    .map(|edit| JsonEdit {
                        byte_start: edit.span.start,
                        byte_end: edit.span.end,
                        text: edit.text.clone(),
                    })
                    .collect(),
            })
            .collect(),
        fingerprint: texts.fingerprint(finding).to_string(),
    }
}

fn of_place(texts: &Texts<'_>, place: Place) -> JsonPlace {
    let lines = texts.lines(place);
    JsonPlace {
        path: texts.path(place.file).into_owned(),
        line: lines.start.0,
        column: lines.start.1,
        end_line: lines.end.0,
        end_column: lines.end.1,
        byte_start: place.span.start,
        byte_end: place.span.end,
    }
}
