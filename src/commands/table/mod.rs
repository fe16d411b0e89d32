//! Tables as spreadsheets and other tools export them: encodings, records, cells and the header.
//!
//! `urls` reads them in pieces and writes them back, `import` reads them whole.

mod encoding;
mod head;
mod problem;
mod records;

pub(in crate::commands) use encoding::{Encoding, Unit};
pub(in crate::commands) use head::{HEAD_BYTES, delimiter_of, is_blank, normal, position, records};
pub use problem::Problem;
pub(in crate::commands) use records::{Cell, Next, Window};
