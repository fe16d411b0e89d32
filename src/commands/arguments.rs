//! What can be said on the command line. Help, completions and the manual come from here.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum, ValueHint};
use jiff::civil::Date;

use super::import::ImportArguments;
use crate::diagnostics::Severity;
use crate::model::values::parse_date;

/// Checks the campaigns, tracked links, taxonomy and policies that a marketing team keeps as YAML.
#[derive(Debug, Parser)]
#[command(name = "campaignlint", version, args_conflicts_with_subcommands = true)]
#[command(after_help = "Exit codes: 0 nothing to say, 1 findings, 2 can't run.")]
pub struct Arguments {
    /// What to do; left out, it is `check`.
    #[command(subcommand)]
    pub(crate) command: Option<Command>,

    /// What to check when no command is given.
    #[command(flatten)]
    pub(crate) check: CheckArguments,

    /// When to use colours; `auto` also looks at NO_COLOR.
    #[arg(long, value_enum, default_value_t = ColorChoice::Auto, global = true, value_name = "WHEN")]
    pub(crate) color: ColorChoice,
}

/// When to use colours.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum ColorChoice {
    /// On a terminal, unless NO_COLOR is set.
    Auto,
    /// Always.
    Always,
    /// Never.
    Never,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Check a workspace (as when no command is given)
    Check(CheckArguments),
    /// Audit lists of links: text, CSV, TSV, exports of analytics and ad platforms
    Urls(UrlsArguments),
    /// Begin a campaign
    New {
        #[command(subcommand)]
        command: NewCommand,
    },
    /// Tell what a campaign still needs before it may say `status: ready`
    Checklist(ChecklistArguments),
    /// Build one tracked link, or explain one: where it lands, who gets the credit, what is wrong
    Link(LinkArguments),
    /// Tell what a rule catches, why it matters and how to fix it
    Explain {
        /// The rule, such as `tracking/value-case`; its name alone is enough where it is clear
        rule: String,
    },
    /// List rules, begin a new one, test the cases of rules
    Rules {
        #[command(subcommand)]
        command: Option<RulesCommand>,
    },
    /// Print the JSON Schema of a kind of document; without a kind, list the kinds
    Schema {
        /// The kind, such as `campaign`, or `campaignlint` for all of them, `configuration`, `report`
        kind: Option<String>,
    },
    /// Begin a workspace
    Init {
        /// The folder
        #[arg(default_value = ".", value_hint = ValueHint::DirPath)]
        folder: PathBuf,
    },
    /// Begin a workspace from what there is: lists of campaigns, sheets of links, fields, names
    Import(ImportArguments),
    /// Print the completions for a shell
    Completions {
        /// The shell
        #[arg(value_enum)]
        shell: clap_complete::Shell,
    },
    /// For whoever works on campaignlint itself
    #[command(hide = true)]
    Dev {
        #[command(subcommand)]
        command: DevCommand,
    },
}

#[derive(Debug, Subcommand)]
pub(crate) enum NewCommand {
    /// Begin a campaign: by options, by questions on a terminal, or as a copy of another one
    #[command(after_help = "\
campaignlint new campaign                    asks for what it needs
campaignlint new campaign --channel webcast --event 2026-12-03 --topic DevSecOps
campaignlint new campaign --from 20261203-devsecops-webcast --event 2027-03-18")]
    Campaign(Box<NewCampaignArguments>),
}

#[derive(Debug, Subcommand)]
pub(crate) enum RulesCommand {
    /// List the rules
    List {
        /// Only this family
        family: Option<String>,
    },
    /// Begin a rule: lay out its folder, with cases that fail
    New {
        /// Its id: `family/name`
        id: String,
    },
    /// Run the cases of rules
    Test {
        /// Rules or families; left out, all
        rules: Vec<String>,
    },
}

impl Default for RulesCommand {
    fn default() -> RulesCommand {
        RulesCommand::List { family: None }
    }
}

#[derive(Debug, Subcommand)]
pub(crate) enum DevCommand {
    /// Write every generated file
    Generate {
        /// Write nothing; fail when a file is stale
        #[arg(long)]
        check: bool,
    },
    /// Write a workspace of campaigns, for benchmarks
    GenerateWorkspace {
        /// How many campaigns
        #[arg(long)]
        files: usize,
        /// Where to; must be empty or new
        folder: PathBuf,
    },
    /// Print tracked links, one a line, for benchmarks
    GenerateLinks {
        /// How many links
        #[arg(long)]
        links: usize,
    },
}

/// How findings are told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum FormatChoice {
    /// For people: with the lines, the reason and what to do
    Full,
    /// One line for each finding
    Short,
    /// For programs; the contract is the schema `report`
    Json,
}

impl From<FormatChoice> for crate::report::Format {
    fn from(choice: FormatChoice) -> crate::report::Format {
        match choice {
            FormatChoice::Full => crate::report::Format::Full,
            FormatChoice::Short => crate::report::Format::Short,
            FormatChoice::Json => crate::report::Format::Json,
        }
    }
}

/// From which severity on the exit code is 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum FailOn {
    /// Errors only
    Error,
    /// Errors and warnings
    Warning,
    /// Any finding
    Info,
    /// Nothing
    Never,
}

impl FailOn {
    /// The exit code for these findings.
    pub(crate) fn code(self, worst: Option<Severity>) -> u8 {
        let from = match self {
            FailOn::Error => Severity::Error,
            FailOn::Warning => Severity::Warning,
            FailOn::Info => Severity::Info,
            FailOn::Never => return 0,
        };
        u8::from(worst.is_some_and(|worst| worst >= from))
    }
}

/// What all checks share.
#[derive(Debug, Args)]
pub(crate) struct RunArguments {
    /// How findings are told
    #[arg(long, value_enum, default_value_t = FormatChoice::Full)]
    pub(crate) format: FormatChoice,

    /// Only these rules or families; a rule that is named speaks even where it is off
    #[arg(long, value_name = "RULE", value_delimiter = ',')]
    pub(crate) only: Vec<String>,

    /// Not these rules or families
    #[arg(long, value_name = "RULE", value_delimiter = ',')]
    pub(crate) skip: Vec<String>,

    /// From which severity on the exit code is 1
    #[arg(long, value_enum, default_value_t = FailOn::Warning, value_name = "SEVERITY")]
    pub(crate) fail_on: FailOn,

    /// The day that counts as today, such as 2026-12-03
    #[arg(long, value_parser = day, value_name = "DATE")]
    pub(crate) today: Option<Date>,
}

#[derive(Debug, Args)]
pub(crate) struct CheckArguments {
    /// Files and folders; left out, the workspace around this folder. `-` reads standard input
    #[arg(value_name = "PATH", value_hint = ValueHint::AnyPath)]
    pub(crate) paths: Vec<PathBuf>,

    #[command(flatten)]
    pub(crate) run: RunArguments,

    /// Apply the safe fixes
    #[arg(long)]
    pub(crate) fix: bool,

    /// With --fix or --diff: the fixes that a person should look at, too
    #[arg(long)]
    pub(crate) unsafe_fixes: bool,

    /// Show what --fix would change, and change nothing
    #[arg(long, conflicts_with = "fix")]
    pub(crate) diff: bool,

    /// Tell how long each rule took
    #[arg(long)]
    pub(crate) stats: bool,

    /// The path that the text of standard input counts as
    #[arg(long, value_name = "PATH", value_hint = ValueHint::FilePath)]
    pub(crate) stdin_filename: Option<PathBuf>,
}

/// Where the links of a list stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum ContextChoice {
    /// In text: `&` separates parameters, `&amp;` is a mistake
    Text,
    /// In markup such as HTML: `&amp;` is correct
    Markup,
}

#[derive(Debug, Args)]
pub(crate) struct UrlsArguments {
    /// Lists of links: text with one a line, CSV or TSV. `-` reads standard input
    #[arg(value_name = "FILE", required = true, value_hint = ValueHint::FilePath)]
    pub(crate) files: Vec<PathBuf>,

    #[command(flatten)]
    pub(crate) run: RunArguments,

    /// The column that holds the links; left out, it is found out
    #[arg(long, value_name = "NAME")]
    pub(crate) column: Option<String>,

    /// What stands between the cells of a table, such as `;` or `tab`
    #[arg(long, value_parser = parse_delimiter, value_name = "CHARACTER")]
    pub(crate) delimiter: Option<u8>,

    /// Where the links stand
    #[arg(long, value_enum, default_value_t = ContextChoice::Text)]
    pub(crate) context: ContextChoice,

    /// The column that says where each link stands: `markup`, `text`, or the name of its file
    #[arg(long, value_name = "NAME", conflicts_with = "context")]
    pub(crate) context_column: Option<String>,

    /// A host of the site on which the links stand, so that internal links are told
    #[arg(long, value_name = "HOST")]
    pub(crate) page: Vec<String>,

    /// The workspace whose policy applies; left out, the one around this folder
    #[arg(long, value_name = "FOLDER", value_hint = ValueHint::DirPath)]
    pub(crate) workspace: Option<PathBuf>,

    /// Write the list with the safe fixes applied
    #[arg(long)]
    pub(crate) fix: bool,

    /// With --fix: the fixes that a person should look at, too
    #[arg(long, requires = "fix")]
    pub(crate) unsafe_fixes: bool,

    /// Where to write the corrected list; left out, `.corrected` before the ending
    #[arg(long, value_name = "FILE", requires = "fix", value_hint = ValueHint::FilePath)]
    pub(crate) out: Option<PathBuf>,

    /// Only the summary
    #[arg(long)]
    pub(crate) summary: bool,
}

/// What becomes of the days of a campaign that is copied.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum DatesChoice {
    /// They move with the new day
    Shift,
    /// They are left out
    Drop,
}

#[derive(Debug, Args)]
pub(crate) struct NewCampaignArguments {
    /// The program channel, such as webcast
    #[arg(long, value_name = "CHANNEL")]
    pub(crate) channel: Option<String>,

    /// The day of the event, such as 2026-12-03
    #[arg(long, value_parser = day, value_name = "DATE")]
    pub(crate) event: Option<Date>,

    /// The first day
    #[arg(long, value_parser = day, value_name = "DATE")]
    pub(crate) start: Option<Date>,

    /// The last day
    #[arg(long, value_parser = day, value_name = "DATE")]
    pub(crate) end: Option<Date>,

    /// What it is about, in a word or two
    #[arg(long, value_name = "WORDS")]
    pub(crate) topic: Option<String>,

    /// The region, or several with commas
    #[arg(long, value_name = "REGION", value_delimiter = ',')]
    pub(crate) region: Vec<String>,

    /// The language, or several with commas
    #[arg(long, value_name = "LANGUAGE", value_delimiter = ',')]
    pub(crate) language: Vec<String>,

    /// Who owns it
    #[arg(long, value_name = "OWNER")]
    pub(crate) owner: Option<String>,

    /// Its name, where no convention builds it
    #[arg(long, value_name = "NAME")]
    pub(crate) name: Option<String>,

    /// utm_campaign of its links, where no template builds it
    #[arg(long, value_name = "TEXT")]
    pub(crate) utm_campaign: Option<String>,

    /// Any other key, such as budget.amount=5000 or audience=emea-leaders
    #[arg(long, value_name = "KEY=VALUE", value_parser = parse_pair)]
    pub(crate) set: Vec<(String, String)>,

    /// Copy this campaign, without what belongs to it alone: its id, its file, or a part of its id
    #[arg(long, value_name = "CAMPAIGN", value_hint = ValueHint::FilePath)]
    pub(crate) from: Option<String>,

    /// With --from: the page that takes the place of the old campaign's
    #[arg(long, value_name = "ADDRESS", requires = "from", value_hint = ValueHint::Url)]
    pub(crate) url: Option<String>,

    /// With --from: what becomes of its days
    #[arg(long, value_enum, default_value_t = DatesChoice::Shift, requires = "from")]
    pub(crate) dates: DatesChoice,

    /// Its id, which is the name of its file; left out, it is made like those of other campaigns
    #[arg(long, value_name = "ID")]
    pub(crate) id: Option<String>,

    /// The file or folder to write to; left out, where such campaigns lie
    #[arg(long, value_name = "PATH", value_hint = ValueHint::AnyPath)]
    pub(crate) path: Option<PathBuf>,

    /// The day that counts as today, such as 2026-12-03
    #[arg(long, value_parser = day, value_name = "DATE")]
    pub(crate) today: Option<Date>,

    /// The workspace; left out, the one around this folder
    #[arg(long, value_name = "FOLDER", value_hint = ValueHint::DirPath)]
    pub(crate) workspace: Option<PathBuf>,
}

/// How a checklist is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum ChecklistFormat {
    /// For people
    Full,
    /// A task list, for an issue or a merge request
    Markdown,
    /// For programs; the contract is the schema `checklist`
    Json,
}

#[derive(Debug, Args)]
#[command(after_help = "Exit codes: 0 complete, 1 something is missing or wrong, 2 can't run.")]
pub(crate) struct ChecklistArguments {
    /// The campaign: its id, its file, its name, or a part of its id
    #[arg(value_name = "CAMPAIGN", value_hint = ValueHint::FilePath)]
    pub(crate) campaign: Option<String>,

    /// How it is told
    #[arg(long, value_enum, default_value_t = ChecklistFormat::Full)]
    pub(crate) format: ChecklistFormat,

    /// The day that counts as today, such as 2026-12-03
    #[arg(long, value_parser = day, value_name = "DATE")]
    pub(crate) today: Option<Date>,

    /// The workspace; left out, the one around this folder
    #[arg(long, value_name = "FOLDER", value_hint = ValueHint::DirPath)]
    pub(crate) workspace: Option<PathBuf>,
}

/// How a link is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum LinkFormat {
    /// For people: the link, where it lands and why, what is wrong
    Full,
    /// The link alone, for scripts; what is wrong goes to standard error
    Url,
    /// For programs; the contract is the schema `link`
    Json,
}

#[derive(Debug, Args)]
#[command(after_help = "\
Build:    campaignlint link https://acme.example/demo --source linkedin --medium paidsocial --campaign 20261203-devsecops
Explain:  campaignlint link 'https://acme.example/demo?utm_source=linkedin&utm_medium=paidsocial'
          campaignlint link 20261203-devsecops/invite")]
pub(crate) struct LinkArguments {
    /// The address of a page, a finished link (in quotes), or CAMPAIGN/LINK of the workspace
    #[arg(value_name = "LINK", required_unless_present = "url")]
    pub(crate) link: Option<String>,

    /// The address of the page, to build a link
    #[arg(long, value_name = "ADDRESS", conflicts_with = "link", value_hint = ValueHint::Url)]
    pub(crate) url: Option<String>,

    /// utm_source: who sends the visitor, such as linkedin
    #[arg(long, value_name = "SOURCE")]
    pub(crate) source: Option<String>,

    /// utm_medium: by which means, such as email
    #[arg(long, value_name = "MEDIUM")]
    pub(crate) medium: Option<String>,

    /// The campaign of the workspace that the link belongs to; gives utm_campaign
    #[arg(long, value_name = "CAMPAIGN")]
    pub(crate) campaign: Option<String>,

    /// utm_campaign as a text, where no campaign of the workspace gives it
    #[arg(long, value_name = "TEXT", conflicts_with = "campaign")]
    pub(crate) utm_campaign: Option<String>,

    /// utm_content: which of several links
    #[arg(long, value_name = "TEXT")]
    pub(crate) content: Option<String>,

    /// utm_term: the paid keyword
    #[arg(long, value_name = "TEXT")]
    pub(crate) term: Option<String>,

    /// Another parameter, such as utm_partnerid=x
    #[arg(long = "tag", value_name = "NAME=VALUE", value_parser = parse_pair)]
    pub(crate) tags: Vec<(String, String)>,

    /// How the link is told
    #[arg(long, value_enum, default_value_t = LinkFormat::Full)]
    pub(crate) format: LinkFormat,

    /// From which severity on the exit code is 1
    #[arg(long, value_enum, default_value_t = FailOn::Warning, value_name = "SEVERITY")]
    pub(crate) fail_on: FailOn,

    /// The day that counts as today, such as 2026-12-03
    #[arg(long, value_parser = day, value_name = "DATE")]
    pub(crate) today: Option<Date>,

    /// The workspace whose policy applies; left out, the one around this folder
    #[arg(long, value_name = "FOLDER", value_hint = ValueHint::DirPath)]
    pub(crate) workspace: Option<PathBuf>,
}

fn parse_pair(text: &str) -> Result<(String, String), String> {
    match text.split_once('=') {
        Some((name, value)) if !name.trim().is_empty() => {
            Ok((name.trim().to_string(), value.trim().to_string()))
        }
        _ => Err("give a name and a value, with `=` between them".to_string()),
    }
}

pub(crate) fn parse_delimiter(text: &str) -> Result<u8, String> {
    match text {
        "tab" | "\\t" | "\t" => Ok(b'\t'),
        _ => match text.as_bytes() {
            [byte] if byte.is_ascii() && *byte != b'"' => Ok(*byte),
            _ => Err("give one character, such as `;`, or `tab`".to_string()),
        },
    }
}

/// A day as it is written everywhere; whoever writes another way is told how.
fn day(text: &str) -> Result<jiff::civil::Date, String> {
    parse_date(text).map_err(|why| format!("{why} Write year, month and day, such as 2026-12-03."))
}
