//! Looking for delimiters outside of templates and character references.

use super::{entities::Entity, part::Part, template::Template};

/// A text with the stretches in which a delimiter is none.
#[derive(Clone, Copy)]
pub(crate) struct Scan<'s> {
    pub(crate) text: &'s str,
    pub(crate) templates: &'s [Template],
    pub(crate) entities: &'s [Entity],
}

/// A `&` that separates two parameters, as itself or as a character reference.
#[derive(Clone, Copy)]
pub(crate) struct Separator {
    pub(crate) part: Part,
}

impl Scan<'_> {
    pub(crate) fn bytes(&self) -> &[u8] {
        self.text.as_bytes()
    }

    /// The template that holds the byte at `at`.
    pub(crate) fn template_at(&self, at: usize) -> Option<&Template> {
        let next = self
            .templates
            .partition_point(|template| template.part.end() <= at);
        self.templates
            .get(next)
            .filter(|template| template.part.contains(at))
    }

    /// The character reference that holds the byte at `at`.
    pub(crate) fn entity_at(&self, at: usize) -> Option<&Entity> {
        let next = self
            .entities
            .partition_point(|entity| entity.part.end() <= at);
        self.entities
            .get(next)
            .filter(|entity| entity.part.contains(at))
    }

    /// The first `byte` in `from..to` that stands for itself.
    pub(crate) fn find(&self, byte: u8, from: usize, to: usize) -> Option<usize> {
        let mut from = from;
        while from < to {
            let at = from + memchr::memchr(byte, &self.bytes()[from..to])?;
            let skip = self
                .template_at(at)
                .map(|template| template.part.end())
                .or_else(|| self.entity_at(at).map(|entity| entity.part.end()));
            match skip {
                None => return Some(at),
                Some(end) => from = end,
            }
        }
        None
    }

    /// The first separator in `from..to`: `&`, or a reference that stands for it.
    pub(crate) fn separator(&self, from: usize, to: usize) -> Option<Separator> {
        let mut from = from;
        while from < to {
            let at = from + memchr::memchr(b'&', &self.bytes()[from..to])?;
            if let Some(template) = self.template_at(at) {
                from = template.part.end();
            } else if let Some(entity) = self.entity_at(at) {
                if entity.character == '&' {
                    return Some(Separator { part: entity.part });
                }
                from = entity.part.end();
            } else {
                return Some(Separator {
                    part: Part::new(at, at + 1),
                });
            }
        }
        None
    }
}
