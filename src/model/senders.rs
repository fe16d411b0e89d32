//! `senders`: who e-mails come from, once instead of in every e-mail.

use super::definitions::{Definitions, PlainHeader};
use super::reader::Reader;
use super::shape::shape;
use super::target::{Definition, Target};
use super::values::{Any, Named, Text};
use crate::syntax::Node;

/// Senders by id.
pub type Senders<'a> = Definitions<'a, PlainHeader<'a>, Sender<'a>>;

shape! {
    /// Who e-mails come from, and what the law wants in them.
    pub struct Sender<'a> {
        /// The address in `From:`.
        from: Text<'a>,
        /// The name in `From:`.
        name: Text<'a>,
        /// The address in `Reply-To:`.
        reply_to: Text<'a>,
        /// The company that answers for it.
        company: Text<'a>,
        /// Its postal address.
        address: Text<'a>,
        /// How people unsubscribe: `link and one-click header`.
        unsubscribe: Text<'a>,
        /// The domain that SPF covers.
        spf: Text<'a>,
        /// The domain that DKIM signs for.
        dkim: Text<'a>,
        /// The DMARC policy: none, quarantine or reject.
        dmarc: Text<'a>,
        /// What it is called elsewhere, by platform.
        is: Any<'a>,
    }
}

impl Named for Sender<'_> {
    const NAME: &'static str = "a sender";
}

pub(super) fn read<'a>(root: Node<'a>, reader: &mut Reader<'a>) -> Option<Senders<'a>> {
    Senders::read_as(
        root,
        reader,
        "a senders document",
        |id, _: &Sender<'a>, reader| {
            reader.define(Definition::new(Target::Sender, id.value, id.node));
        },
    )
}
