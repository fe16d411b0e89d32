//! Looking for delimiters outside of templates and character references.

use super::{entities::Entity, part::Part, template::Template};

/// A text with the stretches in which a delimiter is none.
#[derive(Clone, Copy)]
pub(crate) struct Scan<'s> {
    pub(crate) text: &'s str,
    pub(crate) templates: &'s [Template],
    pub(crate) entities: &'s [Entity],
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
    pub(crate) fn separator(&self, from: usize, to: usize) -> Option<Part> {
        self.joint(from, to, None, false)
    }

    /// The first place in `from..to` behind which a new parameter may begin: a separator, the byte
    /// `also`, or, when asked for, an escaped question mark. One pass, so that asking again behind each
    /// answer takes linear time.
    pub(crate) fn joint(
        &self,
        from: usize,
        to: usize,
        also: Option<u8>,
        escaped_mark: bool,
    ) -> Option<Part> {
        let mut from = from;
        let also = also.unwrap_or(b'&');
        let escape = if escaped_mark { b'%' } else { b'&' };
        while from < to {
            let at = from + memchr::memchr3(b'&', also, escape, &self.bytes()[from..to])?;
            if let Some(template) = self.template_at(at) {
                from = template.part.end();
                continue;
            }
            match self.entity_at(at) {
                Some(entity) if entity.character == '&' => return Some(entity.part),
                Some(entity) => {
                    from = entity.part.end();
                    continue;
                }
                None => {}
            }
            if self.bytes()[at] != b'%' {
                return Some(Part::new(at, at + 1));
            }
            if matches!(
                self.bytes().get(at + 1..(at + 3).min(to)),
                Some(b"3F" | b"3f")
            ) {
                return Some(Part::new(at, at + 3));
            }
            from = at + 1;
        }
        None
    }

    /// Whether a template touches this part.
    pub(crate) fn templated(&self, part: Part) -> bool {
        touching(self.templates, part).next().is_some()
    }
}

/// The templates that touch a part. They stand in order, so a search finds the first.
pub(crate) fn touching(templates: &[Template], part: Part) -> impl Iterator<Item = &Template> {
    let first = templates.partition_point(|template| template.part.end() <= part.start());
    templates[first..]
        .iter()
        .take_while(move |template| template.part.start() < part.end())
}
