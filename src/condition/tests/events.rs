//! What people did.

use super::*;

fn did(kind: &str, days_ago: i64) -> Event {
    use jiff::ToSpan;
    Event::new(kind, TODAY.saturating_sub(days_ago.days()).at(12, 0, 0, 0))
}

fn who_did(events: Vec<Event>) -> Person {
    Person {
        events,
        ..Person::default()
    }
}

#[test]
fn a_channel_status_within_some_months() {
    let condition = words("did: { webcast: success, within: 12 months }");
    assert_eq!(
        condition.cel(),
        r#"did("webcast").status("Attended", "Attended On-demand").within_months(12)"#
    );
    let webcast = |status: &str, days| Event {
        status: Some(status.to_owned()),
        ..did("webcast", days)
    };
    assert!(holds(&condition, &who_did(vec![webcast("attended", 365)])));
    assert!(!holds(&condition, &who_did(vec![webcast("attended", 366)])));
    assert!(!holds(&condition, &who_did(vec![webcast("No Show", 1)])));
    assert!(!holds(&condition, &who_did(vec![])));
}

#[test]
fn visits_forms_and_mails() {
    let visit = |url: &str| Event {
        url: Some(url.to_owned()),
        ..did("visit", 1)
    };
    let pricing = words("did: { visit: [/pricing, /sales] }");
    assert!(holds(
        &pricing,
        &who_did(vec![visit("https://acme.example/pricing/eu?x=1")])
    ));
    assert!(!holds(
        &pricing,
        &who_did(vec![visit("https://acme.example/about")])
    ));
    let twice = words("did: { visit: any, times: at least 2 }");
    assert!(!holds(&twice, &who_did(vec![visit("/a")])));
    assert!(holds(&twice, &who_did(vec![visit("/a"), visit("/b")])));
    let form = Event {
        asset: Some("contact-sales".to_owned()),
        ..did("form", 1)
    };
    assert!(holds(
        &words("did: { form: contact-sales }"),
        &who_did(vec![form.clone()])
    ));
    assert!(holds(&words("did: { form: any }"), &who_did(vec![form])));
    let clicked = |sort: Option<&str>| Event {
        status: Some("Clicked".to_owned()),
        sort: sort.map(str::to_owned),
        ..did("email", 1)
    };
    let text = "did:\n  email: clicked\n  kind: not operational\n";
    assert!(holds(&words(text), &who_did(vec![clicked(None)])));
    assert!(!holds(
        &words(text),
        &who_did(vec![clicked(Some("operational"))])
    ));
}

#[test]
fn who_did_nothing_lately() {
    let quiet = words("did: { nothing: 30 days }");
    assert_eq!(quiet.cel(), "!did().within_days(30)");
    assert!(holds(&quiet, &who_did(vec![])));
    assert!(holds(&quiet, &who_did(vec![did("visit", 31)])));
    assert!(!holds(&quiet, &who_did(vec![did("visit", 30)])));
}

#[test]
fn what_lies_ahead_has_not_been_done() {
    let condition = words("did: { visit: any, within: 30 days }");
    assert!(!holds(&condition, &who_did(vec![did("visit", -1)])));
}

#[test]
fn all_of_a_list_must_have_been_done() {
    let condition = words("did: [ { visit: any }, { form: any } ]");
    assert!(holds(
        &condition,
        &who_did(vec![did("visit", 1), did("form", 2)])
    ));
    assert!(!holds(&condition, &who_did(vec![did("visit", 1)])));
}
