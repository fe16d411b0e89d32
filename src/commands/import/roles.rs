//! What the columns of an export hold, told by their names, and by them what kind of table it is.

use clap::ValueEnum;

/// What a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) enum Role {
    Name,
    Id,
    Type,
    Status,
    Start,
    End,
    Event,
    Region,
    Location,
    Language,
    Owner,
    BusinessUnit,
    Persona,
    Product,
    Industry,
    Topic,
    Description,
    Budget,
    Cost,
    Currency,
    CostCode,
    Parent,
    PlannedIn,
    MemberStatus,
    MemberResponded,
    Member,
    Url,
    TaggedUrl,
    Source,
    Medium,
    UtmCampaign,
    Content,
    Term,
    UtmId,
    Placement,
    FieldLabel,
    FieldName,
    FieldType,
    FieldValues,
    FieldRequired,
    FieldObject,
    FieldReadOnly,
}

/// What is known of a role: what it is called on the command line, and the names of columns that hold
/// it, the most telling first.
struct Known {
    role: Role,
    word: &'static str,
    headers: &'static [&'static str],
}

/// Names as Salesforce, HubSpot, Marketo, Eventbrite, ON24, Airtable and people write them; compared
/// by [`header_words`]. A column is given the first role that it fits, a role the first of its names
/// that is there.
#[rustfmt::skip]
const ROLES: &[Known] = &[
    Known { role: Role::Name, word: "name", headers: &["campaign name", "program name", "event name", "webinar name", "webcast name", "event title", "webinar title", "webcast title", "campaign title", "name", "title", "event", "campaign", "program", "webinar", "webcast", "initiative", "activity", "conference", "kampagnenname", "kampagne", "veranstaltung", "titel", "nom de la campagne", "nom", "titre", "nombre de la campaña", "nombre", "título", "nome", "titolo"] },
    Known { role: Role::Id, word: "id", headers: &["campaign id", "18 character campaign id", "campaign id 18", "campaign 18 character id", "program id", "event id", "webinar id", "record id", "record number", "id"] },
    Known { role: Role::Type, word: "type", headers: &["campaign type", "program channel", "event type", "program type", "marketing event type", "type", "channel", "campaign channel", "activity type", "event format", "format", "tactic", "tactic type", "category", "kampagnentyp", "typ", "art", "kanal", "tipo", "type de campagne", "type d événement"] },
    Known { role: Role::Status, word: "status", headers: &["campaign status", "program status", "event status", "status", "state", "stage", "statut", "estado", "stato"] },
    Known { role: Role::Start, word: "start", headers: &["start date", "campaign start date", "event start date", "start", "starts", "starts at", "start time", "start date time", "date start", "date begins", "begin date", "begin", "from", "from date", "launch date", "go live date", "scheduled start", "start datum", "startdatum", "beginn", "anfang", "von", "date de début", "début", "fecha de inicio", "fecha inicio", "inicio", "data inizio", "data di inizio"] },
    Known { role: Role::End, word: "end", headers: &["end date", "campaign end date", "event end date", "end", "ends", "ends at", "end time", "end date time", "date end", "date ends", "finish date", "finish", "until", "to", "to date", "close date", "scheduled end", "enddatum", "ende", "bis", "date de fin", "fin", "fecha de fin", "fecha fin", "data fine", "data di fine"] },
    Known { role: Role::Event, word: "event", headers: &["event date", "webinar date", "webcast date", "date of event", "campaign date", "live date", "session date", "date and time", "date time", "date", "dates", "when", "event day", "veranstaltungsdatum", "datum", "termin", "date de l événement", "fecha", "data"] },
    Known { role: Role::Region, word: "region", headers: &["region", "campaign region", "sales region", "target region", "geo", "geography", "theater", "theatre", "territory", "area", "région", "región", "regione", "gebiet"] },
    Known { role: Role::Location, word: "location", headers: &["location", "event location", "venue", "venue name", "city", "place", "veranstaltungsort", "ort", "lieu", "ville", "ubicación", "lugar", "luogo"] },
    Known { role: Role::Language, word: "language", headers: &["language", "languages", "campaign language", "primary language", "locale", "sprache", "sprachen", "langue", "idioma", "lingua"] },
    Known { role: Role::Owner, word: "owner", headers: &["campaign owner", "campaign owner full name", "owner full name", "owner name", "owner", "program owner", "event owner", "dri", "campaign manager", "responsible", "assigned to", "assignee", "hubspot owner", "campaign owner alias", "owner id", "verantwortlich", "besitzer", "responsable", "propriétaire"] },
    Known { role: Role::BusinessUnit, word: "business-unit", headers: &["business unit", "bu", "division", "department", "geschäftsbereich", "abteilung"] },
    Known { role: Role::Persona, word: "persona", headers: &["persona", "personas", "target persona", "buyer persona"] },
    Known { role: Role::Product, word: "product", headers: &["product", "products", "product line", "product interest", "produkt", "produit"] },
    Known { role: Role::Industry, word: "industry", headers: &["industry", "industries", "vertical", "branche", "industrie"] },
    Known { role: Role::Topic, word: "topic", headers: &["topic", "theme", "campaign theme", "thema", "tema"] },
    Known { role: Role::Description, word: "description", headers: &["description", "campaign description", "event description", "summary", "abstract", "objective", "beschreibung", "descripción", "descrizione"] },
    Known { role: Role::Budget, word: "budget", headers: &["budgeted cost", "budgeted cost in campaign", "total budgeted cost in hierarchy", "budget", "budgeted amount", "planned cost", "planned budget", "planned spend", "geplante kosten", "presupuesto"] },
    Known { role: Role::Cost, word: "cost", headers: &["actual cost", "actual cost in campaign", "actual spend", "total cost", "amount spent", "spend", "cost", "period cost", "tatsächliche kosten", "kosten", "coût"] },
    Known { role: Role::Currency, word: "currency", headers: &["currency", "campaign currency", "currency iso code", "currency code", "budgeted cost currency", "budgeted cost in campaign currency", "actual cost currency", "währung", "devise"] },
    Known { role: Role::CostCode, word: "cost-code", headers: &["budget code", "cost code", "cost center", "cost centre", "gl code", "campaign tag", "kostenstelle"] },
    Known { role: Role::Parent, word: "parent", headers: &["parent campaign campaign name", "parent campaign name", "parent campaign", "parent campaign id", "parent campaign campaign id", "parent program", "parent id", "parent", "übergeordnete kampagne"] },
    Known { role: Role::PlannedIn, word: "planned-in", headers: &["issue", "issue url", "issue link", "epic", "epic url", "epic link", "jira", "ticket"] },
    Known { role: Role::MemberStatus, word: "member-status", headers: &["member status", "campaign member status", "program status of member", "registration status", "attendance status"] },
    Known { role: Role::MemberResponded, word: "member-responded", headers: &["responded", "has responded", "member responded"] },
    Known { role: Role::Member, word: "member", headers: &["campaign member id", "lead id", "contact id", "lead or contact id", "member type", "email", "email address", "e mail", "first name", "last name", "member first responded date", "registrant id", "attendee"] },
    Known { role: Role::TaggedUrl, word: "tagged-url", headers: &["tracked url", "tracking url", "tagged url", "final url", "full url", "campaign url", "generated url", "utm url", "utm link", "tracking link", "tracked link", "url with utm", "complete url", "final link", "long url", "generated campaign url", "fertige url", "tracking link long"] },
    Known { role: Role::Url, word: "url", headers: &["website url", "landing page url", "landing page", "destination url", "base url", "target url", "page url", "url", "link", "event url", "event website", "registration url", "registration link", "registration page", "signup url", "website", "event link", "page", "destination", "ziel url", "zielseite"] },
    Known { role: Role::Source, word: "source", headers: &["utm source", "campaign source", "source", "quelle", "fuente"] },
    Known { role: Role::Medium, word: "medium", headers: &["utm medium", "campaign medium", "medium", "medio"] },
    Known { role: Role::UtmCampaign, word: "utm-campaign", headers: &["utm campaign", "utm campaign name"] },
    Known { role: Role::Content, word: "content", headers: &["utm content", "campaign content", "ad content", "content"] },
    Known { role: Role::Term, word: "term", headers: &["utm term", "campaign term", "term", "keyword"] },
    Known { role: Role::UtmId, word: "utm-id", headers: &["utm id"] },
    Known { role: Role::Placement, word: "placement", headers: &["placement", "link placement", "where", "where used", "position", "asset", "link name", "link description"] },
    Known { role: Role::FieldLabel, word: "field-label", headers: &["field label", "display name", "friendly label", "friendly name", "property label", "label"] },
    Known { role: Role::FieldName, word: "field-name", headers: &["api name", "field api name", "field name", "internal name", "property name", "qualified api name", "developer name", "rest api name", "soap api name", "rest name"] },
    Known { role: Role::FieldType, word: "field-type", headers: &["data type", "field type", "property type", "datatype"] },
    Known { role: Role::FieldValues, word: "field-values", headers: &["picklist values", "picklist value", "values", "options", "enumeration options", "allowed values", "option labels"] },
    Known { role: Role::FieldRequired, word: "field-required", headers: &["required", "is required", "mandatory", "pflichtfeld"] },
    Known { role: Role::FieldObject, word: "field-object", headers: &["object", "object name", "object type", "entity", "object api name"] },
    Known { role: Role::FieldReadOnly, word: "field-read-only", headers: &["read only", "read only value", "rest read only"] },
];

/// A header in plain words: lower case, without signs, remarks in brackets and the marks of tools.
pub(super) fn header_words(name: &str) -> String {
    let mut spaced = String::with_capacity(name.len() + 8);
    let mut depth = 0;
    let mut before_lower = false;
    // `Name__c` is how Salesforce marks a team's own field.
    let name = name.trim();
    let name = name.strip_suffix("__c").unwrap_or(name);
    for c in name.chars() {
        match c {
            '(' | '[' => depth += 1,
            ')' | ']' => depth = (depth - 1).max(0),
            _ if depth > 0 => continue,
            '&' => spaced.push_str(" and "),
            c if c.is_alphanumeric() => {
                // `StartDate` is two words, `BU` is one.
                if c.is_uppercase() && before_lower {
                    spaced.push(' ');
                }
                spaced.extend(c.to_lowercase());
            }
            _ => spaced.push(' '),
        }
        before_lower = c.is_lowercase();
    }
    spaced.split_whitespace().collect::<Vec<_>>().join(" ")
}

impl Role {
    /// The word for it on the command line.
    pub(super) fn word(self) -> &'static str {
        let known = ROLES.iter().find(|known| known.role == self);
        known.map_or("", |known| known.word)
    }

    /// Every word, for a message.
    pub(super) fn words() -> Vec<&'static str> {
        ROLES.iter().map(|known| known.word).collect()
    }

    /// The role of a word on the command line.
    pub(super) fn of_word(word: &str) -> Option<Role> {
        let known = ROLES.iter().find(|known| known.word == word)?;
        Some(known.role)
    }

    /// The roles of the columns of a header; each role is given once, to the column whose name is the
    /// most telling.
    pub(super) fn of_header(header: &[String]) -> Vec<Option<Role>> {
        let words: Vec<String> = header.iter().map(|name| header_words(name)).collect();
        let mut roles = vec![None; header.len()];
        for known in ROLES {
            let column = known.headers.iter().find_map(|name| {
                let free = |(at, words): &(usize, &String)| roles[*at].is_none() && words == name;
                words.iter().enumerate().find(free)
            });
            if let Some((column, _)) = column {
                roles[column] = Some(known.role);
            }
        }
        adjusted(roles, &words)
    }
}

/// What one header tells about another.
fn adjusted(mut roles: Vec<Option<Role>>, words: &[String]) -> Vec<Option<Role>> {
    let find = |roles: &[Option<Role>], role| roles.iter().position(|r| *r == Some(role));
    let says = |at: usize, word: &str| words[at] == word;
    let links = find(&roles, Role::Source).is_some() && find(&roles, Role::Medium).is_some();
    if links {
        // In a sheet of links the campaign is a tag, and `Campaign ID` is `utm_id`.
        let name = find(&roles, Role::Name);
        if find(&roles, Role::UtmCampaign).is_none()
            && let Some(at) = name.filter(|at| words[*at].starts_with("campaign"))
        {
            roles[at] = Some(Role::UtmCampaign);
        }
        if find(&roles, Role::UtmId).is_none()
            && let Some(at) = find(&roles, Role::Id).filter(|at| says(*at, "campaign id"))
        {
            roles[at] = Some(Role::UtmId);
        }
    } else {
        let fields =
            find(&roles, Role::FieldName).is_some() || find(&roles, Role::FieldType).is_some();
        if fields {
            // `Name`, `Type` and `Label` of a list of fields.
            let spare = [
                (Role::FieldType, Role::Type, "type"),
                (Role::FieldLabel, Role::Name, "name"),
                (Role::FieldName, Role::Name, "name"),
            ];
            for (wanted, given, word) in spare {
                if find(&roles, wanted).is_none()
                    && let Some(at) = find(&roles, given).filter(|at| says(*at, word))
                {
                    roles[at] = Some(wanted);
                }
            }
        } else if find(&roles, Role::Name).is_none() {
            // Some teams call what an event is about its topic, and that is its name.
            if let Some(at) = find(&roles, Role::Topic) {
                roles[at] = Some(Role::Name);
            }
        }
    }
    roles
}

/// What a table holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum TableKind {
    /// Found out from its header
    Auto,
    /// Campaigns, events or programs, one a row
    #[value(alias = "campaigns", alias = "events")]
    SalesforceCampaigns,
    /// Tracked links, one a row
    #[value(alias = "links")]
    UtmLinks,
    /// The fields of a CRM or a marketing platform
    Fields,
    /// Names of programs, one a line
    #[value(alias = "names")]
    ProgramNames,
}

impl TableKind {
    /// What such a table is called in a sentence.
    pub(super) fn noun(self) -> &'static str {
        match self {
            TableKind::Auto => "table",
            TableKind::SalesforceCampaigns => "list of campaigns",
            TableKind::UtmLinks => "sheet of tracked links",
            TableKind::Fields => "list of fields",
            TableKind::ProgramNames => "list of names",
        }
    }

    /// What the roles of a header say; `None` when they don't.
    pub(super) fn of_roles(roles: &[Option<Role>]) -> Option<TableKind> {
        let has = |role| roles.contains(&Some(role));
        if has(Role::FieldName) && (has(Role::FieldType) || has(Role::FieldLabel)) {
            return Some(TableKind::Fields);
        }
        if (has(Role::Source) && has(Role::Medium))
            || has(Role::UtmCampaign)
            || (has(Role::TaggedUrl) && !has(Role::Start))
        {
            return Some(TableKind::UtmLinks);
        }
        let about = [
            Role::Type,
            Role::Status,
            Role::Start,
            Role::End,
            Role::Event,
            Role::Region,
            Role::Language,
            Role::Owner,
            Role::Budget,
            Role::Cost,
            Role::Parent,
            Role::MemberStatus,
            Role::Id,
        ];
        if has(Role::Name) && about.into_iter().any(has) {
            return Some(TableKind::SalesforceCampaigns);
        }
        if has(Role::Id) && (has(Role::Type) || has(Role::Start) || has(Role::Event)) {
            return Some(TableKind::SalesforceCampaigns);
        }
        has(Role::Name).then_some(TableKind::ProgramNames)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn roles(header: &[&str]) -> Vec<&'static str> {
        let header: Vec<String> = header.iter().map(|name| name.to_string()).collect();
        let roles = Role::of_header(&header);
        roles
            .iter()
            .map(|role| role.map_or("-", Role::word))
            .collect()
    }

    fn kind(header: &[&str]) -> Option<TableKind> {
        let header: Vec<String> = header.iter().map(|name| name.to_string()).collect();
        TableKind::of_roles(&Role::of_header(&header))
    }

    #[test]
    fn exports_of_many_tools_are_known() {
        let salesforce = [
            "Campaign Name",
            "Start Date",
            "End Date",
            "Type",
            "Status",
            "Budgeted Cost in Campaign",
            "Num Sent",
            "Parent Campaign: Campaign Name",
            "Campaign Owner: Full Name",
        ];
        assert_eq!(
            roles(&salesforce),
            [
                "name", "start", "end", "type", "status", "budget", "-", "parent", "owner"
            ]
        );
        assert_eq!(kind(&salesforce), Some(TableKind::SalesforceCampaigns));
        let object = [
            "Id",
            "Name",
            "Type",
            "StartDate",
            "EndDate",
            "BudgetedCost",
            "Region__c",
        ];
        assert_eq!(
            roles(&object),
            ["id", "name", "type", "start", "end", "budget", "region"]
        );
        let builder = [
            "Website URL",
            "Campaign ID",
            "Campaign Source",
            "Campaign Medium",
            "Campaign Name",
            "Generated URL",
        ];
        assert_eq!(
            roles(&builder),
            [
                "url",
                "utm-id",
                "source",
                "medium",
                "utm-campaign",
                "tagged-url"
            ]
        );
        assert_eq!(kind(&builder), Some(TableKind::UtmLinks));
        assert_eq!(
            kind(&["Field Label", "API Name", "Data Type"]),
            Some(TableKind::Fields)
        );
        assert_eq!(
            kind(&["Name", "Internal name", "Type"]),
            Some(TableKind::Fields)
        );
        assert_eq!(
            kind(&["Veranstaltung", "Datum", "Region"]),
            Some(TableKind::SalesforceCampaigns)
        );
        assert_eq!(kind(&["Program Name"]), Some(TableKind::ProgramNames));
        assert_eq!(kind(&["Colour", "Size"]), None);
    }

    #[test]
    fn an_event_without_a_name_is_called_by_its_topic() {
        assert_eq!(
            roles(&["topic", "type", "date", "date_ends", "region", "event_url"]),
            ["name", "type", "event", "end", "region", "url"]
        );
        assert_eq!(roles(&["name", "topic"]), ["name", "topic"]);
    }
}
