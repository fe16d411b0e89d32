//! Time zones, by the names that people give them: of the IANA database, by city, by abbreviation.

use std::collections::HashMap;
use std::sync::LazyLock;

use jiff::tz::{TimeZone, TimeZoneDatabase};

/// The time zone of this name. The database is the program's own, so that a name means the same on
/// every machine, and no folder has to be searched for it.
pub fn time_zone(name: &str) -> Option<TimeZone> {
    TimeZoneDatabase::bundled().get(name).ok()
}

/// The zone of a city after which one is called: `Berlin` is `Europe/Berlin`.
pub fn zone_of_city(city: &str) -> Option<&'static str> {
    CITIES
        .get(&city.to_lowercase().replace(' ', "_"))
        .map(String::as_str)
}

/// Every name that may stand for a zone, to find the one that was meant.
pub fn zone_names() -> impl Iterator<Item = &'static str> {
    let cities = CITIES.values().map(String::as_str);
    let short = CITIES.values().filter_map(|zone| zone.rsplit('/').next());
    cities.chain(short)
}

/// The parts of the world in which the database names zones after cities.
const WORLD: [&str; 9] = [
    "Africa/",
    "America/",
    "Antarctica/",
    "Asia/",
    "Atlantic/",
    "Australia/",
    "Europe/",
    "Indian/",
    "Pacific/",
];

static CITIES: LazyLock<HashMap<String, String>> = LazyLock::new(|| {
    let mut cities: HashMap<String, String> = HashMap::new();
    for name in TimeZoneDatabase::bundled().available() {
        let name = name.as_str();
        if !WORLD.iter().any(|part| name.starts_with(part)) {
            continue;
        }
        let city = name.rsplit('/').next().unwrap_or(name).to_lowercase();
        // `America/Louisville` and `America/Kentucky/Louisville` are one; the shorter name is read
        // more easily.
        let known = cities.entry(city).or_insert_with(|| name.to_string());
        if (name.len(), name) < (known.len(), known.as_str()) {
            *known = name.to_string();
        }
    }
    cities
});

/// A short name of a time zone, as people in one part of the world use it.
#[derive(Debug, PartialEq, Eq)]
pub struct Abbreviation {
    /// As it is written: `CET`.
    pub name: &'static str,
    /// How far it is from UTC, in minutes; `None` for one that follows the clocks, such as `ET`.
    pub offset: Option<i32>,
    /// The zone in which it is used.
    pub zone: &'static str,
    /// What else it means, for one that has several meanings.
    pub also: Option<&'static str>,
}

/// The abbreviation of this name; letter case doesn't count.
pub fn abbreviation(name: &str) -> Option<&'static Abbreviation> {
    ABBREVIATIONS
        .iter()
        .find(|abbreviation| abbreviation.name.eq_ignore_ascii_case(name))
}

/// From the names that the IANA database itself uses (<https://www.iana.org/time-zones>), and the
/// short forms of North America and Australia that leave open whether it is summer. Retrieved
/// 2026-11-22.
#[rustfmt::skip]
const ABBREVIATIONS: &[Abbreviation] = &[
    follows("ET", "America/New_York"),
    follows("CT", "America/Chicago"),
    follows("MT", "America/Denver"),
    follows("PT", "America/Los_Angeles"),
    follows("AKT", "America/Anchorage"),
    follows("AET", "Australia/Sydney"),
    fixed("UTC", 0, "Etc/UTC"),
    fixed("Z", 0, "Etc/UTC"),
    fixed("EST", -300, "America/New_York"),
    fixed("EDT", -240, "America/New_York"),
    several("CST", -360, "America/Chicago", "China"),
    fixed("CDT", -300, "America/Chicago"),
    fixed("MST", -420, "America/Denver"),
    fixed("MDT", -360, "America/Denver"),
    fixed("PST", -480, "America/Los_Angeles"),
    fixed("PDT", -420, "America/Los_Angeles"),
    fixed("AKST", -540, "America/Anchorage"),
    fixed("AKDT", -480, "America/Anchorage"),
    fixed("HST", -600, "Pacific/Honolulu"),
    several("AST", -240, "America/Halifax", "Arabia"),
    fixed("ADT", -180, "America/Halifax"),
    fixed("GMT", 0, "Europe/London"),
    fixed("BST", 60, "Europe/London"),
    several("IST", 330, "Asia/Kolkata", "Ireland and Israel"),
    fixed("WET", 0, "Europe/Lisbon"),
    fixed("WEST", 60, "Europe/Lisbon"),
    fixed("CET", 60, "Europe/Berlin"),
    fixed("CEST", 120, "Europe/Berlin"),
    fixed("MEZ", 60, "Europe/Berlin"),
    fixed("MESZ", 120, "Europe/Berlin"),
    fixed("EET", 120, "Europe/Athens"),
    fixed("EEST", 180, "Europe/Athens"),
    fixed("MSK", 180, "Europe/Moscow"),
    fixed("SAST", 120, "Africa/Johannesburg"),
    fixed("PKT", 300, "Asia/Karachi"),
    fixed("SGT", 480, "Asia/Singapore"),
    fixed("HKT", 480, "Asia/Hong_Kong"),
    fixed("JST", 540, "Asia/Tokyo"),
    fixed("KST", 540, "Asia/Seoul"),
    fixed("AWST", 480, "Australia/Perth"),
    fixed("ACST", 570, "Australia/Adelaide"),
    fixed("ACDT", 630, "Australia/Adelaide"),
    fixed("AEST", 600, "Australia/Sydney"),
    fixed("AEDT", 660, "Australia/Sydney"),
    fixed("NZST", 720, "Pacific/Auckland"),
    fixed("NZDT", 780, "Pacific/Auckland"),
];

const fn follows(name: &'static str, zone: &'static str) -> Abbreviation {
    Abbreviation {
        name,
        offset: None,
        zone,
        also: None,
    }
}

const fn fixed(name: &'static str, offset: i32, zone: &'static str) -> Abbreviation {
    Abbreviation {
        name,
        offset: Some(offset),
        zone,
        also: None,
    }
}

const fn several(
    name: &'static str,
    offset: i32,
    zone: &'static str,
    also: &'static str,
) -> Abbreviation {
    Abbreviation {
        name,
        offset: Some(offset),
        zone,
        also: Some(also),
    }
}

/// The city of a zone: `New York` of `America/New_York`.
pub fn city_of(zone: &str) -> String {
    zone.rsplit('/').next().unwrap_or(zone).replace('_', " ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_city_is_enough() {
        assert_eq!(zone_of_city("Berlin"), Some("Europe/Berlin"));
        assert_eq!(zone_of_city("new york"), Some("America/New_York"));
        assert_eq!(zone_of_city("Atlantis"), None);
    }

    #[test]
    fn every_abbreviation_names_a_zone() {
        for abbreviation in ABBREVIATIONS {
            assert!(time_zone(abbreviation.zone).is_some(), "{abbreviation:?}");
        }
    }
}
