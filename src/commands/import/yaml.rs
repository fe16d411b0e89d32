//! Writes YAML as a person would: plain where that is safe, one line where it fits, with comments that
//! say where something comes from.

use crate::syntax::new_text;

/// What stands behind a key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Value {
    /// A text that must come back as it is.
    Text(String),
    /// A day, an id, a number or a template: safe as it stands.
    Plain(String),
    /// `[a, b]`
    List(Vec<Value>),
    /// `{ a: 1 }`
    Map(Vec<(String, Value)>),
}

impl Value {
    pub(super) fn text(text: impl Into<String>) -> Value {
        Value::Text(text.into())
    }

    pub(super) fn plain(text: impl Into<String>) -> Value {
        Value::Plain(text.into())
    }

    fn inline(&self, in_brackets: bool) -> String {
        match self {
            Value::Text(text) => new_text(text, in_brackets),
            Value::Plain(text) => text.clone(),
            Value::List(items) => {
                let items: Vec<String> = items.iter().map(|item| item.inline(true)).collect();
                format!("[{}]", items.join(", "))
            }
            Value::Map(entries) => {
                let entries: Vec<String> = entries
                    .iter()
                    .map(|(key, value)| format!("{}: {}", new_text(key, true), value.inline(true)))
                    .collect();
                match entries.is_empty() {
                    true => "{}".to_string(),
                    false => format!("{{ {} }}", entries.join(", ")),
                }
            }
        }
    }
}

/// A file that is being written.
#[derive(Debug, Default)]
pub(super) struct Yaml {
    text: String,
}

/// Lines that would be longer are broken into a block.
const WIDTH: usize = 160;

impl Yaml {
    /// Adds a line of comment.
    pub(super) fn comment(&mut self, indent: usize, words: &str) -> &mut Yaml {
        let line = format!("{:indent$}# {}\n", "", harmless(words));
        self.text.push_str(&line);
        self
    }

    /// Adds a key whose block follows.
    pub(super) fn open(&mut self, indent: usize, key: &str, remark: &str) -> &mut Yaml {
        let line = format!("{:indent$}{}:", "", new_text(key, false));
        self.line(&line, remark)
    }

    /// Adds a key with its value.
    pub(super) fn entry(
        &mut self,
        indent: usize,
        key: &str,
        value: &Value,
        remark: &str,
    ) -> &mut Yaml {
        let head = format!("{:indent$}{}:", "", new_text(key, false));
        if let Value::Text(text) = value
            && let Some(block) = block(text, indent + 2)
        {
            let line = format!("{head} |-");
            self.line(&line, remark);
            self.text.push_str(&block);
            return self;
        }
        let line = format!("{head} {}", value.inline(false));
        if line.chars().count() <= WIDTH {
            return self.line(&line, remark);
        }
        match value {
            Value::List(items) if items.len() > 1 => {
                self.line(&head, remark);
                for item in items {
                    let line = format!("{:indent$}  - {}", "", item.inline(false));
                    self.line(&line, "");
                }
                self
            }
            Value::Map(entries) => {
                self.line(&head, remark);
                for (key, value) in entries {
                    self.entry(indent + 2, key, value, "");
                }
                self
            }
            _ => self.line(&line, remark),
        }
    }

    /// Adds an item of a list, as a line.
    pub(super) fn item(&mut self, indent: usize, value: &Value, remark: &str) -> &mut Yaml {
        let line = format!("{:indent$}- {}", "", value.inline(false));
        self.line(&line, remark)
    }

    fn line(&mut self, line: &str, remark: &str) -> &mut Yaml {
        self.text.push_str(line);
        if !remark.is_empty() {
            self.text.push_str(" # ");
            self.text.push_str(&harmless(remark));
        }
        self.text.push('\n');
        self
    }

    /// The text of the file.
    pub(super) fn finish(self) -> String {
        self.text
    }
}

/// A text of several lines as they stand, where YAML gives exactly them back.
fn block(text: &str, indent: usize) -> Option<String> {
    let safe = text.contains('\n')
        && !text.starts_with([' ', '\n', '#'])
        && !text.ends_with([' ', '\n'])
        && text.lines().all(|line| {
            line.trim_end() == line && !line.starts_with("---") && !line.starts_with("...")
        })
        && text
            .chars()
            .all(|c| c == '\n' || c == '\u{a0}' || (!c.is_control() && !is_hidden(c)));
    safe.then(|| {
        let mut block = String::new();
        for line in text.lines() {
            if !line.is_empty() {
                block.push_str(&" ".repeat(indent));
                block.push_str(line);
            }
            block.push('\n');
        }
        block
    })
}

fn is_hidden(c: char) -> bool {
    matches!(c, '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}' | '\u{fff9}'..='\u{ffff}' | '\u{85}')
}

/// Words of a file in a comment: one line, nothing hidden, and nothing that would count as an `allow`.
pub(super) fn harmless(words: &str) -> String {
    const LONGEST: usize = 220;
    let mut line: String = words
        .chars()
        .map(|c| {
            if c.is_control() || is_hidden(c) {
                ' '
            } else {
                c
            }
        })
        .take(LONGEST)
        .collect();
    if words.chars().count() > LONGEST {
        line.push('…');
    }
    line.replace("campaignlint:", "campaignlint")
        .trim()
        .to_string()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::syntax::Tree;

    fn written(text: &str) -> String {
        let mut yaml = Yaml::default();
        yaml.entry(0, "name", &Value::text(text), "from row 2 # and more");
        yaml.entry(
            0,
            "list",
            &Value::List(vec![Value::text(text), Value::text("x")]),
            "",
        );
        yaml.entry(
            0,
            "map",
            &Value::Map(vec![("key".into(), Value::text(text))]),
            text,
        );
        yaml.finish()
    }

    /// Every value that is read back.
    fn read(yaml: &str) -> Vec<String> {
        let tree = Tree::parse(yaml.to_string());
        assert!(tree.errors().is_empty(), "{yaml}\n{:?}", tree.errors());
        let root = tree.documents().next().unwrap();
        let mut texts = Vec::new();
        for entry in root.entries() {
            texts.extend(entry.value.value().map(str::to_string));
            texts.extend(
                entry
                    .value
                    .items()
                    .filter_map(|item| item.value().map(str::to_string)),
            );
            texts.extend(
                entry
                    .value
                    .entries()
                    .filter_map(|inner| inner.value.value().map(str::to_string)),
            );
        }
        texts
    }

    #[test]
    fn texts_that_yaml_takes_for_something_else() {
        for text in [
            "NO",
            "no",
            "on",
            "1.10",
            "007",
            "1_000",
            "0x1F",
            "12:30:45",
            "2026-12-03",
            "~",
            "null",
            "true",
            ".inf",
            "a: b",
            "a #b",
            "# b",
            "- a",
            "-",
            "?",
            "[a]",
            "{a}",
            "*a",
            "&a",
            "!a",
            "|",
            ">",
            "%",
            "@",
            "`",
            "'a'",
            "\"a\"",
            "a\"b",
            "a, b",
            "a]",
            "=1+1",
            "<<",
            "---",
            "...",
            "a:",
            ":a",
            "a::b",
            "{{x}}",
            "\\n",
            "tab\there",
            "1e5",
            "+1",
            "-1",
            "0b1",
            "two\nlines",
            "two\n\nlines: x",
            "\u{feff}x",
            "x\u{a0}y",
            "\u{202e}x",
            "",
        ] {
            let yaml = written(text);
            assert_eq!(read(&yaml)[0], text, "{yaml}");
        }
        assert_eq!(new_text("Spring launch", false), "Spring launch");
        assert_eq!(new_text("NO", false), "\"NO\"");
        assert_eq!(new_text("2026-12-03", false), "\"2026-12-03\"");
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        /// Whatever stands in a cell comes back from the file as it was.
        #[test]
        fn every_text_comes_back(text in "(?s).{0,24}|[-a:# \\[\\]{},&*!|>'\"%@`\n1.~?]{0,12}") {
            let text = text.replace('\r', "\n");
            let yaml = written(&text);
            prop_assert_eq!(read(&yaml), vec![text.clone(), text.clone(), "x".to_string(), text.clone()], "{}", yaml);
        }
    }
}
