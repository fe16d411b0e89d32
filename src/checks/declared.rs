//! Rules that are declared and not programmed: `if` says which documents are meant, `must` what has
//! to hold for them, in the plain words of conditions or in CEL.

use jiff::civil::Date;

use crate::condition::{self, Condition, Decimal, FieldTable, FieldType, Problem, Record, Value};
use crate::diagnostics::{Place, Reporter};
use crate::model::reader::{Key, ValueType};
use crate::model::values::parse_date;
use crate::model::{Kind, RuleDocument, Subject};
use crate::syntax::{Node, NodeKind};
use crate::workspace::Workspace;

/// Keys deeper than this are no fields of a condition.
const DEEPEST: usize = 4;

/// What a declared rule does.
#[derive(Debug)]
pub(super) struct Declared {
    /// The kind it speaks about; `None` for documents of any kind.
    kind: Option<Kind>,
    condition: Option<Condition>,
    must: Option<Condition>,
    say: String,
    help: String,
    at: Option<String>,
    because: Option<String>,
}

impl Declared {
    /// Compiles `if` and `must`; `None` when the document declares neither.
    pub(super) fn new(document: &RuleDocument<'_>) -> (Option<Declared>, Vec<Problem>) {
        if document.condition.is_none() && document.must.is_none() {
            return (None, Vec::new());
        }
        let kind = document.subject.and_then(kind_of);
        let fields = fields_of(kind);
        let mut problems = Vec::new();
        let mut compile = |node: Node<'_>| {
            let (condition, mut found) = match node.kind() {
                NodeKind::Scalar => condition::from_cel(node, &fields),
                _ => condition::from_words(node, &fields),
            };
            problems.append(&mut found);
            condition
        };
        let condition = document.condition.and_then(|any| compile(any.0));
        let must = document.must.and_then(|any| compile(any.0));
        let text = |text: Option<crate::model::values::Text<'_>>| {
            text.map(|text| text.value.trim().to_string())
        };
        let declared = Declared {
            kind,
            condition,
            must,
            say: text(document.say).unwrap_or_default(),
            help: text(document.help).unwrap_or_default(),
            at: text(document.at),
            because: text(document.because),
        };
        (Some(declared), problems)
    }

    /// Looks at a document: where `if` holds and `must` does not, that is a finding.
    pub(super) fn check(
        &self,
        kind: Kind,
        root: Node<'_>,
        workspace: &Workspace<'_>,
        today: Date,
        report: &mut Reporter,
    ) {
        if self.kind.is_some_and(|wanted| wanted != kind) {
            return;
        }
        let record = DocumentRecord {
            root,
            keys: kind.keys(),
        };
        // A condition that reaches its limit decides nothing.
        let holds = |condition: &Option<Condition>, otherwise: bool| match condition {
            Some(condition) => condition.holds(&record, today).unwrap_or(otherwise),
            None => otherwise,
        };
        // Without `must`, whatever `if` describes is wrong.
        let is_wrong = match &self.must {
            Some(_) => holds(&self.condition, true) && !holds(&self.must, true),
            None => holds(&self.condition, false),
        };
        if !is_wrong {
            return;
        }
        let at = self.at.as_deref().and_then(|path| follow(root, path));
        let place = at.or_else(|| root.get("kind")).map_or_else(
            || crate::model::reader::opening(root),
            crate::model::reader::opening,
        );
        let finding = report.find(place, self.say.clone(), self.help.clone());
        if let Some(because) = self
            .because
            .as_deref()
            .and_then(|route| decided(workspace, route))
        {
            finding.because(because, "this decided");
        }
    }
}

/// The line of a policy that a route such as `tracking.required` names.
fn decided(workspace: &Workspace<'_>, route: &str) -> Option<Place> {
    let (kind, path) = route.split_once('.')?;
    let kind = Kind::by_name(kind)?;
    workspace
        .documents()
        .filter(|(_, document)| document.kind == Some(kind))
        .find_map(|(_, document)| follow(document.root, path))
        .map(crate::model::reader::opening)
}

fn kind_of(subject: Subject) -> Option<Kind> {
    Kind::by_name(subject.word())
}

/// The node at a dotted path.
fn follow<'t>(root: Node<'t>, path: &str) -> Option<Node<'t>> {
    path.split('.')
        .try_fold(root, |node, key| node.resolved().get(key))
}

/// The fields that conditions over documents of a kind may use: its keys, those within as
/// `budget.amount`.
fn fields_of(kind: Option<Kind>) -> FieldTable {
    let keys = kind.unwrap_or(Kind::Campaign).keys();
    let mut table = FieldTable::new();
    collect(keys, "", 0, &mut |name, value_type| {
        let field_type = field_type(value_type);
        table = std::mem::take(&mut table).with(name, field_type);
    });
    table
}

fn collect(keys: &[Key], prefix: &str, depth: usize, add: &mut dyn FnMut(String, &ValueType)) {
    for key in keys {
        let name = format!("{prefix}{}", key.name);
        let value_type = (key.value_type)();
        if let ValueType::Mapping(inner) = value_type
            && depth < DEEPEST
        {
            collect(inner, &format!("{name}."), depth + 1, add);
        }
        add(name, &value_type);
    }
}

fn field_type(value_type: &ValueType) -> FieldType {
    match value_type {
        ValueType::Text | ValueType::Mapping(_) | ValueType::Other => FieldType::TEXT,
        ValueType::Choice(words) => FieldType::choice(words.iter().copied()),
        ValueType::Whole => FieldType::WHOLE,
        ValueType::Amount => FieldType::Number,
        ValueType::Date => FieldType::Date,
        ValueType::Flag => FieldType::YesNo,
        ValueType::List(item) => FieldType::list(field_type(item)),
    }
}

/// A document as a record of fields.
struct DocumentRecord<'t> {
    root: Node<'t>,
    keys: &'static [Key],
}

impl Record for DocumentRecord<'_> {
    fn value(&self, field: &str) -> Value<'_> {
        let Some(node) = follow(self.root, field) else {
            return Value::Empty;
        };
        let mut keys = self.keys;
        let mut value_type = ValueType::Other;
        for part in field.split('.') {
            let Some(key) = keys.iter().find(|key| key.name == part) else {
                break;
            };
            value_type = (key.value_type)();
            if let ValueType::Mapping(inner) = value_type {
                keys = inner;
            }
        }
        value(node, &value_type)
    }
}

/// A node's value by the type of its key; what can't be read is empty, and reported by the reader.
fn value<'t>(node: Node<'t>, value_type: &ValueType) -> Value<'t> {
    let node = node.resolved();
    if let ValueType::List(item) = value_type {
        return match node.kind() {
            NodeKind::Sequence => Value::List(node.items().map(|each| value(each, item)).collect()),
            _ => value(node, item),
        };
    }
    if node.is_null() {
        return Value::Empty;
    }
    let Some(text) = node.value() else {
        // A block is there or not; nothing else can be asked of it.
        let is_there = node.items().next().is_some() || node.entries().next().is_some();
        return if is_there {
            Value::text("…")
        } else {
            Value::Empty
        };
    };
    match value_type {
        ValueType::Whole | ValueType::Amount => {
            text.parse::<Decimal>().map_or(Value::Empty, Value::Number)
        }
        ValueType::Date => parse_date(text).map_or(Value::Empty, Value::Date),
        ValueType::Flag => match text.to_ascii_lowercase().as_str() {
            "yes" | "true" | "on" => Value::YesNo(true),
            "no" | "false" | "off" => Value::YesNo(false),
            _ => Value::Empty,
        },
        _ => Value::text(text),
    }
}
