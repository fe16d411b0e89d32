//! Bytes to text: UTF-8 or a clear word about what the file is instead.

use std::fmt;

/// What the bytes of a file seem to be, when they are not UTF-8.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[non_exhaustive]
pub enum Encoding {
    /// UTF-16, little-endian ("Unicode" in Windows programs).
    Utf16LittleEndian,
    /// UTF-16, big-endian.
    Utf16BigEndian,
    /// UTF-32, little-endian.
    Utf32LittleEndian,
    /// UTF-32, big-endian.
    Utf32BigEndian,
    /// Latin-1 or Windows-1252: a single byte for a letter with an accent or a typographic quote.
    Latin1,
    /// UTF-8 that ends in the middle of a character.
    CutOff,
    /// Something else.
    Unknown,
}

/// A file that is not UTF-8 and so cannot be read.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct EncodingError {
    /// Offset in bytes of the first bad byte; 0 for UTF-16 and UTF-32.
    pub offset: u32,
    /// Line of that byte, from 1.
    pub line: u32,
    /// Column of that byte in Unicode characters, from 1.
    pub column: u32,
    /// What the file seems to be.
    pub guess: Encoding,
}

impl EncodingError {
    /// What to do, in plain words.
    pub fn hint(&self) -> &'static str {
        match self.guess {
            Encoding::CutOff => {
                "the file seems to have been cut off; get a complete copy and try again"
            }
            _ => "save the file again with the encoding UTF-8",
        }
    }
}

impl fmt::Display for EncodingError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.guess {
            Encoding::Utf16LittleEndian | Encoding::Utf16BigEndian => {
                f.write_str("unsupported encoding UTF-16; this program reads UTF-8 only")
            }
            Encoding::Utf32LittleEndian | Encoding::Utf32BigEndian => {
                f.write_str("unsupported encoding UTF-32; this program reads UTF-8 only")
            }
            Encoding::Latin1 => write!(
                f,
                "invalid UTF-8 at line {}, column {}: it looks like Latin-1 or Windows-1252",
                self.line, self.column
            ),
            Encoding::CutOff => write!(
                f,
                "invalid UTF-8 at line {}, column {}: the file ends in the middle of a character",
                self.line, self.column
            ),
            Encoding::Unknown => {
                write!(
                    f,
                    "invalid UTF-8 at line {}, column {}",
                    self.line, self.column
                )
            }
        }
    }
}

impl std::error::Error for EncodingError {}

/// Takes the bytes as UTF-8 text, or says what they are instead.
pub(super) fn decode(bytes: Vec<u8>) -> Result<String, EncodingError> {
    if let Some(guess) = wide(&bytes) {
        return Err(EncodingError {
            offset: 0,
            line: 1,
            column: 1,
            guess,
        });
    }
    String::from_utf8(bytes).map_err(|error| {
        let bad = error.utf8_error();
        let bytes = error.as_bytes();
        let offset = bad.valid_up_to();
        let (line, column) = position(&bytes[..offset]);
        let guess = match bad.error_len() {
            None => Encoding::CutOff,
            Some(_) if looks_latin(bytes[offset], bytes.get(offset + 1).copied()) => {
                Encoding::Latin1
            }
            Some(_) => Encoding::Unknown,
        };
        EncodingError {
            offset: u32::try_from(offset).unwrap_or(u32::MAX),
            line,
            column,
            guess,
        }
    })
}

/// UTF-16 and UTF-32 by their mark, or by the pattern of NUL bytes that ASCII text leaves.
fn wide(bytes: &[u8]) -> Option<Encoding> {
    match bytes {
        [0xFF, 0xFE, 0, 0, ..] => return Some(Encoding::Utf32LittleEndian),
        [0, 0, 0xFE, 0xFF, ..] => return Some(Encoding::Utf32BigEndian),
        [0xFF, 0xFE, ..] => return Some(Encoding::Utf16LittleEndian),
        [0xFE, 0xFF, ..] => return Some(Encoding::Utf16BigEndian),
        [a, 0, 0, 0, ..] if *a != 0 => return Some(Encoding::Utf32LittleEndian),
        [0, 0, 0, a, ..] if *a != 0 => return Some(Encoding::Utf32BigEndian),
        _ => {}
    }
    // One NUL is a damaged file, NUL in every other place of the first characters is UTF-16.
    let head = &bytes[..bytes.len().min(64) & !1];
    let pairs = head.len() / 2;
    if pairs < 2 {
        return None;
    }
    let high = head
        .chunks_exact(2)
        .filter(|pair| pair[0] == 0 && pair[1] != 0)
        .count();
    let low = head
        .chunks_exact(2)
        .filter(|pair| pair[0] != 0 && pair[1] == 0)
        .count();
    if low * 4 > pairs * 3 {
        Some(Encoding::Utf16LittleEndian)
    } else if high * 4 > pairs * 3 {
        Some(Encoding::Utf16BigEndian)
    } else {
        None
    }
}

/// A lone byte from 0x80 up, not followed by a UTF-8 continuation that makes it a character.
fn looks_latin(byte: u8, next: Option<u8>) -> bool {
    byte >= 0x80 && (byte < 0xC0 || next.is_none_or(|next| !(0x80..0xC0).contains(&next)))
}

/// Line and column (both from 1) behind the end of valid UTF-8 text.
fn position(before: &[u8]) -> (u32, u32) {
    let text = std::str::from_utf8(before).unwrap_or_default();
    super::lines::line_column_slow(text, text.len())
}
