//! Lines and columns from byte offsets.

/// Offsets at which lines start, the first being 0. `\n`, `\r\n` and a lone `\r` end a line; the
/// Unicode separators do not, because they do not in YAML 1.2.
pub(super) fn line_starts(text: &str) -> Box<[u32]> {
    let bytes = text.as_bytes();
    let mut starts = Vec::with_capacity(bytes.len() / 24 + 1);
    starts.push(0);
    for at in memchr::memchr2_iter(b'\n', b'\r', bytes) {
        if bytes[at] == b'\r' && bytes.get(at + 1) == Some(&b'\n') {
            continue;
        }
        starts.push(at as u32 + 1);
    }
    starts.into_boxed_slice()
}

/// Line and column of an offset, both from 1; the column counts characters, a byte order mark at
/// the beginning of the file is none.
pub(super) fn line_column(text: &str, starts: &[u32], offset: u32) -> (u32, u32) {
    let offset = (offset as usize).min(text.len());
    let line = starts
        .partition_point(|start| *start as usize <= offset)
        .max(1);
    let start = starts[line - 1] as usize;
    (line as u32, column(text, start, offset))
}

/// The same without an index, for a single question.
pub(super) fn line_column_slow(text: &str, offset: usize) -> (u32, u32) {
    line_column(text, &line_starts(&text[..offset]), offset as u32)
}

fn column(text: &str, line_start: usize, offset: usize) -> u32 {
    // Bytes that begin a character: everything but UTF-8 continuation bytes. An offset inside a
    // character so counts as that character's column.
    let bytes = &text.as_bytes()[line_start..offset];
    let begun = bytes.iter().filter(|byte| (**byte as i8) >= -0x40).count() as u32;
    let inside = u32::from(!text.is_char_boundary(offset));
    let mark = u32::from(line_start == 0 && offset > 0 && text.starts_with('\u{feff}'));
    (begun + 1)
        .saturating_sub(inside)
        .saturating_sub(mark)
        .max(1)
}

/// Behind the line break that stands at `at`.
pub(super) fn behind_break(text: &str, at: usize) -> usize {
    match text.as_bytes().get(at..) {
        Some([b'\r', b'\n', ..]) => at + 2,
        Some([b'\r' | b'\n', ..]) => at + 1,
        _ => at,
    }
}
