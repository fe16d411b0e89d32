//! Lists of campaigns, events and programs: each row becomes a campaign, and what the rows say together
//! becomes taxonomy, channels and people.

use std::collections::{BTreeMap, HashMap, HashSet};

use jiff::civil::Date;

use super::amounts::{self, Amount, Comma};
use super::campaign_days::Days;
use super::columns::{Dimension, RowId, parts, table_of};
use super::dates::{self, Order};
use super::links::Entry;
use super::report::About;
use super::roles::{Role, TableKind};
use super::spelling::{Values, key};
use super::table::{Row, Table};

/// The channel of rows that name none; a campaign must have one.
pub(super) const NO_CHANNEL: &str = "unsorted";

/// A campaign that a row became.
#[derive(Debug, Default, Clone)]
pub(super) struct Record {
    pub(super) row: RowId,
    pub(super) id: String,
    pub(super) folder: String,
    pub(super) name: String,
    pub(super) platform_id: String,
    pub(super) channel: String,
    pub(super) status: Option<&'static str>,
    /// `start`, `end`, `event`, each with how it was written where that is not as usual.
    pub(super) days: Vec<(&'static str, Date, String)>,
    /// References by key, each with the spelling that stands in the table.
    pub(super) references: Vec<(&'static str, Vec<String>)>,
    pub(super) owner: String,
    pub(super) texts: Vec<(&'static str, String)>,
    pub(super) budget: Option<Money>,
    pub(super) cost: Option<Money>,
    pub(super) code: String,
    pub(super) parent: Option<String>,
    pub(super) parent_named: String,
    pub(super) page: String,
    /// Tracked links from a sheet that was given as well.
    pub(super) links: Vec<Entry>,
    /// What could not be read: the key, the text, why.
    pub(super) unclear: Vec<(&'static str, String, &'static str)>,
    /// What a person should know of this row.
    pub(super) remarks: Vec<String>,
}

/// An amount and its currency.
#[derive(Debug, Default, Clone)]
pub(super) struct Money {
    pub(super) amount: String,
    pub(super) currency: String,
}

/// Everything that lists of campaigns say.
#[derive(Debug, Default)]
pub(super) struct Campaigns {
    pub(super) records: Vec<Record>,
    pub(super) dimensions: Vec<(&'static Dimension, Values, String)>,
    pub(super) channels: Values,
    pub(super) channel_title: String,
    pub(super) owners: Values,
    /// Member statuses by the id of their channel, with how many members have each, and whether that
    /// counts as a response.
    pub(super) member_statuses: BTreeMap<String, Vec<(String, usize, bool)>>,
    pub(super) some_without_channel: usize,
}

/// Reads lists of campaigns.
pub(super) fn read(tables: &[Table], told: Option<Order>, abouts: &mut Vec<About>) -> Campaigns {
    let mut campaigns = Campaigns::default();
    for table in tables {
        let mut about = About::new(table, TableKind::SalesforceCampaigns);
        about.columns(table, |column| match table.roles[column]? {
            role if role == Role::MemberResponded && table.column(Role::MemberStatus).is_none() => {
                None
            }
            role => key_of(role),
        });
        abouts.push(about);
    }
    campaigns.group(tables, abouts);
    for (at, table) in tables.iter().enumerate() {
        if table.column(Role::Type).is_none() {
            let words = "No column says what kind of program each is: the channel of all is `unsorted`. Say --column type=HEADER where one does.";
            abouts[at].assumed.push(words.to_string());
        }
        let days = Days::new(table, told, &mut abouts[at]);
        campaigns.rows(at, table, &days, &mut abouts[at]);
    }
    campaigns.name_files();
    campaigns.find_parents(abouts);
    campaigns.find_duplicates(tables, abouts);
    campaigns
}

/// The key that a column becomes.
fn key_of(role: Role) -> Option<&'static str> {
    Some(match role {
        Role::Name => "`name`",
        Role::Id => "the id in `sync: salesforce`",
        Role::Type => "`channel`",
        Role::Status => "`status`",
        Role::Start => "`start`",
        Role::End => "`end`",
        Role::Event => "`event`",
        Role::Region => "`region`",
        Role::Language => "`languages`",
        Role::Owner => "`owner`",
        Role::BusinessUnit => "`business-unit`",
        Role::Persona => "`persona`",
        Role::Product => "`product`",
        Role::Industry => "`industry`",
        Role::Location => "`location`",
        Role::Topic => "`topic`",
        Role::Description => "`description`",
        Role::Budget => "`budget`",
        Role::Cost => "`cost`",
        Role::Currency => "`currency`",
        Role::CostCode => "the `code` of `budget`",
        Role::Parent => "`parent`",
        Role::PlannedIn => "`planned-in`",
        Role::MemberStatus => "the `statuses` of channels",
        Role::MemberResponded => "the `success` of channels",
        Role::Url | Role::TaggedUrl => "the page in `assets`, or a link where it has tags",
        _ => return None,
    })
}

impl Campaigns {
    fn rows(&mut self, at: usize, table: &Table, days: &Days, about: &mut About) {
        let money = |role: Role| {
            let column = table.column(role)?;
            let signs = table
                .rows
                .iter()
                .filter_map(|row| amounts::evidence(row.cell(column)));
            let mut points = 0i64;
            signs.for_each(|comma| points += if comma == Comma::Decimals { -1 } else { 1 });
            let comma = match points {
                0 => None,
                n if n < 0 => Some(Comma::Decimals),
                _ => Some(Comma::Thousands),
            };
            Some((column, comma))
        };
        let (budget, cost) = (money(Role::Budget), money(Role::Cost));
        let by_member =
            table.column(Role::Member).is_some() || table.column(Role::MemberStatus).is_some();
        let mut known: HashSet<(String, String)> = HashSet::new();
        let mut members: HashMap<(String, String), (usize, bool)> = HashMap::new();
        let mut order: Vec<(String, String)> = Vec::new();
        for row in &table.rows {
            let name = table.get(row, Role::Name);
            let platform_id = table.get(row, Role::Id);
            if name.is_empty() && platform_id.is_empty() {
                about.doubt("there is no name; the row is left out", row.number, "");
                continue;
            }
            let channel = self
                .channels
                .of(table.get(row, Role::Type))
                .map(|value| value.id.clone());
            let channel = channel.unwrap_or_else(|| NO_CHANNEL.to_string());
            let member_status = table.get(row, Role::MemberStatus);
            if !member_status.is_empty() {
                let place = (channel.clone(), member_status.to_string());
                let yes = matches!(
                    key(table.get(row, Role::MemberResponded)).as_str(),
                    "1" | "true" | "yes" | "ja" | "x" | "wahr"
                );
                let entry = members.entry(place.clone()).or_insert_with(|| {
                    order.push(place);
                    (0, false)
                });
                entry.0 += 1;
                entry.1 |= yes;
            }
            // A report on members repeats the campaign for each of them.
            let identity = match platform_id.is_empty() {
                true => (name.to_string(), table.get(row, Role::Start).to_string()),
                false => (platform_id.to_string(), String::new()),
            };
            if by_member && !known.insert(identity) {
                continue;
            }
            let mut record = Record {
                row: super::columns::row_id(at, row.number),
                name: if name.is_empty() {
                    platform_id.to_string()
                } else {
                    name.to_string()
                },
                platform_id: platform_id.to_string(),
                channel,
                status: status(table.get(row, Role::Status)),
                owner: self
                    .owners
                    .of(table.get(row, Role::Owner))
                    .map(|owner| owner.id.clone())
                    .unwrap_or_default(),
                code: table.get(row, Role::CostCode).to_string(),
                parent_named: parent(table, row).to_string(),
                page: page(table, row),
                ..Record::default()
            };
            if record.channel == NO_CHANNEL {
                self.some_without_channel += 1;
                if table.column(Role::Type).is_some() {
                    about.doubt(
                        "no channel is named; the campaign is `unsorted`",
                        row.number,
                        name,
                    );
                }
            }
            if let Some(value) = self.channels.of(table.get(row, Role::Type)) {
                let written = table.get(row, Role::Type);
                if written != value.label {
                    record.remarks.push(format!(
                        "{} is written \"{written}\".",
                        table.title(table.column(Role::Type).unwrap_or_default())
                    ));
                }
            }
            days.read(table, row, &mut record, about);
            for (dimension, values, _) in &self.dimensions {
                let Some(column) = table
                    .column(dimension.role)
                    .filter(|_| dimension.key != "budget")
                else {
                    continue;
                };
                let written = parts(row.cell(column), dimension.is_list);
                let written: Vec<String> = written
                    .into_iter()
                    .filter_map(|text| values.reference(text))
                    .collect();
                if !written.is_empty() {
                    record.references.push((dimension.key, written));
                }
            }
            for (role, key) in [
                (Role::Location, "location"),
                (Role::Topic, "topic"),
                (Role::Description, "description"),
                (Role::PlannedIn, "planned-in"),
            ] {
                let text = table.get(row, role);
                let is_open =
                    matches!(role, Role::Location | Role::Description) && dates::is_open(text);
                if is_open && !text.is_empty() {
                    let title = table.title(table.column(role).unwrap_or_default());
                    about.doubt(&format!("\"{title}\" is not settled"), row.number, text);
                } else if !text.is_empty() {
                    record.texts.push((key, text.to_string()));
                }
            }
            record.budget = self.money(table, row, budget, "budget", &mut record.unclear, about);
            record.cost = self.money(table, row, cost, "cost", &mut record.unclear, about);
            self.records.push(record);
        }
        for place in order {
            let (count, responded) = members.get(&place).copied().unwrap_or_default();
            let (channel, status) = place;
            self.member_statuses
                .entry(channel)
                .or_default()
                .push((status, count, responded));
        }
        if by_member {
            let count = self
                .records
                .iter()
                .filter(|record| table_of(record.row) == at)
                .count();
            about.assumed.push(format!("Each row is a member of a campaign: {} rows are {count} campaigns. Nothing about the members themselves was taken.", table.rows.len()));
        }
    }

    fn money(
        &self,
        table: &Table,
        row: &Row,
        column: Option<(usize, Option<Comma>)>,
        key: &'static str,
        unclear: &mut Vec<(&'static str, String, &'static str)>,
        about: &mut About,
    ) -> Option<Money> {
        let (column, comma) = column?;
        let cell = row.cell(column);
        let currency = table.get(row, Role::Currency);
        match amounts::read(cell, comma) {
            Amount::Open => None,
            Amount::Known(amount, named) => Some(Money {
                amount,
                currency: named.unwrap_or_else(|| currency.to_string()),
            }),
            Amount::Unclear => {
                about.doubt(
                    &format!(
                        "\"{}\" is no amount for certain, and is kept under `unclear`",
                        table.title(column)
                    ),
                    row.number,
                    cell,
                );
                unclear.push((key, cell.to_string(), "it is no amount for certain"));
                None
            }
        }
    }
}

/// The parent of a campaign. Salesforce exports the id `000000000000000AAA` where there is none.
fn parent<'t>(table: &'t Table, row: &'t Row) -> &'t str {
    let parent = table.get(row, Role::Parent);
    match parent.trim_end_matches('A').trim_matches('0') {
        "" => "",
        _ => parent,
    }
}

/// The page of a campaign.
fn page(table: &Table, row: &Row) -> String {
    let url = [Role::TaggedUrl, Role::Url]
        .into_iter()
        .map(|role| table.get(row, role))
        .find(|url| !url.is_empty());
    url.filter(|url| !url.contains(char::is_whitespace) && url.contains('.'))
        .unwrap_or_default()
        .to_string()
}

/// How far a campaign is, by the words of platforms and people. What says less than that is no status:
/// nothing is called ready that nobody called so.
pub(super) fn status(text: &str) -> Option<&'static str> {
    Some(match key(text).as_str() {
        "planned" | "planning" | "inplanning" | "draft" | "proposed" | "proposal" | "idea"
        | "tentative" | "new" | "notstarted" | "requested" | "pending" | "todo" | "backlog"
        | "geplant" | "inplanung" | "entwurf" | "planifie" | "brouillon" | "planificado"
        | "borrador" | "pianificato" => "draft",
        "live" | "active" | "inprogress" | "running" | "started" | "launched" | "ongoing"
        | "laufend" | "aktiv" | "lauft" | "encours" | "actif" | "encurso" | "activo"
        | "incorso" => "live",
        "completed" | "complete" | "done" | "finished" | "closed" | "ended" | "past" | "held"
        | "delivered" | "abgeschlossen" | "beendet" | "fertig" | "termine" | "completado"
        | "finalizado" | "completato" => "done",
        "aborted" | "cancelled" | "canceled" | "abandoned" | "rejected" | "declined"
        | "terminated" | "abgebrochen" | "abgesagt" | "annule" | "cancelado" | "anulado"
        | "annullato" => "aborted",
        _ => return None,
    })
}
