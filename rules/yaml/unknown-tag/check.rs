//! A YAML tag that means nothing here.

use crate::checks::{Context, FileSubject};
use crate::diagnostics::{FileId, Place, Reporter};
use crate::model::reader::shown;

pub(crate) fn check(file: &FileSubject<'_>, _: &Context<'_>, report: &mut Reporter) {
    for node in file.tree.nodes() {
        if !node.has_unknown_tag() {
            continue;
        }
        let (Some(tag), Some(span)) = (node.tag(), node.tag_span()) else {
            continue;
        };
        let meaning = match tag {
            "!include" => "no other file is read",
            _ if tag.contains("python") || tag.contains("ruby") || tag.contains("java") => {
                "nothing is run"
            }
            _ => "it is passed over",
        };
        report.find(
            Place::new(FileId(file.tree.file_number()), span),
            format!("`{}` is a YAML tag that means nothing here; {meaning}.", shown(tag)),
            "Remove it, or put quotes around the value if the text begins with `!`.",
        );
    }
}
