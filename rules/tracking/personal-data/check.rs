//! What names a person, in a parameter.

use crate::checks::{Context, LinkSubject};
use crate::diagnostics::Reporter;
use crate::links::{Form, Parameter, Template, email_shape};

pub(crate) fn check(link: &LinkSubject<'_>, _context: &Context<'_>, report: &mut Reporter) {
    // `mailto:` links are made of addresses.
    let is_link = link.url.form() != Form::Other;
    if is_link && may_hold_address(link.url.text()) {
        for parameter in link.url.parameters() {
            if address_in(link, parameter, report) {
                return;
            }
        }
    }
    for tag in link.tags() {
        if link.parameter(tag).is_none()
            && let Some(range) = email_shape(&tag.value)
        {
            report.find(
                link.part_of_value(tag, range),
                "This tag holds an e-mail address.",
                HELP,
            );
            return;
        }
    }
    if !is_link || link.url.templates().is_empty() {
        return;
    }
    let text = link.url.text();
    for parameter in link
        .url
        .parameters()
        .iter()
        .filter(|found| found.value_is_templated())
    {
        let personal = |token: &&Template| names_a_person(token.inner(text));
        if let Some(token) = link.url.templates_in(parameter.value_part()).find(personal) {
            report.find(
                link.at(token.part),
                format!(
                    "A token in `{}` names the person who receives the link.",
                    parameter.name()
                ),
                HELP,
            );
            return;
        }
    }
}

const HELP: &str = "Remove it; an id that only your own database can read does the same.";

/// A cheap look for `@`, which may be escaped once or twice.
fn may_hold_address(text: &str) -> bool {
    let bytes = text.as_bytes();
    memchr::memchr(b'@', bytes).is_some()
        || memchr::memchr_iter(b'%', bytes).any(|at| {
            matches!(bytes.get(at + 1..at + 3), Some(b"40"))
                || matches!(bytes.get(at + 1..at + 5), Some(b"2540"))
        })
}

/// Reports an address in a parameter's value, or in its name where it has no value.
fn address_in(link: &LinkSubject<'_>, parameter: &Parameter<'_>, report: &mut Reporter) -> bool {
    let is_name = parameter.equals_part().is_empty();
    let text = if is_name {
        parameter.name()
    } else {
        parameter.value()
    };
    // An address that a platform fills in is a token, and tokens have their own finding.
    if parameter.is_templated() {
        return false;
    }
    // An address may have been escaped once more than the link needs.
    let place = match email_shape(&text) {
        Some(range) if !is_name => link.at(parameter.decoded().source(range)),
        None if !text.contains("%40") || email_shape(&text.replace("%40", "@")).is_none() => {
            return false;
        }
        _ if is_name => link.at(parameter.name_part()),
        _ => link.at(parameter.value_part()),
    };
    let message = if is_name {
        "The link holds an e-mail address.".to_string()
    } else {
        format!("`{}` holds an e-mail address.", parameter.name())
    };
    report.find(place, message, HELP);
    true
}

/// What platforms call the person in a token.
const PEOPLE: &[&str] = &[
    "lead",
    "contact",
    "contactfield",
    "person",
    "people",
    "subscriber",
    "recipient",
    "customer",
    "user",
    "member",
    "profile",
    "prospect",
];

/// Fields that name a person whatever stands in front of them.
const FIELDS: &[&str] = &[
    "email",
    "emailaddress",
    "emailaddr",
    "useremail",
    "contactemail",
    "leademail",
    "personemail",
    "subscriberemail",
    "customeremail",
    "recipientemail",
    "firstname",
    "lastname",
    "fullname",
    "fname",
    "lname",
    "surname",
    "phone",
    "phonenumber",
    "mobilephone",
    "mobilenumber",
    "mobilephonenumber",
];

/// Fields that name a person only behind a word for a person: `{{contact.name}}`.
const PERSONS_FIELDS: &[&str] = &[
    "name",
    "mail",
    "mobile",
    "birthday",
    "dateofbirth",
    "address",
    "street",
];

/// Whether a token's name is that of a field that identifies a person: `lead.Email Address`,
/// `contactfield=email`, `EMAIL`. Ids, hashes and the name of the e-mail itself are no such fields.
fn names_a_person(name: &str) -> bool {
    // Defaults and filters stand behind the name.
    let name = name.split(['|', ':', ',']).next().unwrap_or("");
    let (owner, field) = match name.rfind(['.', '=']) {
        Some(at) => (&name[..at], &name[at + 1..]),
        None => ("", name),
    };
    let owner = owner.rsplit('.').next().unwrap_or("");
    let among = |list: &[&str], word: &str| list.iter().any(|known| same_letters(known, word));
    among(FIELDS, field) && (owner.is_empty() || among(PEOPLE, owner))
        || among(PERSONS_FIELDS, field) && among(PEOPLE, owner)
}

/// Whether two words have the same letters and digits: `emailaddress` and `Email Address`.
fn same_letters(known: &str, word: &str) -> bool {
    let letters = word.bytes().filter(u8::is_ascii_alphanumeric);
    known
        .bytes()
        .eq(letters.map(|letter| letter.to_ascii_lowercase()))
}
