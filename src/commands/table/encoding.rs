//! Lists of links in the encodings that spreadsheets and advertising tools write: UTF-8 with or
//! without a byte order mark, and UTF-16. Decoded and encoded piece by piece.
//!
//! What is no valid text is carried through as bytes that are not UTF-8. The record in which they
//! stand becomes a problem, the others are read, and writing gives back what was read.

use std::io::{self, Read};

/// Bytes read at once.
const PIECE: usize = 64 * 1024;

/// How a list is stored.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(in crate::commands) struct Encoding {
    pub(in crate::commands) unit: Unit,
    /// Whether it begins with a byte order mark.
    pub(in crate::commands) mark: bool,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(in crate::commands) enum Unit {
    Utf8,
    Utf16Little,
    Utf16Big,
}

impl Encoding {
    /// Told by the first bytes: the mark, or else whether every second byte is zero, as it is in
    /// English words in UTF-16. Returns also how many bytes the mark has.
    fn of(head: &[u8]) -> (Encoding, usize) {
        let (unit, mark) = match head {
            [0xef, 0xbb, 0xbf, ..] => (Unit::Utf8, 3),
            [0xff, 0xfe, ..] => (Unit::Utf16Little, 2),
            [0xfe, 0xff, ..] => (Unit::Utf16Big, 2),
            [1..=255, 0, 1..=255, 0, ..] => (Unit::Utf16Little, 0),
            [0, 1..=255, 0, 1..=255, ..] => (Unit::Utf16Big, 0),
            _ => (Unit::Utf8, 0),
        };
        (
            Encoding {
                unit,
                mark: mark > 0,
            },
            mark,
        )
    }

    /// The bytes that stand at the beginning of the file.
    pub(in crate::commands) fn mark(self) -> &'static [u8] {
        match (self.mark, self.unit) {
            (false, _) => &[],
            (true, Unit::Utf8) => &[0xef, 0xbb, 0xbf],
            (true, Unit::Utf16Little) => &[0xff, 0xfe],
            (true, Unit::Utf16Big) => &[0xfe, 0xff],
        }
    }

    fn unit_of(self, bytes: [u8; 2]) -> u16 {
        match self.unit {
            Unit::Utf16Big => u16::from_be_bytes(bytes),
            _ => u16::from_le_bytes(bytes),
        }
    }

    /// Encodes what a [`Decoder`] gave. The bytes must hold whole characters.
    pub(in crate::commands) fn encode(self, bytes: &[u8], out: &mut Vec<u8>) {
        let mut put = |unit: u16| match self.unit {
            Unit::Utf16Big => out.extend(unit.to_be_bytes()),
            _ => out.extend(unit.to_le_bytes()),
        };
        if self.unit == Unit::Utf8 {
            out.extend_from_slice(bytes);
            return;
        }
        let mut at = 0;
        for piece in bytes.utf8_chunks() {
            piece.valid().encode_utf16().for_each(&mut put);
            at += piece.valid().len();
            match (piece.invalid(), &bytes[at..]) {
                ([], _) => {}
                // Half of a pair; its other two bytes come as invalid pieces of their own.
                ([0xed], [_, middle, last, ..]) => {
                    put(0xd000 | u16::from(middle & 0x3f) << 6 | u16::from(last & 0x3f));
                }
                ([0x80..0xc0, ..], _) => {}
                _ => put(0xfffd),
            }
            at += piece.invalid().len();
        }
    }
}

/// Reads a list and gives it as UTF-8.
#[derive(Debug)]
pub(in crate::commands) struct Decoder<R> {
    input: R,
    encoding: Option<Encoding>,
    piece: Vec<u8>,
    /// The first byte of a unit of which the second has not come yet.
    half_unit: Option<u8>,
    /// The first half of a pair of which the second has not come yet.
    half_pair: Option<u16>,
}

impl<R: Read> Decoder<R> {
    pub(in crate::commands) fn new(input: R) -> Decoder<R> {
        Decoder {
            input,
            encoding: None,
            piece: vec![0; PIECE],
            half_unit: None,
            half_pair: None,
        }
    }

    /// How the list is stored; UTF-8 before the first piece was read.
    pub(in crate::commands) fn encoding(&self) -> Encoding {
        self.encoding.unwrap_or(Encoding {
            unit: Unit::Utf8,
            mark: false,
        })
    }

    /// Reads a piece more and appends it to `out`. Says whether there may be more.
    pub(in crate::commands) fn read(&mut self, out: &mut Vec<u8>) -> io::Result<bool> {
        let mut piece = std::mem::take(&mut self.piece);
        let result = self.read_into(&mut piece, out);
        self.piece = piece;
        result
    }

    fn read_into(&mut self, piece: &mut [u8], out: &mut Vec<u8>) -> io::Result<bool> {
        let mut length = 0;
        // The encoding is told by four bytes; a pipe may give them one by one.
        let wanted = if self.encoding.is_none() { 4 } else { 1 };
        while length < wanted {
            match self.input.read(&mut piece[length..]) {
                Ok(0) => break,
                Ok(read) => length += read,
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                Err(error) => return Err(error),
            }
        }
        let mut bytes = &piece[..length];
        let encoding = match self.encoding {
            Some(encoding) => encoding,
            None => {
                let (encoding, mark) = Encoding::of(bytes);
                bytes = &bytes[mark..];
                *self.encoding.insert(encoding)
            }
        };
        if encoding.unit == Unit::Utf8 {
            out.extend_from_slice(bytes);
        } else {
            self.decode(encoding, bytes, out);
            if length < wanted {
                self.end(out);
            }
        }
        Ok(length >= wanted)
    }

    fn decode(&mut self, encoding: Encoding, bytes: &[u8], out: &mut Vec<u8>) {
        let mut bytes = bytes;
        if let (Some(first), [second, rest @ ..]) = (self.half_unit, bytes) {
            self.half_unit = None;
            self.unit(encoding.unit_of([first, *second]), out);
            bytes = rest;
        }
        let (units, rest) = bytes.as_chunks();
        for unit in units {
            match (encoding.unit_of(*unit), self.half_pair) {
                // Nearly everything is ASCII.
                (unit @ 0..0x80, None) => out.push(unit as u8),
                (unit, _) => self.unit(unit, out),
            }
        }
        if let [byte] = rest {
            self.half_unit = Some(*byte);
        }
    }

    fn unit(&mut self, unit: u16, out: &mut Vec<u8>) {
        if let Some(first) = self.half_pair.take() {
            if let Some(Ok(character)) = char::decode_utf16([first, unit]).next() {
                push(character, out);
                return;
            }
            push_half(first, out);
        }
        match (unit, char::from_u32(u32::from(unit))) {
            (_, Some(character)) => push(character, out),
            (0xd800..0xdc00, None) => self.half_pair = Some(unit),
            (_, None) => push_half(unit, out),
        }
    }

    fn end(&mut self, out: &mut Vec<u8>) {
        if let Some(first) = self.half_pair.take() {
            push_half(first, out);
        }
        if self.half_unit.take().is_some() {
            out.push(0xff);
        }
    }
}

fn push(character: char, out: &mut Vec<u8>) {
    out.extend_from_slice(character.encode_utf8(&mut [0; 4]).as_bytes());
}

/// Half of a pair, in the way UTF-8 would write it were it allowed.
fn push_half(unit: u16, out: &mut Vec<u8>) {
    out.extend([
        0xed,
        0x80 | (unit >> 6 & 0x3f) as u8,
        0x80 | (unit & 0x3f) as u8,
    ]);
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Gives a few bytes at a time, as a slow pipe does.
    struct Slow<'a>(&'a [u8], usize);

    impl Read for Slow<'_> {
        fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
            let length = self.1.min(self.0.len()).min(buffer.len());
            buffer[..length].copy_from_slice(&self.0[..length]);
            self.0 = &self.0[length..];
            Ok(length)
        }
    }

    fn decoded(bytes: &[u8], at_once: usize) -> (Vec<u8>, Encoding) {
        let mut decoder = Decoder::new(Slow(bytes, at_once));
        let mut out = Vec::new();
        while decoder.read(&mut out).unwrap() {}
        (out, decoder.encoding())
    }

    fn utf16(text: &str, little: bool, mark: bool) -> Vec<u8> {
        let mark = if mark { "\u{feff}" } else { "" };
        let bytes = |unit: u16| {
            if little {
                unit.to_le_bytes()
            } else {
                unit.to_be_bytes()
            }
        };
        format!("{mark}{text}")
            .encode_utf16()
            .flat_map(bytes)
            .collect()
    }

    #[test]
    fn every_encoding_is_recognised_and_written_back_as_it_was() {
        let text = "Final URL\tÜberschrift 東京 👍\r\n";
        let stored = [
            text.as_bytes().to_vec(),
            format!("\u{feff}{text}").into_bytes(),
            utf16(text, true, true),
            utf16(text, false, true),
            utf16(text, true, false),
            utf16(text, false, false),
        ];
        for bytes in stored {
            for at_once in [1, 2, 3, 5, 1000] {
                let (out, encoding) = decoded(&bytes, at_once);
                assert_eq!(out, text.as_bytes(), "{encoding:?}");
                let mut again = encoding.mark().to_vec();
                encoding.encode(&out, &mut again);
                assert_eq!(again, bytes, "{encoding:?}");
            }
        }
    }

    #[test]
    fn half_a_pair_is_no_text_and_survives() {
        let mut bytes = utf16("ab", true, true);
        bytes.extend([0x3d, 0xd8]);
        bytes.extend(utf16("c", true, false));
        bytes.extend([0x4d, 0xdc, 0x3d, 0xd8]);
        for at_once in [1, 3, 1000] {
            let (out, encoding) = decoded(&bytes, at_once);
            assert!(std::str::from_utf8(&out).is_err());
            let mut again = encoding.mark().to_vec();
            encoding.encode(&out, &mut again);
            assert_eq!(again, bytes);
        }
    }

    #[test]
    fn an_odd_byte_at_the_end_is_no_text() {
        let mut bytes = utf16("ab\n", true, true);
        bytes.push(b'x');
        assert_eq!(decoded(&bytes, 1000).0, b"ab\n\xff");
    }

    #[test]
    fn nothing_is_nothing() {
        for bytes in [&b""[..], b"a", b"\xef\xbb\xbf", b"\xff\xfe", b"\xff"] {
            let (out, encoding) = decoded(bytes, 1);
            let mut again = encoding.mark().to_vec();
            encoding.encode(&out, &mut again);
            assert_eq!(again, bytes);
        }
    }
}
