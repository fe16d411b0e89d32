//! Lists of campaigns, events and programs: each row becomes a campaign, and what the rows say together
//! becomes taxonomy, channels and people.

use std::collections::{BTreeMap, HashMap, HashSet};

use jiff::civil::Date;

use super::amounts::{self, Amount, Comma};
use super::columns::{DIMENSIONS, Dimension, RowId, parts, row_of, table_of};
use super::dates::{self, Evidence, Look, Order, Shape, Told};
use super::ids::{Ids, slug};
use super::report::{About, row_list, rows};
use super::roles::{Role, TableKind};
use super::spelling::{Values, key, near_regions, nothing_same};
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

const DAYS: [(Role, &str); 3] = [
    (Role::Start, "start"),
    (Role::Event, "event"),
    (Role::End, "end"),
];

/// The columns with days of a table, and how to read each.
struct Days {
    columns: Vec<DayColumn>,
}

struct DayColumn {
    column: usize,
    key: &'static str,
    order: Order,
    /// How most of its days are written.
    usual: Shape,
    /// In a column that mixes both orders, whether the day stands first in the rarer one.
    rarer: Option<bool>,
}

impl Days {
    fn new(table: &Table, told: Option<Order>, about: &mut About) -> Days {
        let mut whole = Evidence::default();
        let mut found = Vec::new();
        for (role, key) in DAYS {
            let Some(column) = table.column(role) else {
                continue;
            };
            let mut evidence = Evidence::default();
            let mut shapes: BTreeMap<Shape, usize> = BTreeMap::new();
            for row in &table.rows {
                let look = dates::look(row.cell(column));
                evidence.see(&look);
                let shape = match look {
                    Look::Day(_, shape) | Look::Range(_, _, shape) => shape,
                    Look::Either(..) | Look::Certain(..) => Shape::Numbers,
                    _ => continue,
                };
                *shapes.entry(shape).or_default() += 1;
            }
            whole.add(evidence);
            let usual = shapes
                .iter()
                .max_by_key(|(_, count)| **count)
                .map(|(shape, _)| *shape);
            found.push((column, key, evidence, usual.unwrap_or(Shape::YearFirst)));
        }
        let mut columns = Vec::new();
        for (column, key, evidence, usual) in found {
            let own = evidence.order();
            let order = match (told, own) {
                (Some(told), _) => told,
                (None, Order::Unknown) => whole.order(),
                (None, own) => own,
            };
            let title = table.title(column);
            if evidence.either + evidence.day_first + evidence.month_first > 0 {
                about.assumed.push(assumption(
                    &title,
                    order,
                    evidence,
                    told.is_some(),
                    own == Order::Unknown,
                ));
            }
            let is_mixed = order == Order::Mixed;
            columns.push(DayColumn {
                column,
                key,
                order,
                usual,
                rarer: is_mixed.then_some(evidence.day_first <= evidence.month_first),
            });
        }
        Days { columns }
    }

    /// The days of a row.
    fn read(&self, table: &Table, row: &Row, record: &mut Record, about: &mut About) {
        for &DayColumn {
            column,
            key,
            order,
            usual,
            rarer,
        } in &self.columns
        {
            let cell = row.cell(column);
            let title = table.title(column);
            let look = dates::look(cell);
            let is_rare = matches!(look, Look::Certain(_, day_first) if rarer == Some(day_first));
            if is_rare {
                let (rare, usual) = match rarer {
                    Some(true) => ("day", "month"),
                    _ => ("month", "day"),
                };
                let what = format!(
                    "\"{title}\" has the {rare} first, where others have the {usual} first"
                );
                about.doubt(&what, row.number, cell);
            }
            match look.told(order) {
                Told::Open if cell.is_empty() => {}
                Told::Open => about.doubt(&format!("\"{title}\" is not settled"), row.number, cell),
                Told::Unclear(why) => {
                    about.doubt(
                        &format!(
                            "\"{title}\" can't be read for certain, and is kept under `unclear`"
                        ),
                        row.number,
                        &format!("{cell}: {why}"),
                    );
                    record.unclear.push((key, cell.to_string(), why));
                }
                Told::Day(first, last, shape) => {
                    let unusual = shape != usual;
                    if unusual {
                        let what = format!(
                            "\"{title}\" is not written as the rest of its column ({})",
                            usual.shown()
                        );
                        about.doubt(&what, row.number, cell);
                    }
                    let written = if unusual || is_rare || last.is_some() {
                        format!("written \"{cell}\"")
                    } else {
                        String::new()
                    };
                    record.days.push((key, first, written.clone()));
                    let has_end = table
                        .column(Role::End)
                        .is_some_and(|end| !row.cell(end).is_empty());
                    if let Some(last) = last.filter(|_| key != "end" && !has_end) {
                        record.days.push(("end", last, written));
                    }
                }
            }
        }
        let day = |key: &str| {
            record
                .days
                .iter()
                .find(|(k, ..)| *k == key)
                .map(|(_, day, _)| *day)
        };
        let begins = day("start").or(day("event"));
        if let (Some(begins), Some(end)) = (begins, day("end"))
            && end < begins
        {
            about.doubt(
                "ends before it starts",
                row.number,
                &format!("{begins} to {end}, {}", record.name),
            );
        }
        if let (Some(start), Some(event)) = (day("start"), day("event"))
            && event < start
        {
            about.doubt(
                "the event is before the start",
                row.number,
                &format!("{event}, start {start}"),
            );
        }
        record.days.dedup_by(|a, b| a.0 == b.0);
    }
}

fn assumption(
    title: &str,
    order: Order,
    evidence: Evidence,
    told: bool,
    from_others: bool,
) -> String {
    let Evidence {
        day_first,
        month_first,
        either,
    } = evidence;
    let could_be = match either {
        0 => String::new(),
        1 => ", 1 could be either".to_string(),
        n => format!(", {n} could be either"),
    };
    let kept = |count: usize, which: &str| match count {
        0 => String::new(),
        1 => format!("; 1 that {which} is kept as written, under `unclear`"),
        n => format!("; {n} that {which} are kept as written, under `unclear`"),
    };
    let (word, certain, stray) = match order {
        Order::DayFirst => ("the day first", day_first, month_first),
        Order::MonthFirst => ("the month first", month_first, day_first),
        Order::Mixed => {
            return format!(
                "\"{title}\" has the day first in {} and the month first in {}{}.",
                rows(day_first),
                rows(month_first),
                kept(either, "could be either")
            );
        }
        Order::Unknown => {
            return format!(
                "Nothing tells whether \"{title}\" has the day or the month first{}. Say --dates day-first or --dates month-first.",
                kept(either, "could be either")
            );
        }
    };
    let reason = match (told, from_others) {
        (true, _) => "as --dates says".to_string(),
        (_, true) => "as in the other columns with days".to_string(),
        _ => format!("{certain} can only be read so"),
    };
    format!(
        "\"{title}\" has {word}: {reason}{could_be}{}.",
        kept(stray, "can't")
    )
}

impl Campaigns {
    /// Groups the spellings of everything that is referred to.
    fn group(&mut self, tables: &[Table], abouts: &mut [About]) {
        for dimension in DIMENSIONS {
            let (values, title) =
                grouped(tables, dimension.role, dimension.is_list, dimension.same);
            if values.list.is_empty() {
                continue;
            }
            let mut values = values;
            if dimension.role == Role::Language {
                values.use_codes();
            }
            tell_variants(&values, &title, tables, abouts);
            if dimension.role == Role::Region {
                for (value, other) in near_regions(&values) {
                    let what = format!(
                        "\"{}\" may mean the same region as \"{}\"; they were kept apart",
                        value.label, other.label
                    );
                    let detail = format!("{} rows beside {}", value.rows, other.rows);
                    let row = value.first;
                    abouts[table_of(row)].doubt(&what, row_of(row), &detail);
                }
            }
            self.dimensions.push((dimension, values, title));
        }
        let (channels, title) = grouped(tables, Role::Type, false, nothing_same);
        tell_variants(&channels, &title, tables, abouts);
        (self.channels, self.channel_title) = (channels, title);
        let (owners, title) = grouped(tables, Role::Owner, false, nothing_same);
        tell_variants(&owners, &title, tables, abouts);
        self.owners = owners;
        let (statuses, title) = grouped(tables, Role::Status, false, nothing_same);
        tell_variants(&statuses, &title, tables, abouts);
        for value in statuses
            .list
            .iter()
            .filter(|value| status(&value.label).is_none())
        {
            let about = &mut abouts[table_of(value.first)];
            about.left_out.push(format!("\"{title}\" says \"{}\" in {} rows, which is neither draft, live, done nor aborted; `status` is left out there.", value.label, value.rows));
        }
    }

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
                if !text.is_empty() {
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

    /// Gives each campaign its file: by the year in which it begins, named as the campaign is.
    fn name_files(&mut self) {
        let mut ids = Ids::default();
        for record in &mut self.records {
            let otherwise = format!("row-{}", row_of(record.row));
            record.id = ids.take(&slug(&record.name, &otherwise));
            let day = ["event", "start", "end"].iter().find_map(|key| {
                let found = record.days.iter().find(|(k, ..)| k == key);
                found.map(|(_, day, _)| *day)
            });
            record.folder = match day {
                Some(day) => format!("campaigns/{:04}", day.year()),
                None => "campaigns/undated".to_string(),
            };
        }
    }

    fn find_parents(&mut self, abouts: &mut [About]) {
        let mut by_text: HashMap<String, Vec<usize>> = HashMap::new();
        for (at, record) in self.records.iter().enumerate() {
            by_text.entry(spaced(&record.name)).or_default().push(at);
            if !record.platform_id.is_empty() {
                by_text
                    .entry(spaced(&record.platform_id))
                    .or_default()
                    .push(at);
            }
        }
        for at in 0..self.records.len() {
            let record = &self.records[at];
            if record.parent_named.is_empty() {
                continue;
            }
            let (row, named) = (record.row, record.parent_named.clone());
            let found = by_text
                .get(&spaced(&named))
                .map(Vec::as_slice)
                .unwrap_or_default();
            match *found {
                [parent] if parent != at => {
                    self.records[at].parent = Some(self.records[parent].id.clone())
                }
                [] => abouts[table_of(row)].doubt(
                    "the parent is not in the table; `parent` is left out",
                    row_of(row),
                    &named,
                ),
                [_] => abouts[table_of(row)].doubt(
                    "it is its own parent; `parent` is left out",
                    row_of(row),
                    &named,
                ),
                _ => abouts[table_of(row)].doubt(
                    "several rows could be the parent; `parent` is left out",
                    row_of(row),
                    &named,
                ),
            }
        }
    }

    fn find_duplicates(&mut self, tables: &[Table], abouts: &mut [About]) {
        let rows: HashMap<RowId, &Row> = tables
            .iter()
            .enumerate()
            .flat_map(|(at, table)| {
                table
                    .rows
                    .iter()
                    .map(move |row| (super::columns::row_id(at, row.number), row))
            })
            .collect();
        let mut by_id: HashMap<String, usize> = HashMap::new();
        let mut by_name: HashMap<String, usize> = HashMap::new();
        for at in 0..self.records.len() {
            let record = &self.records[at];
            let row = record.row;
            let first_id = (!record.platform_id.is_empty())
                .then(|| *by_id.entry(record.platform_id.clone()).or_insert(at))
                .filter(|first| *first != at);
            let first_name = Some(*by_name.entry(spaced(&record.name)).or_insert(at))
                .filter(|first| *first != at);
            let Some(first) = first_id.or(first_name) else {
                continue;
            };
            let other = &self.records[first];
            let same =
                rows.get(&row).map(|row| &row.cells) == rows.get(&other.row).map(|row| &row.cells);
            let (what, remark) = if same {
                ("the same record again", "The same record as")
            } else if first_id.is_some() {
                ("the same id again, with other cells", "The same id as")
            } else if record.name == other.name {
                ("the same name again, with other cells", "The same name as")
            } else {
                (
                    "the same name again, spelt in another way",
                    "The same name, but for its spelling, as",
                )
            };
            let place = match table_of(other.row) == table_of(row) {
                true => format!("row {}", row_of(other.row)),
                false => format!(
                    "row {} of {}",
                    row_of(other.row),
                    abouts[table_of(other.row)].file
                ),
            };
            abouts[table_of(row)].doubt(what, row_of(row), &format!("{}, as {place}", record.name));
            self.records[at].remarks.push(format!("{remark} {place}."));
        }
    }
}

/// A name for comparing: case and spaces don't count.
fn spaced(name: &str) -> String {
    name.to_lowercase()
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ")
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

/// The values of a column over all tables, and what the column is called.
fn grouped(
    tables: &[Table],
    role: Role,
    is_list: bool,
    same: fn(&str) -> Option<&'static str>,
) -> (Values, String) {
    let mut cells = Vec::new();
    let mut title = String::new();
    for (at, table) in tables.iter().enumerate() {
        let Some(column) = table.column(role) else {
            continue;
        };
        if title.is_empty() {
            title = table.title(column);
        }
        for row in &table.rows {
            let id = super::columns::row_id(at, row.number);
            cells.extend(
                parts(row.cell(column), is_list)
                    .into_iter()
                    .map(|part| (part, id)),
            );
        }
    }
    (Values::group(cells.into_iter(), same), title)
}

/// Says which values are spelt in several ways, and which look like slips.
fn tell_variants(values: &Values, title: &str, tables: &[Table], abouts: &mut [About]) {
    for value in values.with_variants() {
        for other in &value.others {
            let what = format!(
                "\"{title}\" is spelt \"{}\" where most say \"{}\"",
                other.text, value.label
            );
            for row in &other.rows {
                abouts[table_of(*row)].doubt(&what, row_of(*row), "");
            }
        }
    }
    for (slip, meant) in values.slips() {
        let what = format!("\"{title}\" may hold a slip");
        abouts[table_of(slip.first)].doubt(
            &what,
            row_of(slip.first),
            &format!(
                "\"{}\" beside \"{}\" ({} rows)",
                slip.label, meant.label, meant.rows
            ),
        );
    }
    if values.list.is_empty() {
        return;
    }
    let at = tables
        .iter()
        .position(|table| table.header.iter().any(|name| name == title))
        .unwrap_or_default();
    let mut names: Vec<String> = values
        .list
        .iter()
        .take(8)
        .map(|value| format!("{} ({})", value.label, value.rows))
        .collect();
    if values.list.len() > 8 {
        names.push("…".to_string());
    }
    let count = values.list.len();
    let word = if count == 1 { "value" } else { "values" };
    abouts[at].inferred.push(format!(
        "\"{title}\" has {count} {word}: {}",
        names.join(", ")
    ));
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

impl Values {
    /// Calls languages by their codes.
    fn use_codes(&mut self) {
        let mut ids = Ids::default();
        for value in &mut self.list {
            let code = super::spelling::same_language(&key(&value.label)).map(str::to_string);
            value.id = ids.take(&code.unwrap_or_else(|| value.id.clone()));
        }
    }

    /// How a reference to a spelling is written: the id, or another spelling as it stands, so that it
    /// is found as what it is.
    fn reference(&self, text: &str) -> Option<String> {
        let value = self.of(text)?;
        let is_variant = text != value.label
            && !text.eq_ignore_ascii_case(&value.id)
            && !text.eq_ignore_ascii_case(&value.label);
        Some(
            match is_variant && !text.contains([',', '\n']) && text.len() <= 80 {
                true => text.to_string(),
                false
                    if text != value.label
                        && !text.contains(',')
                        && text.eq_ignore_ascii_case(&value.id) =>
                {
                    text.to_string()
                }
                false => value.id.clone(),
            },
        )
    }
}

/// The rows of a spelling, for a comment.
pub(super) fn spelling_rows(rows: &[RowId]) -> String {
    let rows: Vec<usize> = rows.iter().map(|row| row_of(*row)).collect();
    row_list(&rows)
}
