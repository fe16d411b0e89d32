//! `examples/handbook` holds what the public handbook says, value by value. The facts it is compared
//! with are not part of the project: where they aren't found, the tests say so and pass.
#![allow(
    clippy::print_stdout,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "tests that compare two lists"
)]

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use campaignlint::model::values::{OneOrMany, PeriodUnit, Text};
use campaignlint::model::{
    Attribution, Body, Calendar, Channel, Dimension, Naming, Taxonomy, Tracking, TrailingSlash,
};
use campaignlint::workspace::{Input, Loaded, Workspace, load};
use serde_yaml::Value;

fn facts() -> Option<Value> {
    let shared = std::env::var_os("CAMPAIGNLINT_SHARED").map_or_else(
        || Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared"),
        PathBuf::from,
    );
    let text = std::fs::read_to_string(shared.join("facts/gitlab_model.yaml")).ok();
    if text.is_none() {
        println!("skipped: facts/gitlab_model.yaml is not here");
    }
    Some(serde_yaml::from_str(&text?).expect("the facts are YAML"))
}

fn handbook() -> Loaded {
    load(&Input {
        root: Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/handbook"),
        ..Input::default()
    })
}

/// The first document of a kind.
macro_rules! document {
    ($workspace:expr, $kind:ident) => {
        $workspace
            .documents()
            .filter(|(file, _)| {
                !$workspace
                    .sources
                    .path(file.file)
                    .starts_with("campaignlint:")
            })
            .find_map(|(_, document)| match &document.body {
                Some(Body::$kind(body)) => Some(body),
                _ => None,
            })
            .expect("a document of this kind")
    };
}

fn tracking<'w>(workspace: &'w Workspace<'w>) -> &'w Tracking<'w> {
    document!(workspace, Tracking)
}

fn attribution<'w>(workspace: &'w Workspace<'w>) -> &'w Attribution<'w> {
    document!(workspace, Attribution)
}

fn calendar<'w>(workspace: &'w Workspace<'w>) -> &'w Calendar<'w> {
    document!(workspace, Calendar)
}

fn channels<'w>(workspace: &'w Workspace<'w>) -> Vec<&'w Channel<'w>> {
    let channels = document!(workspace, Channels);
    channels
        .entries
        .iter()
        .map(|(_, channel)| channel)
        .collect()
}

fn dimension<'w>(workspace: &'w Workspace<'w>, name: &str) -> &'w Dimension<'w> {
    let taxonomies = workspace
        .documents()
        .filter_map(|(_, document)| match &document.body {
            Some(Body::Taxonomy(taxonomy)) => Some(taxonomy.as_ref()),
            _ => None,
        });
    let mut named = taxonomies.filter_map(|taxonomy: &Taxonomy<'_>| taxonomy.get(name));
    &named.next().expect("the dimension is there").1
}

/// The labels of a dimension's values, or their ids where they have none.
fn labels(dimension: &Dimension<'_>) -> Vec<String> {
    let values = &dimension.values.as_ref().unwrap().entries;
    let label = |(id, value): &(Text<'_>, campaignlint::model::TaxonomyValue<'_>)| {
        value.label.unwrap_or(*id).value.to_string()
    };
    values.iter().map(label).collect()
}

fn texts(list: Option<&OneOrMany<'_, Text<'_>>>) -> Vec<String> {
    let items = list.into_iter().flat_map(|list| &list.items);
    items.map(|item| item.value.to_string()).collect()
}

fn strings(value: &Value) -> Vec<String> {
    match value {
        Value::Sequence(items) => items.iter().map(text).collect(),
        Value::Null => Vec::new(),
        one => vec![text(one)],
    }
}

fn text(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Bool(true) => "yes".to_string(),
        Value::Bool(false) => "no".to_string(),
        Value::Number(number) => number.to_string(),
        other => panic!("no text: {other:?}"),
    }
}

fn list<'v>(value: &'v Value, key: &str) -> &'v Vec<Value> {
    value[key].as_sequence().expect("a list")
}

fn entries(value: &Value) -> Vec<(String, &Value)> {
    let mapping = value.as_mapping().expect("a mapping");
    mapping
        .iter()
        .map(|(key, value)| (text(key), value))
        .collect()
}

#[test]
fn every_channel_has_its_statuses_in_order() {
    let Some(facts) = facts() else { return };
    let loaded = handbook();
    let workspace = Workspace::new(&loaded);
    let channels = channels(&workspace);
    let known = list(&facts, "program_channels");
    assert_eq!(channels.len(), known.len());
    for (channel, known) in channels.iter().zip(known) {
        let name = text(&known["name"]);
        assert_eq!(channel.label.unwrap().value, name);
        let statuses = list(known, "statuses");
        let with = |key: &str, wanted: &str| -> Vec<String> {
            let holds =
                |status: &&Value| status.get(key).is_some_and(|value| text(value) == wanted);
            let statuses = statuses.iter().filter(holds);
            statuses.map(|status| text(&status["name"])).collect()
        };
        let all: Vec<String> = channel
            .all_statuses()
            .map(|status| status.value.to_string())
            .collect();
        let names: Vec<String> = statuses
            .iter()
            .map(|status| text(&status["name"]))
            .collect();
        assert_eq!(all, names, "{name}");
        assert_eq!(
            texts(channel.success.as_ref()),
            with("success", "yes"),
            "{name}"
        );
        let loads = with("list_import", "yes");
        assert_eq!(texts(channel.lists_may_load.as_ref()), loads, "{name}");
        let asks = with("list_import", "ask_mops");
        assert_eq!(texts(channel.lists_ask_first.as_ref()), asks, "{name}");
        let operations = with("list_import", "mops_only");
        assert_eq!(
            texts(channel.lists_operations_only.as_ref()),
            operations,
            "{name}"
        );
        let gives = channel.is.as_ref().unwrap().get("attribution").unwrap();
        let gives = gives.items[0].value.replace(" and ", "+");
        assert_eq!(gives, text(&known["attribution_touchpoint"]), "{name}");
    }
}

#[test]
fn assets_of_each_channel_expire_as_the_page_says() {
    let Some(facts) = facts() else { return };
    let loaded = handbook();
    let workspace = Workspace::new(&loaded);
    let mut found: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for channel in channels(&workspace) {
        let Some(expiry) = channel.node.get("assets-expire") else {
            continue;
        };
        // What the page adds in brackets to a channel's name stands with the period here.
        let expiry = expiry.value().unwrap();
        let clock = format!(
            " after the event at {}",
            text(&facts["asset_expiration"]["time_of_day"])
        );
        let expiry = expiry.trim_end_matches(&clock);
        let (period, condition) = expiry.split_once(" (").unwrap_or((expiry, ""));
        let mut name = channel.label.unwrap().value.to_string();
        if !condition.is_empty() {
            name = format!("{name} ({condition}");
        }
        found.entry(period.to_string()).or_default().push(name);
    }
    let expiry = &facts["asset_expiration"];
    for (period, key) in [
        ("4 weeks", "four_weeks_after_event"),
        ("12 weeks or never", "twelve_weeks_after_end_or_none"),
        ("never", "not_recommended"),
    ] {
        let mut known = strings(&expiry[key]);
        known.sort();
        let mut here = found.remove(period).unwrap_or_default();
        here.sort();
        assert_eq!(here, known, "{period}");
    }
    assert!(found.is_empty(), "{found:?}");
}

#[test]
fn every_source_has_its_mediums() {
    let Some(facts) = facts() else { return };
    let loaded = handbook();
    let workspace = Workspace::new(&loaded);
    let policy = tracking(&workspace);
    let utm = &facts["utm"];
    let sources = &policy.sources.as_ref().unwrap().entries;
    let known = entries(&utm["source"]);
    assert_eq!(sources.len(), known.len());
    for ((source, mediums), (name, allowed)) in sources.iter().zip(known) {
        assert_eq!(source.value, name);
        assert_eq!(texts(Some(mediums)), strings(allowed), "{name}");
    }
    let mut mediums: Vec<String> = policy
        .mediums
        .iter()
        .flat_map(|map| &map.entries)
        .map(|(medium, _)| medium.value.to_string())
        .collect();
    let mut known = strings(&utm["medium"]);
    mediums.sort();
    known.sort();
    assert_eq!(mediums, known);
    let tokens = policy.tokens.as_ref().unwrap();
    let content = &utm["content"];
    assert_eq!(
        texts(tokens.get("asset_type")),
        strings(&content["asset_type"])
    );
    let forbidden = policy.forbidden.as_ref().unwrap();
    assert_eq!(
        texts(forbidden.get("content")),
        strings(&content["forbidden_values"])
    );
    let also = policy.also_required.as_ref().unwrap();
    let partner = &utm["partner"];
    let medium = text(&partner["medium"]);
    assert_eq!(texts(also.get(&medium)), strings(&partner["extra_param"]));
}

#[test]
fn sites_are_tagged_and_end_as_the_pages_say() {
    let Some(facts) = facts() else { return };
    let loaded = handbook();
    let workspace = Workspace::new(&loaded);
    let policy = tracking(&workspace);
    let sites = &policy.our_sites.as_ref().unwrap().items;
    let hosts: Vec<&str> = sites.iter().map(|site| site.host.unwrap().value).collect();
    for host in strings(&facts["utm"]["tag_required_hosts"]) {
        let host = host.split(' ').next().unwrap().to_string();
        assert!(hosts.contains(&host.as_str()), "{host}");
    }
    let slash = |host: &str| {
        sites
            .iter()
            .find(|site| site.host.unwrap().value == host)
            .unwrap()
    };
    let rules = strings(&facts["url_rules"]).join("\n");
    assert!(rules.contains("page.gitlab.com URLs: no trailing slash"));
    assert_eq!(
        slash("page.gitlab.com").trailing_slash,
        Some(TrailingSlash::Never)
    );
    assert!(rules.contains("about.gitlab.com URLs: trailing slash before ? required"));
    assert_eq!(
        slash("about.gitlab.com").trailing_slash,
        Some(TrailingSlash::Always)
    );
}

/// A template as the pages write it: its tokens in their words.
fn in_their_words(template: &str, words: &[(&str, &str)]) -> String {
    words
        .iter()
        .fold(template.to_string(), |template, (token, word)| {
            template.replace(&format!("{{{token}}}"), word)
        })
}

#[test]
fn the_template_of_utm_campaign_has_every_segment() {
    let Some(facts) = facts() else { return };
    let loaded = handbook();
    let workspace = Workspace::new(&loaded);
    let policy = tracking(&workspace);
    let campaign = &facts["utm"]["campaign"];
    let mut template = Vec::new();
    for segment in list(campaign, "segments") {
        let name = text(&segment["name"]);
        let format = segment.get("format").map_or_else(String::new, |format| {
            format!(":{}", text(format).to_uppercase())
        });
        let optional = if segment["required"].as_bool().unwrap() {
            ""
        } else {
            "?"
        };
        template.push(format!("{{{name}{format}{optional}}}"));
        let tokens = policy.tokens.as_ref().unwrap();
        for key in ["evergreen", "multi", "none"] {
            if let Some(word) = segment.get(key) {
                assert_eq!(texts(tokens.get(&name)), [text(word)], "{name}");
            }
        }
    }
    assert_eq!(
        policy.campaign.unwrap().value,
        template.join(&text(&campaign["separator"]))
    );
    let content = strings(&facts["utm"]["content"]["segments"]);
    let content: Vec<String> = content.iter().map(|name| format!("{{{name}}}")).collect();
    assert_eq!(policy.content.unwrap().value, content.join("_"));
    let values = &dimension(&workspace, "gtm")
        .values
        .as_ref()
        .unwrap()
        .entries;
    let of = |retired: bool| -> Vec<&str> {
        let values = values
            .iter()
            .filter(|(_, value)| value.retired.is_some() == retired);
        values.map(|(id, _)| id.value).collect()
    };
    assert_eq!(of(false), strings(&campaign["gtm_current"]));
    assert_eq!(of(true), strings(&campaign["gtm_retired"]));
}

#[test]
fn every_kind_of_program_has_its_template() {
    let Some(facts) = facts() else { return };
    let loaded = handbook();
    let workspace = Workspace::new(&loaded);
    let conventions: Vec<&Naming<'_>> = workspace
        .documents()
        .filter_map(|(_, document)| match &document.body {
            Some(Body::Naming(naming)) => Some(naming.as_ref()),
            _ => None,
        })
        .collect();
    let of_channel = |channel: &str, number: usize| -> String {
        let root = conventions[0].node.get("templates").unwrap();
        let template = root.get(channel).unwrap_or_else(|| panic!("{channel}"));
        let item = template.items().nth(number).unwrap_or(template);
        item.value().unwrap().to_string()
    };
    let hyperscaler = |number: usize| -> String {
        let list = conventions[1].node.get("template").unwrap();
        list.items()
            .nth(number)
            .unwrap()
            .value()
            .unwrap()
            .to_string()
    };
    let words: &[(&str, &str)] = &[
        ("start:YYYYMMDD", "YYYYMMDD"),
        ("end:YYYYMMDD", "YYYYMMDD"),
        ("start:YYYY", "YYYY"),
        ("region", "Region"),
        ("event-type", "EventType"),
    ];
    let templates = &facts["naming"]["templates"];
    let known = entries(templates);
    let here = [
        (
            "executive_roundtable",
            of_channel("executive-roundtables", 0),
            &[("topic", "Topic")][..],
        ),
        ("speaking_session", of_channel("speaking-session", 0), &[]),
        (
            "vendor_arranged_meetings",
            of_channel("vendor-arranged-meetings", 0),
            &[("vendor", "VendorName")],
        ),
        (
            "workshop",
            of_channel("workshop", 0),
            &[("topic", "<Topic>")],
        ),
        (
            "virtual_conference",
            of_channel("conference", 0),
            &[("vendor", "Vendor"), ("conference", "VirtualConfName1")],
        ),
        (
            "content_syndication",
            of_channel("content-syndication", 0),
            &[("vendor", "Vendor"), ("asset", "NameofAsset")],
        ),
        ("direct_mail", of_channel("direct-mail", 0), &[]),
        (
            "gated_content",
            of_channel("gated-content", 0),
            &[("content-type", "Type"), ("content", "Content")],
        ),
        ("owned_event", of_channel("owned-event", 0), &[]),
        (
            "accelevents_sfdc_name",
            of_channel("owned-event", 1),
            &[
                ("event-name", "OwnedEventName"),
                ("region-or-city", "RegionOrCity"),
            ],
        ),
        (
            "gitlab_hosted_webcast",
            of_channel("webcast", 0),
            &[("topic", "WebcastTopic")],
        ),
        (
            "sponsored_webcast",
            of_channel("sponsored-webcast", 0),
            &[("vendor", "ExternalWebcastVendorName"), ("topic", "Topic")],
        ),
        (
            "linkedin_lead_gen",
            of_channel("paid-social", 0),
            &[("series", "Name"), ("parameter", "parameter")],
        ),
        (
            "hyperscaler",
            hyperscaler(0),
            &[("partner", "<Partner>"), ("rest", "<...>")],
        ),
        (
            "hyperscaler_mdf",
            hyperscaler(1),
            &[("partner", "<Partner>"), ("rest", "<...>")],
        ),
        (
            "hyperscaler_credits",
            hyperscaler(2),
            &[("partner", "<Partner>"), ("rest", "<...>")],
        ),
    ];
    assert_eq!(here.len(), known.len());
    for (name, template, own) in here {
        let written = in_their_words(&in_their_words(&template, own), words);
        assert_eq!(written, text(&templates[name]), "{name}");
    }
    let naming = &facts["naming"];
    let ends = conventions[0].node.get("ends-with").unwrap();
    assert!(ends.get(&text(&naming["parent_suffix"])).is_some());
    let forbidden = conventions[0].node.get("forbidden-text").unwrap();
    let forbidden: Vec<&str> = forbidden.items().filter_map(|item| item.value()).collect();
    assert_eq!(forbidden, strings(&naming["forbidden_substrings_offline"]));
    assert_eq!(
        labels(dimension(&workspace, "event-type")),
        strings(&naming["event_type"])
    );
}

#[test]
fn every_line_and_every_bucket_of_the_attribution_mapping_is_there() {
    let Some(facts) = facts() else { return };
    let loaded = handbook();
    let workspace = Workspace::new(&loaded);
    let mapping = attribution(&workspace);
    let lines = &mapping.rules.as_ref().unwrap().items;
    let known = list(&facts, "attribution_online_rules");
    assert_eq!(lines.len(), known.len());
    for (number, (line, known)) in lines.iter().zip(known).enumerate() {
        let channel = match text(&known["sub"]).as_str() {
            "" => text(&known["channel"]),
            sub => format!("{}.{sub}", text(&known["channel"])),
        };
        assert_eq!(line.channel.unwrap().value, channel, "line {number}");
        for (condition, key) in [
            (&line.campaign, "campaign"),
            (&line.medium, "medium"),
            (&line.source, "source"),
            (&line.landing_page, "landing"),
            (&line.referrer, "referrer"),
        ] {
            let asked = texts(condition.as_ref()).join(";");
            let known = text(&known[key]).replace("Any Value", "*");
            assert_eq!(asked, known, "line {number}, {key}");
        }
    }
    let buckets = &mapping.buckets.as_ref().unwrap().entries;
    let bucket_of = |channel: &str| {
        let holds =
            |list: &OneOrMany<'_, Text<'_>>| list.items.iter().any(|item| item.value == channel);
        let bucket = buckets.iter().find(|(_, channels)| holds(channels));
        bucket.map(|(bucket, _)| bucket.value)
    };
    let offline = texts(mapping.offline.as_ref());
    let known = list(&facts, "attribution_buckets");
    let held: usize = buckets
        .iter()
        .map(|(_, channels)| channels.items.len())
        .sum();
    assert_eq!(held, known.len());
    for known in known {
        let channel = text(&known["channel"]);
        assert_eq!(
            bucket_of(&channel),
            Some(text(&known["bucket"]).as_str()),
            "{channel}"
        );
        let mode = if offline.contains(&channel) {
            "offline"
        } else {
            "online"
        };
        assert_eq!(mode, text(&known["mode"]), "{channel}");
    }
}

#[test]
fn every_initial_source_is_there_with_its_bucket() {
    let Some(facts) = facts() else { return };
    let loaded = handbook();
    let workspace = Workspace::new(&loaded);
    let known = entries(&facts["initial_source_bucket"]);
    let names: Vec<&str> = known.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(labels(dimension(&workspace, "initial-source")), names);
    let buckets = &dimension(&workspace, "initial-source-bucket")
        .values
        .as_ref()
        .unwrap()
        .entries;
    let mut held = 0;
    for (_, bucket) in buckets {
        for member in &bucket.members.as_ref().unwrap().items {
            let known = known.iter().find(|(name, _)| name == member.value).unwrap();
            assert_eq!(
                bucket.label.unwrap().value,
                text(known.1),
                "{}",
                member.value
            );
            held += 1;
        }
    }
    assert_eq!(held, known.len());
}

#[test]
fn lists_of_values_are_those_of_the_pages() {
    let Some(facts) = facts() else { return };
    let loaded = handbook();
    let workspace = Workspace::new(&loaded);
    let segments = &facts["segments"];
    let import = &facts["list_import"];
    for (name, known) in [
        ("region", &segments["region"]),
        ("language", &segments["language"]),
        ("sales-segment", &segments["sales_segment"]),
        ("campaign-status", &facts["campaign_status"]["values"]),
        ("preferred-language", &import["preferred_language"]),
        ("high-priority-reason", &import["high_priority_reason"]),
        ("state-country", &import["state_only_for"]),
    ] {
        assert_eq!(
            labels(dimension(&workspace, name)),
            strings(known),
            "{name}"
        );
    }
    let lists: Vec<String> = workspace
        .documents()
        .filter_map(|(_, document)| match &document.body {
            Some(Body::Audience(_)) => document.root.get("lives-in")?.get("marketo")?.value(),
            _ => None,
        })
        .map(str::to_string)
        .collect();
    assert_eq!(lists, strings(&facts["email_policy"]["emailable_lists"]));
    let list = workspace
        .documents()
        .find(|(_, document)| matches!(document.body, Some(Body::List(_))))
        .unwrap()
        .1
        .root;
    let columns: Vec<String> = list
        .get("columns")
        .unwrap()
        .entries()
        .filter_map(|entry| entry.key.value().map(str::to_string))
        .collect();
    let mut known = strings(&import["required"]);
    known.extend(strings(&import["optional"]));
    assert_eq!(columns, known);
    let refused: Vec<&str> = list
        .get("unless")
        .unwrap()
        .items()
        .filter_map(|item| item.value())
        .collect();
    assert_eq!(refused, strings(&import["reject"]));
}

#[test]
fn tokens_that_a_list_needs_are_asked_of_every_event() {
    let Some(facts) = facts() else { return };
    let loaded = handbook();
    let workspace = Workspace::new(&loaded);
    let minimum: Vec<String> = strings(&facts["tokens_minimum"])
        .iter()
        .map(|token| token.trim_start_matches("my.").to_string())
        .collect();
    let mut asked = 0;
    for channel in channels(&workspace) {
        let Some(tokens) = channel
            .ready_needs
            .as_ref()
            .and_then(|needs| needs.tokens.as_ref())
        else {
            continue;
        };
        assert_eq!(
            texts(Some(tokens))[..3],
            minimum[..],
            "{}",
            channel.label.unwrap().value
        );
        asked += 1;
    }
    assert!(asked > 8, "{asked}");
}

#[test]
fn sends_keep_to_the_caps_and_times_of_the_page() {
    let Some(facts) = facts() else { return };
    let loaded = handbook();
    let workspace = Workspace::new(&loaded);
    let calendar = calendar(&workspace);
    let policy = &facts["email_policy"];
    let caps = &calendar
        .caps
        .as_ref()
        .unwrap()
        .get("everybody")
        .unwrap()
        .items;
    let per = |days: u32| {
        caps.iter()
            .find(|cap| cap.days == days)
            .map(|cap| u64::from(cap.count))
    };
    assert_eq!(per(1), policy["caps"]["per_day"].as_u64());
    assert_eq!(per(7), policy["caps"]["per_week"].as_u64());
    let exempt = policy["caps"]["operational_exempt"].as_bool().unwrap();
    assert!(caps.iter().all(|cap| cap.operational_included != exempt));
    let large = &calendar.large_sends.as_ref().unwrap().items;
    let over: Vec<u64> = large
        .iter()
        .map(|large| large.over.unwrap().value)
        .collect();
    let known = [
        &policy["large_send"]["over"],
        &policy["litmus_qa_over"],
        &policy["smart_campaign_abort_over"],
    ];
    assert_eq!(over, known.map(|number| number.as_u64().unwrap()));
    assert_eq!(
        texts(large[0].needs.as_ref()),
        strings(&policy["large_send"]["require_filter"])
    );
    let blocked = calendar.no_send.as_ref().unwrap().items[0]
        .node
        .get("days")
        .unwrap();
    assert_eq!(
        blocked.value().unwrap(),
        text(&policy["no_send_weekday_non_operational"])
    );
    let times = calendar.node.get("send-times").unwrap();
    for (region, time) in entries(&policy["default_send_time"]) {
        let here = times.get(&region.to_lowercase()).unwrap();
        assert_eq!(here.value().unwrap(), text(time), "{region}");
    }
}

#[test]
fn requests_come_in_as_long_before_as_the_pages_say() {
    let Some(facts) = facts() else { return };
    let loaded = handbook();
    let workspace = Workspace::new(&loaded);
    let notice = calendar(&workspace).notice.as_ref().unwrap();
    let sla = &facts["sla"];
    let import = &sla["list_import_csv"];
    use PeriodUnit::{BusinessDays, BusinessHours, Days, Hours, Weeks};
    for (request, known, unit) in [
        (
            "MQL follow-up",
            &sla["mql_followup_business_hours"],
            BusinessHours,
        ),
        (
            "MktgOps request",
            &sla["mktgops_request_business_days"],
            BusinessDays,
        ),
        (
            "corporate program tracking",
            &sla["corporate_program_tracking_business_days"],
            BusinessDays,
        ),
        (
            "list import acknowledged",
            &import["ack_business_hours"],
            BusinessHours,
        ),
        (
            "list import loaded",
            &import["load_business_days"],
            BusinessDays,
        ),
        (
            "target list before send",
            &sla["target_list_request_days_before_send"],
            Days,
        ),
        (
            "webcast",
            &sla["webcast_request_business_days"],
            BusinessDays,
        ),
        (
            "virtual workshop",
            &sla["virtual_workshop_business_days"],
            BusinessDays,
        ),
        (
            "ancillary event with Marketo invite",
            &sla["ancillary_event_with_marketo_invite_business_days"],
            BusinessDays,
        ),
        (
            "ancillary event, tracking only",
            &sla["ancillary_event_tracking_only_business_days"],
            BusinessDays,
        ),
        ("executive meetings", &sla["executive_meetings_days"], Days),
        ("custom form", &sla["custom_form_weeks"], Weeks),
        ("email approval", &sla["email_approval_hours"], Hours),
    ] {
        let period = notice.get(request).unwrap_or_else(|| panic!("{request}"));
        assert_eq!(
            u64::from(period.count),
            known.as_u64().unwrap(),
            "{request}"
        );
        assert_eq!(period.unit, unit, "{request}");
    }
}
