//! What can be defined in one place and referred to from another.

use std::marker::PhantomData;

use super::values::{DateValue, Text};
use crate::diagnostics::Place;

/// A kind of thing that has ids.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Target<'a> {
    /// Somebody, a queue, a pool or a group in `people`.
    Person,
    /// A program channel in `channels`.
    Channel,
    /// A `campaign`.
    Campaign,
    /// An `audience`.
    Audience,
    /// A purpose in `consent`.
    Purpose,
    /// A sender in `senders`.
    Sender,
    /// A `form`.
    Form,
    /// A field in `fields`.
    Field,
    /// A link in `links` documents.
    SharedLink,
    /// A dimension of the taxonomy.
    Dimension,
    /// A value of a dimension of the taxonomy, such as `region`, or of one that only this workspace has.
    Value(&'a str),
    /// A whole document of another kind, by its id.
    Document(&'static str),
}

impl<'a> Target<'a> {
    /// The word for one of these in a message: `person`, `region`.
    pub fn noun(self) -> &'a str {
        match self {
            Target::Person => "person, queue or group",
            Target::Channel => "channel",
            Target::Campaign => "campaign",
            Target::Audience => "audience",
            Target::Purpose => "purpose",
            Target::Sender => "sender",
            Target::Form => "form",
            Target::Field => "field",
            Target::SharedLink => "link",
            Target::Dimension => "dimension",
            Target::Value(dimension) => dimension,
            Target::Document(kind) => kind,
        }
    }

    /// The kind of document that defines these.
    pub fn kind(self) -> &'static str {
        match self {
            Target::Person => "people",
            Target::Channel => "channels",
            Target::Campaign => "campaign",
            Target::Audience => "audience",
            Target::Purpose => "consent",
            Target::Sender => "senders",
            Target::Form => "form",
            Target::Field => "fields",
            Target::SharedLink => "links",
            Target::Dimension | Target::Value(_) => "taxonomy",
            Target::Document(kind) => kind,
        }
    }
}

/// Something that a document defines.
#[derive(Clone, Debug)]
pub struct Definition<'a> {
    /// What it is.
    pub target: Target<'a>,
    /// Its id.
    pub id: &'a str,
    /// Where its id stands; the `kind:` line when the id is the file's name.
    pub place: Place,
    /// When it is no longer to be used. What few definitions have stands apart: most are campaigns, of
    /// which a workspace may have tens of thousands.
    pub retired: Option<Box<Retired<'a>>>,
    /// Other spellings that mean it.
    pub aliases: Vec<Text<'a>>,
    /// Somebody who no longer answers for anything (`active: no`).
    pub inactive: Option<Place>,
    /// The last day on which somebody does.
    pub leaves: Option<Box<DateValue<'a>>>,
    /// How a value of the taxonomy is written in `utm_campaign`, where that is not its id.
    pub in_utm: Option<Box<Text<'a>>>,
    /// What people and names call it, where that is not its id.
    pub called: Option<Box<Called<'a>>>,
}

/// What a value of the taxonomy or a channel is called.
#[derive(Clone, Copy, Debug)]
pub struct Called<'a> {
    /// By people.
    pub label: Option<Text<'a>>,
    /// In names, where that is not the label.
    pub in_name: Option<Text<'a>>,
}

impl<'a> Called<'a> {
    /// What something is called, where anything is said about it. Kept apart, since most definitions
    /// are campaigns, which have neither.
    pub(super) fn of(
        label: Option<Text<'a>>,
        in_name: Option<Text<'a>>,
    ) -> Option<Box<Called<'a>>> {
        (label.is_some() || in_name.is_some()).then(|| Box::new(Called { label, in_name }))
    }
}

impl<'a> Definition<'a> {
    /// A definition in use.
    pub fn new(target: Target<'a>, id: &'a str, place: impl Into<Place>) -> Definition<'a> {
        Definition {
            target,
            id,
            place: place.into(),
            retired: None,
            aliases: Vec::new(),
            inactive: None,
            leaves: None,
            in_utm: None,
            called: None,
        }
    }
}

/// That a value is no longer to be used.
#[derive(Clone, Copy, Debug)]
pub struct Retired<'a> {
    /// The first day on which it is no longer to be used.
    pub from: jiff::civil::Date,
    /// The line that says so.
    pub place: Place,
    /// What to use instead.
    pub replaced_by: Option<Text<'a>>,
}

/// That a document refers to something by its id.
#[derive(Clone, Copy, Debug)]
pub struct ReferenceUse<'a> {
    /// What is referred to.
    pub target: Target<'a>,
    /// The id as it was written, and where.
    pub text: Text<'a>,
    /// Whether this says who answers for something.
    pub is_owner: bool,
}

/// The type-level name of a [`Target`], so that a field's type says what it refers to.
pub trait RefersTo {
    /// What is referred to.
    const TARGET: Target<'static>;
    /// Whether this says who answers for something.
    const IS_OWNER: bool = false;
}

/// Somebody or a group that answers for something: what `owner:` says.
#[derive(Debug, Clone, Copy)]
pub struct Owner(PhantomData<()>);

impl RefersTo for Owner {
    const TARGET: Target<'static> = Target::Person;
    const IS_OWNER: bool = true;
}

macro_rules! refers_to {
    ($($(#[$meta:meta])* $name:ident => $target:expr),* $(,)?) => {
        $(
            $(#[$meta])*
            #[derive(Debug, Clone, Copy)]
            pub struct $name(PhantomData<()>);
            impl RefersTo for $name {
                const TARGET: Target<'static> = $target;
            }
        )*
    };
}

refers_to! {
    /// Somebody or a group.
    Person => Target::Person,
    /// A program channel.
    Channel => Target::Channel,
    /// A campaign.
    Campaign => Target::Campaign,
    /// An audience.
    Audience => Target::Audience,
    /// A purpose of consent.
    Purpose => Target::Purpose,
    /// A sender.
    Sender => Target::Sender,
    /// A form.
    Form => Target::Form,
    /// A field.
    Field => Target::Field,
    /// A region of the taxonomy.
    Region => Target::Value("region"),
    /// A language of the taxonomy.
    Language => Target::Value("language"),
    /// A persona of the taxonomy.
    Persona => Target::Value("persona"),
    /// A business unit of the taxonomy.
    BusinessUnit => Target::Value("business-unit"),
    /// A product of the taxonomy.
    Product => Target::Value("product"),
    /// An industry of the taxonomy.
    Industry => Target::Value("industry"),
    /// A topic of the taxonomy.
    Topic => Target::Value("topic"),
    /// An asset type of the taxonomy.
    AssetType => Target::Value("asset-type"),
    /// A budget code of the taxonomy.
    BudgetCode => Target::Value("budget"),
}
