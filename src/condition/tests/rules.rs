//! A team's own rule asks the same words of a document that an audience asks of people.

use super::*;

/// A document as a record: its values are read by the types of the fields.
struct Document<'t> {
    root: Node<'t>,
    fields: FieldTable,
}

impl Record for Document<'_> {
    fn value(&self, field: &str) -> Value<'_> {
        let found = field
            .split('.')
            .try_fold(self.root, |node, key| node.get(key));
        let Some(node) = found.filter(|node| !node.is_null()) else {
            return Value::Empty;
        };
        let field_type = self.fields.field(field).unwrap_or(FieldType::TEXT);
        match node.value() {
            Some(text) => field_type.read(text).unwrap_or(Value::Empty),
            None => Value::List(
                node.items()
                    .filter_map(Node::value)
                    .map(Value::text)
                    .collect(),
            ),
        }
    }
}

#[test]
fn a_ready_webcast_needs_an_audience_and_a_budget() {
    let fields = FieldTable::new()
        .with("channel", FieldType::choice(["webcast", "nurture"]))
        .with("audience", FieldType::TEXT)
        .with("languages", FieldType::list(FieldType::TEXT))
        .with("event", FieldType::Date)
        .with("budget.amount", FieldType::Number);
    let text = "if: { channel: webcast }\nmust: { audience: known, budget.amount: at least 1, languages: en, event: after today }\n";
    let rule = tree(text);
    let read = |key| {
        let (condition, problems) = from_words(root(&rule).get(key).unwrap(), &fields);
        assert!(problems.is_empty(), "{problems:?}");
        condition.unwrap()
    };
    let (applies, must) = (read("if"), read("must"));
    let campaign = tree(
        "channel: Webcast\naudience: emea\nlanguages: [de, en]\nevent: 2026-12-03\nbudget: { amount: 0.5 }\n",
    );
    let record = Document {
        root: root(&campaign),
        fields: fields.clone(),
    };
    assert!(applies.holds(&record, TODAY).unwrap());
    let told = must.explain(&record, TODAY).unwrap();
    assert!(!told.holds);
    let clauses: Vec<&str> = told
        .clauses
        .iter()
        .map(|clause| rule.slice(clause.span))
        .collect();
    assert_eq!(clauses, ["budget.amount: at least 1"]);
    let mut failing = Vec::new();
    told.clauses[0].each_field(&mut |field| failing.push(field.name.to_string()));
    assert_eq!(failing, ["budget.amount"]);
}

#[test]
fn a_document_with_other_keys_gives_its_conditions_alone() {
    let text = "kind: audience\nid: emea\nwho: { score: at least 5 }\nnot: [ { company: contains test } ]\n";
    let audience = tree(text);
    let node = root(&audience);
    let chosen = node
        .effective_entries()
        .filter(|entry| entry.key.value().is_some_and(|key| KEYS.contains(&key)));
    let (condition, problems) = from_entries(chosen, node.span(), &person());
    assert!(problems.is_empty());
    assert_eq!(
        condition.unwrap().cel(),
        r#"P.score >= 5 && !P.company.contains("test")"#
    );
}
