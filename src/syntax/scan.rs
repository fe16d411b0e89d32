//! What is open at a place: the parser stops before it has handed out what it read last, so the
//! quote or bracket in question has to be found again.

use super::diagnose::Around;
use super::value_map::line_end;

/// The quote that is open at `at`, and `around` with the brackets opened since its cursor.
pub(super) fn pending(text: &str, at: usize, around: Around) -> (Option<usize>, Around) {
    let bytes = text.as_bytes();
    let mut here = (around.cursor as usize).min(at);
    let mut quote = None;
    let known = around.inner_flow.is_some();
    let mut brackets: Vec<usize> = Vec::new();
    let mut depth = u32::from(known);
    // Whether a value can begin here.
    let mut fresh = true;
    while here < bytes.len() && here <= at {
        let spaced = here == 0 || matches!(bytes[here - 1], b' ' | b'\t' | b'\n' | b'\r');
        match bytes[here] {
            b' ' | b'\t' => {}
            b'\n' | b'\r' => fresh = true,
            b'#' if spaced => here = line_end(text, here),
            mark @ (b'"' | b'\'') if fresh => {
                quote = Some(here);
                here += 1;
                while here < bytes.len() && bytes[here] != mark {
                    here += if bytes[here] == b'\\' && mark == b'"' {
                        2
                    } else {
                        1
                    };
                }
                fresh = false;
            }
            b'[' | b'{' if here < at && (fresh || depth > 0) => {
                brackets.push(here);
                depth += 1;
                fresh = true;
            }
            b']' | b'}' if here < at && depth > 0 => {
                depth -= 1;
                brackets.pop();
                fresh = false;
            }
            b',' if depth > 0 => fresh = true,
            b':' | b'-' | b'?' => {
                let blank = bytes
                    .get(here + 1)
                    .is_none_or(|next| matches!(next, b' ' | b'\t' | b'\n' | b'\r'));
                fresh =
                    (fresh && bytes[here] != b':') || blank || (depth > 0 && bytes[here] == b':');
            }
            b'&' | b'!' if fresh => {
                while here + 1 < bytes.len() && !bytes[here + 1].is_ascii_whitespace() {
                    here += 1;
                }
            }
            _ => fresh = false,
        }
        here += 1;
    }
    let around = Around {
        cursor: around.cursor,
        outer_flow: around.outer_flow.or(brackets.first().map(|at| *at as u32)),
        inner_flow: brackets.last().map(|at| *at as u32).or(around.inner_flow),
    };
    (quote, around)
}
