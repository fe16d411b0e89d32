//! Plain words to the tree: a mapping of fields to phrases, with `who`, `did`, `any`, `not`, `cel`.
//!
//! A mistake is noted and its clause left out, so that the clauses around it can still be checked
//! and ten mistakes are told in one run.

pub(crate) mod did;
mod heads;
mod part;
mod phrase;
mod values;

use super::expression::{self, Expression};
use super::field::Fields;
use super::problem::{Problem, list_of, nearest};
use super::{cel, term::Field};
use crate::syntax::{Entry, Node, NodeKind, Span};

/// How deep `who`, `any` and `not` may be nested.
pub const MAX_NESTING: usize = 32;

/// How many clauses one condition may have, aliases written out.
pub const MAX_CLAUSES: usize = 4096;

/// The keys that are no fields.
pub const KEYS: [&str; 5] = ["who", "did", "any", "not", "cel"];

pub(super) struct Reader<'f> {
    pub(super) fields: &'f dyn Fields,
    pub(super) problems: Vec<Problem>,
    /// Whether every clause was understood.
    pub(super) complete: bool,
    clauses: usize,
    is_too_deep: bool,
}

impl<'f> Reader<'f> {
    pub(super) fn new(fields: &'f dyn Fields) -> Reader<'f> {
        Reader {
            fields,
            problems: Vec::new(),
            complete: true,
            clauses: 0,
            is_too_deep: false,
        }
    }

    /// Notes a problem; the clause it is in is left out.
    fn problem<T>(
        &mut self,
        span: Span,
        message: impl Into<String>,
        help: impl Into<String>,
    ) -> Option<T> {
        self.note(Problem::new(span, message, help))
    }

    fn note<T>(&mut self, problem: Problem) -> Option<T> {
        self.complete = false;
        self.problems.push(problem);
        None
    }

    /// A mapping all of whose entries must hold.
    pub(super) fn mapping(
        &mut self,
        node: Node<'_>,
        prefix: &str,
        depth: usize,
    ) -> Option<Expression> {
        self.may_go_on(node, depth)?;
        match node.resolved().kind() {
            NodeKind::Mapping => {
                let parts = self.entries(node.effective_entries(), prefix, depth);
                let found = !parts.is_empty();
                if !found && node.entries().next().is_none() {
                    return self.problem(
                        node.span(),
                        "No condition stands here.",
                        "Write one, such as person_country: DE, or take the key out.",
                    );
                }
                found.then(|| expression::all(parts, node.span()))
            }
            NodeKind::Error => {
                self.complete = false;
                None
            }
            _ => self.problem(
                node.span(),
                "Conditions are written as fields with what must be true of them.",
                "Write one on each line, such as person_country: DE.",
            ),
        }
    }

    /// The entries that can be understood.
    pub(super) fn entries<'t>(
        &mut self,
        entries: impl Iterator<Item = Entry<'t>>,
        prefix: &str,
        depth: usize,
    ) -> Vec<Expression> {
        entries
            .filter_map(|entry| self.entry(entry, prefix, depth))
            .collect()
    }

    fn may_go_on(&mut self, node: Node<'_>, depth: usize) -> Option<()> {
        if depth > MAX_NESTING {
            self.complete = false;
            if std::mem::replace(&mut self.is_too_deep, true) {
                return None;
            }
            let message = format!("Conditions are nested more than {MAX_NESTING} levels deep.");
            return self.problem(node.span(), message, "Split this into several conditions.");
        }
        self.clauses += 1;
        if self.clauses == MAX_CLAUSES + 1 {
            let message = format!("This condition has more than {MAX_CLAUSES} clauses.");
            return self.problem(
                node.span(),
                message,
                "Split it, or use lists and group names.",
            );
        }
        if self.clauses > MAX_CLAUSES {
            self.complete = false;
            return None;
        }
        Some(())
    }

    fn entry(&mut self, entry: Entry<'_>, prefix: &str, depth: usize) -> Option<Expression> {
        self.may_go_on(entry.value, depth)?;
        let span = entry.span();
        let Some(key) = entry.key.value() else {
            let help = "Write a field, who, did, any, not or cel.";
            return self.problem(entry.key.span(), "This key is no word.", help);
        };
        match key {
            _ if !prefix.is_empty() => self.clause(entry, &format!("{prefix}.{key}"), depth),
            "who" => self.mapping(entry.value, "", depth + 1),
            "any" => {
                let parts = self.alternatives(entry, depth + 1)?;
                Some(expression::any(parts, span))
            }
            "not" => {
                let parts = self.alternatives(entry, depth + 1)?;
                Some(expression::not(expression::any(parts, span), span))
            }
            "did" => self.did(entry, depth + 1),
            "cel" => self.cel(entry.value),
            field => self.clause(entry, field, depth),
        }
    }

    /// What stands under `any` and `not`: a list of mappings, or one mapping whose entries are
    /// asked one by one.
    fn alternatives(&mut self, entry: Entry<'_>, depth: usize) -> Option<Vec<Expression>> {
        let node = entry.value;
        self.may_go_on(node, depth)?;
        let parts: Vec<Expression> = match node.resolved().kind() {
            NodeKind::Mapping => self.entries(node.effective_entries(), "", depth),
            NodeKind::Sequence => node
                .items()
                .filter_map(|item| self.mapping(item, "", depth + 1))
                .collect(),
            NodeKind::Error => {
                self.complete = false;
                return None;
            }
            _ => {
                let key = entry.key.value().unwrap_or("any");
                return self.problem(
                    node.span(),
                    format!("`{key}` needs conditions, not a single value."),
                    format!("Write a list such as {key}: [ {{ person_country: DE }} ]."),
                );
            }
        };
        if parts.is_empty() && self.complete {
            let help = "Write conditions under it, or take the key out.";
            return self.problem(entry.span(), "No condition stands here.", help);
        }
        (!parts.is_empty()).then_some(parts)
    }

    pub(super) fn cel(&mut self, node: Node<'_>) -> Option<Expression> {
        let Some(text) = node.value() else {
            let help = "Write it as one text in quotes: cel: \"P.score >= 100\".";
            return self.problem(node.span(), "A CEL condition is one text.", help);
        };
        match cel::read(text, self.fields, &|part| node.source_span(part)) {
            Ok(expression) => Some(expression),
            Err(problems) => {
                self.complete = false;
                self.problems.extend(problems);
                None
            }
        }
    }

    /// A field with its phrase.
    fn clause(&mut self, entry: Entry<'_>, name: &str, depth: usize) -> Option<Expression> {
        let Some(field_type) = self.fields.field(name) else {
            let value = entry.value.resolved();
            let below = format!("{name}.");
            let names = self.fields.names();
            // `budget: { amount: known }` says the same as `budget.amount: known`.
            if value.kind() == NodeKind::Mapping && names.iter().any(|f| f.starts_with(&below)) {
                return self.mapping(value, name, depth + 1);
            }
            let known: Vec<&str> = names.iter().map(String::as_str).chain(KEYS).collect();
            let help = format!("Known here are {}.", list_of(known.iter().copied()));
            let message = format!("There is no field `{name}`.");
            let meant = nearest(name, known);
            return self.note(Problem::new(entry.key.span(), message, help).suggest(meant));
        };
        let field = Field::new(name, &field_type, self.fields.position(name));
        phrase::Clause {
            reader: self,
            field,
            field_type,
            span: entry.span(),
        }
        .read(entry.value)
    }
}
