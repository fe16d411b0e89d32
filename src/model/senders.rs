//! `senders`: who e-mails come from, once instead of in every e-mail.

use super::definitions::{Definitions, PlainHeader};
use super::mail_address::MailAddress;
use super::reader::Reader;
use super::shape::{shape, words};
use super::target::{Definition, Target};
use super::values::{Any, Flag, Named, Text};
use crate::syntax::Node;

/// Senders by id.
pub type Senders<'a> = Definitions<'a, PlainHeader<'a>, Sender<'a>>;

shape! {
    /// Who e-mails come from, and what the law and the mailbox providers want in them.
    pub struct Sender<'a> {
        /// The address in `From:`, without a name around it.
        from: MailAddress<'a>,
        /// The name that people see in `From:`.
        name: Text<'a>,
        /// The address in `Reply-To:`; left out, answers go to `from`.
        reply_to: MailAddress<'a>,
        /// The company that answers for it.
        company: Text<'a>,
        /// Its postal address, as it stands at the end of the e-mails.
        address: Text<'a>,
        /// How people unsubscribe from its e-mails.
        unsubscribe: Unsubscribe,
        /// Whether it sends operational e-mails only: confirmations, invoices, outages.
        operational: Flag<'a>,
        /// The domain of the bounce address, for which SPF names the servers; `none` where there is no SPF.
        spf: Text<'a>,
        /// The domain that DKIM signs for; `none` where nothing is signed.
        dkim: Text<'a>,
        /// The DMARC policy of the domain in `from`.
        dmarc: Dmarc,
        /// What it is called elsewhere, by platform.
        is: Any<'a>,
    }
}

words! {
    /// How people unsubscribe.
    pub enum Unsubscribe {
        /// A link in the text of the e-mail.
        Link = "link",
        /// That, and the headers with which mailbox providers show a button of their own (RFC 8058).
        LinkAndHeader = "link and one-click header",
        /// These headers alone.
        Header = "one-click header",
        /// By answering the e-mail.
        Reply = "reply",
        /// Not at all.
        None = "none",
    }
}

words! {
    /// What a domain asks receivers to do with e-mails that fail its checks.
    pub enum Dmarc {
        /// Refuse them.
        Reject = "reject",
        /// Put them where spam goes.
        Quarantine = "quarantine",
        /// Deliver them, and report (`p=none`).
        None = "none",
        /// The domain has no DMARC record.
        Missing = "no record",
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
