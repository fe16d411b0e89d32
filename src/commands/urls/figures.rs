//! What a list of links comes to: how many are right, what is wrong with the others, and on which
//! hosts.
//!
//! Figures are gathered chunk by chunk and joined. Their memory is bounded whatever the list: hosts
//! beyond a limit are counted together, and this is said.

use std::collections::{BTreeMap, HashMap};
use std::io::{self, Write};
use std::sync::Arc;

use super::chunk::{Chunk, RowProblem};
use crate::diagnostics::{Finding, Severity, escape};
use crate::report::json::LinkCounts;
use crate::report::summary::{counted, number};

/// So many different hosts are counted one by one.
const MOST_HOSTS: usize = 100_000;
/// A longer name is no host: the domain name system knows none.
const LONGEST_HOST: usize = 253;
/// So many hosts, and rows that cannot be read, are listed.
const LISTED: usize = 10;

/// The figures of a list.
#[derive(Clone, Debug, Default)]
pub struct Figures {
    links: u64,
    compliant: u64,
    without_link: u64,
    unreadable: u64,
    /// The first of the rows that cannot be read.
    problems: Vec<RowProblem>,
    rules: BTreeMap<Arc<str>, (Severity, u64)>,
    hosts: HashMap<Box<str>, Host>,
    /// Links on hosts beyond the limit.
    elsewhere: Host,
    channels: BTreeMap<Box<str>, u64>,
}

#[derive(Clone, Copy, Debug, Default)]
struct Host {
    links: u64,
    wrong: u64,
}

impl Host {
    fn add(&mut self, other: Host) {
        self.links += other.links;
        self.wrong += other.wrong;
    }
}

impl Figures {
    /// Counts a link: its host, where it has one, its channel, where that can be said, and what was
    /// found.
    pub fn add_link(&mut self, host: Option<&str>, channel: Option<&str>, findings: &[Finding]) {
        let wrong = findings
            .iter()
            .any(|finding| finding.severity >= Severity::Warning);
        self.links += 1;
        self.compliant += u64::from(!wrong);
        for finding in findings {
            self.add_rule(&finding.rule, finding.severity, 1);
        }
        if let Some(host) = host.filter(|host| !host.is_empty()) {
            self.add_host(
                host,
                Host {
                    links: 1,
                    wrong: u64::from(wrong),
                },
            );
        }
        if let Some(channel) = channel {
            self.add_channel(channel, 1);
        }
    }

    /// Counts what a chunk says of rows that are no links.
    pub fn add_chunk(&mut self, chunk: &Chunk) {
        self.without_link += chunk.without_link;
        self.add_problems(chunk.problems.len() as u64, &chunk.problems);
    }

    /// Joins the figures of a part of the list. Parts come in the order of the list.
    pub fn join(&mut self, other: Figures) {
        self.links += other.links;
        self.compliant += other.compliant;
        self.without_link += other.without_link;
        self.add_problems(other.unreadable, &other.problems);
        for (rule, (severity, count)) in other.rules {
            self.add_rule(&rule, severity, count);
        }
        for (host, counts) in other.hosts {
            self.add_host(&host, counts);
        }
        self.elsewhere.add(other.elsewhere);
        for (channel, count) in other.channels {
            self.add_channel(&channel, count);
        }
    }

    fn add_problems(&mut self, count: u64, first: &[RowProblem]) {
        self.unreadable += count;
        let room = LISTED.saturating_sub(self.problems.len());
        self.problems.extend(first.iter().take(room));
    }

    fn add_rule(&mut self, rule: &Arc<str>, severity: Severity, count: u64) {
        let entry = self.rules.entry(Arc::clone(rule)).or_insert((severity, 0));
        // A rule may be settable by path: the heaviest it was is shown.
        entry.0 = entry.0.max(severity);
        entry.1 += count;
    }

    fn add_host(&mut self, host: &str, counts: Host) {
        if let Some(known) = self.hosts.get_mut(host) {
            known.add(counts);
        } else if self.hosts.len() < MOST_HOSTS && host.len() <= LONGEST_HOST {
            self.hosts.insert(host.into(), counts);
        } else {
            self.elsewhere.add(counts);
        }
    }

    fn add_channel(&mut self, channel: &str, count: u64) {
        match self.channels.get_mut(channel) {
            Some(known) => *known += count,
            None => {
                self.channels.insert(channel.into(), count);
            }
        }
    }

    /// The figures as the JSON report has them.
    pub fn counts(&self) -> LinkCounts {
        LinkCounts {
            rows: self.links + self.without_link + self.unreadable,
            links: self.links,
            compliant: self.compliant,
            unreadable: self.unreadable,
        }
    }

    /// The tracking compliance rate in tenths of a percent, rounded down, so that 100 % means all.
    /// None when there is no link.
    pub fn compliance(&self) -> Option<u64> {
        (self.compliant * 1000).checked_div(self.links)
    }

    /// Writes the figures for people.
    ///
    /// # Errors
    /// When `out` cannot be written to.
    pub fn write(&self, list: &str, out: &mut dyn Write) -> io::Result<()> {
        let rows = counted(self.counts().rows, "row", "rows");
        let links = counted(self.links, "link", "links");
        write!(out, "{}: {rows}, {links}", escape::line(list))?;
        match self.without_link {
            0 => writeln!(out)?,
            1 => writeln!(out, " (1 row has no link)")?,
            several => writeln!(out, " ({} rows have no link)", number(several))?,
        }
        if let Some(rate) = self.compliance() {
            let rate = match rate {
                1000 => "100 %".to_owned(),
                rate => format!("{}.{} %", rate / 10, rate % 10),
            };
            let compliant = number(self.compliant);
            writeln!(out, "\nTracking compliance: {rate}")?;
            writeln!(
                out,
                "  {compliant} of {links} without an error or a warning"
            )?;
        }
        self.write_rules(out)?;
        self.write_hosts(out)?;
        self.write_channels(out)?;
        self.write_problems(out)
    }

    fn write_rules(&self, out: &mut dyn Write) -> io::Result<()> {
        let mut rules: Vec<_> = self.rules.iter().collect();
        rules.sort_by_key(|(_, (severity, count))| std::cmp::Reverse((*count, *severity)));
        let rows = rules.iter().map(|(rule, (severity, count))| {
            (
                number(*count),
                format!("{:<7}  {}", severity.word(), escape::line(rule)),
            )
        });
        table("Findings by rule", rows.collect(), out)
    }

    fn write_hosts(&self, out: &mut dyn Write) -> io::Result<()> {
        let mut hosts: Vec<_> = self
            .hosts
            .iter()
            .filter(|(_, counts)| counts.wrong > 0)
            .collect();
        hosts.sort_by(|(a, x), (b, y)| y.wrong.cmp(&x.wrong).then_with(|| a.cmp(b)));
        let more = hosts.len().saturating_sub(LISTED) as u64;
        hosts.truncate(LISTED);
        let rows = hosts.iter().map(|(host, counts)| {
            let links = counted(counts.links, "link", "links");
            (
                number(counts.wrong),
                format!("of {links}  {}", escape::line(host)),
            )
        });
        table("Hosts with the most links to mend", rows.collect(), out)?;
        if more > 0 {
            writeln!(out, "  and {} more", counted(more, "host", "hosts"))?;
        }
        if self.elsewhere.links > 0 {
            let links = counted(self.elsewhere.links, "link", "links");
            let limit = number(MOST_HOSTS as u64);
            writeln!(
                out,
                "  {links} on hosts beyond the first {limit} are not counted by host"
            )?;
        }
        Ok(())
    }

    fn write_channels(&self, out: &mut dyn Write) -> io::Result<()> {
        let mut channels: Vec<_> = self.channels.iter().collect();
        channels.sort_by_key(|(_, count)| std::cmp::Reverse(**count));
        let rows = channels
            .iter()
            .map(|(channel, count)| (number(**count), escape::line(channel).into_owned()));
        table("Where visits would be counted", rows.collect(), out)
    }

    fn write_problems(&self, out: &mut dyn Write) -> io::Result<()> {
        if self.unreadable == 0 {
            return Ok(());
        }
        let rows = counted(self.unreadable, "row", "rows");
        writeln!(out, "\n{rows} could not be read")?;
        for problem in &self.problems {
            writeln!(out, "  line {}: {}", problem.line, problem.problem)?;
        }
        match self.unreadable - self.problems.len() as u64 {
            0 => Ok(()),
            more => writeln!(out, "  and {} more", number(more)),
        }
    }
}

/// Lines of a number and a text, the numbers one below the other.
fn table(title: &str, rows: Vec<(String, String)>, out: &mut dyn Write) -> io::Result<()> {
    let width = rows
        .iter()
        .map(|(count, _)| count.len())
        .max()
        .unwrap_or_default();
    if !rows.is_empty() {
        writeln!(out, "\n{title}")?;
    }
    rows.iter()
        .try_for_each(|(count, text)| writeln!(out, "  {count:>width$}  {text}"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::commands::urls::{ListReader, Options};
    use crate::diagnostics::{FileId, Place};
    use crate::syntax::Span;

    fn finding(rule: &str, severity: Severity) -> Finding {
        let place = Place::new(FileId(0), Span::new(0, 0));
        Finding::new(Arc::from(rule), severity, Arc::from(""), place, "", "")
    }

    #[test]
    fn the_figures_say_how_many_links_are_right_and_where_the_others_are() {
        let mut reader = ListReader::open(
            &b"url,n\nhttps://a.example,1\n\"x\"y,1\n,2\n\"open,1\n"[..],
            &Options {
                table: true,
                ..Options::default()
            },
        )
        .unwrap();
        let mut chunk = Chunk::default();
        assert!(reader.next_chunk(&mut chunk).unwrap());
        let mut figures = Figures::default();
        figures.add_chunk(&chunk);
        let typo = finding("tracking/parameter-typo", Severity::Error);
        let case = finding("tracking/value-case", Severity::Warning);
        let info = finding("analytics/tail-ambiguous", Severity::Info);
        for number in 0..1500 {
            let host = if number % 3 == 0 {
                "www.acme.example"
            } else {
                "blog.acme.example"
            };
            let findings: &[Finding] = match number % 10 {
                0 => &[typo.clone(), case.clone()],
                1 => std::slice::from_ref(&case),
                2 => std::slice::from_ref(&info),
                _ => &[],
            };
            let mut part = Figures::default();
            part.add_link(
                Some(host),
                Some(if number % 2 == 0 { "Email" } else { "Direct" }),
                findings,
            );
            figures.join(part);
        }
        let mut told = Vec::new();
        figures.write("links\u{1b}.csv", &mut told).unwrap();
        insta::assert_snapshot!(String::from_utf8(told).unwrap(), @r##"
        links\u{1b}.csv: 1,503 rows, 1,500 links (1 row has no link)

        Tracking compliance: 80.0 %
          1,200 of 1,500 links without an error or a warning

        Findings by rule
          300  warning  tracking/value-case
          150  error    tracking/parameter-typo
          150  info     analytics/tail-ambiguous

        Hosts with the most links to mend
          200  of 1,000 links  blog.acme.example
          100  of 500 links  www.acme.example

        Where visits would be counted
          750  Direct
          750  Email

        2 rows could not be read
          line 3: text follows a closing quote
          line 5: a quote is opened and not closed
        "##);
        assert_eq!(figures.counts().rows, 1503);
    }

    #[test]
    fn full_compliance_is_said_only_when_all_are_right() {
        let mut figures = Figures::default();
        assert_eq!(figures.compliance(), None);
        for _ in 0..9_999 {
            figures.add_link(None, None, &[]);
        }
        assert_eq!(figures.compliance(), Some(1000));
        figures.add_link(None, None, &[finding("a/b", Severity::Warning)]);
        assert_eq!(figures.compliance(), Some(999));
    }

    #[test]
    fn the_memory_for_hosts_is_bounded() {
        let mut figures = Figures::default();
        for number in 0..100_050 {
            figures.add_link(Some(&format!("h{number}.example")), None, &[]);
        }
        figures.add_link(Some(&"x".repeat(60_000)), None, &[]);
        let mut told = Vec::new();
        figures.write("links.csv", &mut told).unwrap();
        let told = String::from_utf8(told).unwrap();
        assert!(
            told.contains("51 links on hosts beyond the first 100,000 are not counted by host"),
            "{told}"
        );
    }
}
