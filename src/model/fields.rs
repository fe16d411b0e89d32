//! `fields`: the dictionary of the fields of people and companies.

use super::definitions::Definitions;
use super::reader::Reader;
use super::shape::{document, shape, words};
use super::target::{Definition, Target};
use super::values::{Any, Flag, Named, OneOrMany, Text};
use crate::syntax::Node;

/// Fields by id.
pub type Fields<'a> = Definitions<'a, FieldsHeader<'a>, Field<'a>>;

document! {
    /// The fields of a person or a company.
    pub struct FieldsHeader<'a> {
        /// Whose fields these are.
        of: FieldOwner,
    }
}

words! {
    /// Whose fields these are.
    pub enum FieldOwner {
        /// Of a person: a lead or a contact.
        Person = "person",
        /// Of a company: an account.
        Company = "company",
    }
}

shape! {
    /// A field: its type, who fills it, and what it is called elsewhere.
    pub struct Field<'a> {
        /// What people call it.
        label: Text<'a>,
        /// What it means.
        description: Text<'a>,
        /// Its type: text, number, whole number, date, yes/no, email, phone, country, or a list of values.
        ("type") field_type: Any<'a>,
        /// Whether it is personal data.
        personal: Flag<'a>,
        /// Where it must be filled.
        filled_on: OneOrMany<'a, Text<'a>>,
        /// Who writes it; left beats right.
        written_by: OneOrMany<'a, Text<'a>>,
        /// Whether its text is compared exactly: `exact`.
        ("case") letter_case: Text<'a>,
        /// Its name in Marketo.
        marketo: Any<'a>,
        /// Its name in Salesforce.
        salesforce: Any<'a>,
        /// Its name in HubSpot.
        hubspot: Any<'a>,
        /// Its name in Account Engagement.
        pardot: Any<'a>,
        /// Its name in Mautic.
        mautic: Any<'a>,
    }
}

impl Named for Field<'_> {
    const NAME: &'static str = "a field";
}

pub(super) fn read<'a>(root: Node<'a>, reader: &mut Reader<'a>) -> Option<Fields<'a>> {
    Fields::read_as(
        root,
        reader,
        "a fields document",
        |id, _: &Field<'a>, reader| {
            reader.define(Definition::new(Target::Field, id.value, id.node));
        },
    )
}
