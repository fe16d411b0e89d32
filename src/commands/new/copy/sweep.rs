//! Whatever else of a copy names the old campaign: texts, folders, comments, and what the rules say.

use std::path::Path;

use jiff::civil::Date;

use super::super::answers::Answers;
use super::super::findings_of;
use super::super::place::Examples;
use super::super::sheet::{Step, at};
use super::{Copy, MOST_ROUNDS};
use crate::commands::around::Around;
use crate::syntax::{Edit, Entry, Node, NodeKind, Span, edit};
use crate::workspace::Preset;

impl Copy<'_, '_, '_> {
    /// E-mails keep their role, sender and order; a subject that names the old campaign goes.
    pub(super) fn emails(&mut self) {
        for number in 0..self.email_count() {
            let way = [Step::Key("emails"), Step::Item(number)];
            let tree = self.sheet.tree();
            let item = tree.documents().next().and_then(|root| at(root, &way));
            let subject = item.and_then(|item| item.get("subject")?.value());
            if subject
                .is_some_and(|subject| self.residue.is_in(subject) || self.topic.is_in(subject))
                && self.sheet.remove(&way, "subject")
            {
                self.leave_out("subjects that name the old campaign");
            }
        }
        // What is written into analytics says what the new campaign is about.
        self.replace_texts(|key| key == "content", Words::OfTopic);
        for _ in 0..MOST_ROUNDS {
            let removed = self.sheet.change(|root| {
                let named = leaves(root).into_iter().find(|(key, node, _)| {
                    key == "content" && node.value().is_some_and(|text| self.topic.is_in(text))
                });
                named.map(|(_, _, entry)| vec![edit::remove_entry(entry)])
            });
            if !removed {
                break;
            }
        }
    }

    /// Folders move to the new period; what identifies the program there goes.
    pub(super) fn sync(&mut self) {
        let (old, new) = (
            self.old_date("event").or_else(|| self.old_date("start")),
            self.date(),
        );
        let examples = self.inquiry.examples;
        for _ in 0..MOST_ROUNDS {
            let changed = self.sheet.change(|root| {
                let sync = root.get("sync")?.resolved();
                for (key, node, entry) in leaves(sync) {
                    let value = node.value()?;
                    if identifies(&key, value) {
                        return Some(vec![edit::remove_entry(entry)]);
                    }
                    let (Some(old), Some(new)) = (old, new) else {
                        continue;
                    };
                    let parts = value.split('/').map(|part| {
                        let moved = examples.moved(part, old, new);
                        moved.unwrap_or_else(|| part.to_string())
                    });
                    let moved = parts.collect::<Vec<_>>().join("/");
                    if moved != value && !moved_already(value, new, examples) {
                        return Some(vec![edit::set_value(node, &moved)]);
                    }
                }
                None
            });
            if !changed {
                break;
            }
        }
    }

    /// Comments stay; one that names the old campaign says the same of the new one, or goes.
    pub(super) fn comments(&mut self) {
        for _ in 0..MOST_ROUNDS {
            let tree = self.sheet.tree();
            let named = tree.comments().iter().find_map(|comment| {
                let text = tree.slice(comment.span);
                if self.topic.is_in(text) {
                    return Some((*comment, None));
                }
                let is_named = self.residue.is_in(text);
                is_named.then(|| (*comment, self.residue.replaced(text)))
            });
            let Some((comment, new)) = named else { return };
            let mut span = comment.span;
            let text = match new {
                Some(new) if !self.residue.is_in(&new) => new,
                _ => {
                    let before = &self.sheet.text[..span.start as usize];
                    span.start = before.trim_end_matches([' ', '\t']).len() as u32;
                    if comment.own_line {
                        // The whole line goes.
                        let rest = &self.sheet.text[span.end as usize..];
                        span.end +=
                            u32::from(rest.starts_with('\r')) + u32::from(rest.contains('\n'));
                    }
                    String::new()
                }
            };
            if !self.sheet.apply(&[Edit { span, text }]) {
                return;
            }
        }
    }

    /// Whatever still names the old campaign: moved with it where that is possible, else left out.
    pub(super) fn sweep(&mut self) {
        self.replace_texts(|_| true, Words::All);
        for _ in 0..MOST_ROUNDS {
            let removed = self.sheet.change(|root| {
                let named = leaves(root)
                    .into_iter()
                    .find(|(_, node, _)| node.value().is_some_and(|text| self.residue.is_in(text)));
                named.map(|(_, _, entry)| vec![edit::remove_entry(entry)])
            });
            if !removed {
                return;
            }
            self.leave_out("what named the old campaign");
        }
    }

    /// Replaces what names the old campaign in the texts of some keys.
    fn replace_texts(&mut self, wanted: impl Fn(&str) -> bool, words: Words) {
        for _ in 0..MOST_ROUNDS {
            let words = match words {
                Words::OfTopic => &self.topic,
                Words::All => &self.residue,
            };
            let changed = self.sheet.change(|root| {
                leaves(root).into_iter().find_map(|(key, node, _)| {
                    let value = node
                        .value()
                        .filter(|value| wanted(&key) && words.is_in(value))?;
                    let new = words.replaced(value).filter(|new| !words.is_in(new))?;
                    Some(vec![edit::set_value(node, &new)])
                })
            });
            if !changed {
                return;
            }
        }
    }

    /// Takes out what the rules say of the new campaign: it was right for the old one, and is the new
    /// one's to decide.
    pub(in crate::commands::new) fn silence(&mut self, around: &Around, path: &Path, today: Date) {
        for _ in 0..MOST_ROUNDS {
            let preset = Some(Preset::Strict);
            let findings = findings_of(around, path, &self.sheet.text, today, preset);
            let Some(taken) = findings.iter().find_map(|finding| {
                let tree = self.sheet.tree();
                let root = tree.documents().next()?;
                let key = innermost(root, finding.place.span, self.answers)?;
                let (name, edit) = (key.0, edit::remove_entry(key.1));
                self.sheet.apply(&[edit]).then_some(name)
            }) else {
                return;
            };
            self.leave_out(&taken);
        }
    }
}

/// Which words are replaced.
#[derive(Clone, Copy)]
enum Words {
    OfTopic,
    All,
}

/// Whether a key of `sync:` says which program there it is.
fn identifies(key: &str, value: &str) -> bool {
    let key = key.to_lowercase();
    let names = ["id", "program", "campaign", "url", "link"];
    let is_name = key.split(['-', '_', ' ']).any(|part| names.contains(&part));
    let is_number = value.len() >= 3 && value.bytes().all(|byte| byte.is_ascii_digit());
    is_name || is_number
}

/// Whether a text holds a period of the new date already.
fn moved_already(value: &str, new: Date, examples: &Examples<'_>) -> bool {
    let mut parts = value.split('/');
    parts.any(|part| examples.moved(part, new, new).is_some())
}

/// Every scalar below a node: its key, where it stands, and the entry that holds it.
fn leaves(root: Node<'_>) -> Vec<(String, Node<'_>, Entry<'_>)> {
    let mut found = Vec::new();
    let mut open: Vec<(Node<'_>, Option<Entry<'_>>)> = vec![(root, None)];
    while let Some((node, holder)) = open.pop() {
        match node.kind() {
            NodeKind::Mapping => {
                let entries: Vec<_> = node.entries().collect();
                open.extend(
                    entries
                        .into_iter()
                        .rev()
                        .map(|entry| (entry.value, Some(entry))),
                );
            }
            NodeKind::Sequence => {
                let items: Vec<_> = node.items().collect();
                open.extend(items.into_iter().rev().map(|item| (item, holder)));
            }
            NodeKind::Scalar => {
                if let Some(entry) = holder {
                    let key = entry.key.value().unwrap_or_default().to_string();
                    found.push((key, node, entry));
                }
            }
            _ => {}
        }
    }
    found
}

/// The innermost entry around a place that may go: not what makes a campaign, nor what somebody said.
fn innermost<'t>(root: Node<'t>, place: Span, answers: &Answers) -> Option<(String, Entry<'t>)> {
    const STAY: [&str; 4] = ["kind", "channel", "status", "url"];
    // An id names an item; without it the item is another.
    let may_go = |key: &str, way: &str| !STAY.contains(&key) && (key != "id" || way == "id");
    let holds = |entry: &Entry<'_>| {
        entry.key.span().start <= place.start
            && place.end <= entry.value.span().end.max(entry.key.span().end)
    };
    let mut best = None;
    let mut node = root;
    let mut way = String::new();
    for _ in 0..MOST_ROUNDS {
        let next = match node.kind() {
            NodeKind::Mapping => node.entries().find(holds).map(|entry| {
                let key = entry.key.value().unwrap_or_default();
                if way.is_empty() {
                    way = key.to_string();
                } else {
                    way = format!("{way}.{key}");
                }
                if may_go(key, &way) && !answers.has(&way) {
                    best = Some((way.clone(), entry));
                }
                entry.value
            }),
            NodeKind::Sequence => node
                .items()
                .find(|item| item.span().start <= place.start && place.end <= item.span().end),
            _ => None,
        };
        match next {
            Some(next) => node = next,
            None => break,
        }
    }
    best
}

#[cfg(test)]
mod tests {
    use super::identifies;

    #[test]
    fn a_program_is_known_by_its_number() {
        assert!(identifies("program-id", "x") && identifies("folder", "10234"));
        assert!(!identifies("folder", "Webcasts/FY27-Q4") && !identifies("template", "webcast"));
    }
}
