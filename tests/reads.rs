//! What each file looked up is known where somebody asks for it.

use std::path::PathBuf;

use campaignlint::checks::{RuleSet, Selection, TODAY, check};
use campaignlint::model::target::Target;
use campaignlint::workspace::{Input, Read, Workspace, load};

#[test]
fn a_campaign_that_names_a_channel_looked_it_up() {
    let loaded = load(&Input {
        root: PathBuf::from("examples/acme"),
        ..Input::default()
    });
    let workspace = Workspace::new(&loaded);
    let rules = RuleSet::of(&workspace);
    let selection = |with_reads| Selection {
        with_reads,
        ..Selection::default()
    };
    let asked = check(&workspace, &rules, &selection(true), TODAY, false);
    let silent = check(&workspace, &rules, &selection(false), TODAY, false);
    let webcast = Read::definition(Target::Channel, "webcast");
    let mut readers = 0;
    for (number, (_, source)) in loaded.sources.iter().enumerate() {
        let names_it = source.tree.text().contains("\nchannel: webcast\n");
        assert_eq!(
            asked.reads[number].contains(&webcast),
            names_it,
            "{}",
            source.path
        );
        assert!(silent.reads[number].is_empty());
        readers += usize::from(names_it);
    }
    assert!(readers > 1);
}
