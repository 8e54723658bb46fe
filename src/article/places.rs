//! Lines and columns of an article's places, counted once for all of them: every claim is shown with its own.

use gainsay_syntax::Span;

use super::{Article, Place};

/// The line and the column are known at every byte whose offset is a multiple of this.
const STEP: usize = 64;

/// An article with what it takes to tell lines and columns quickly, wherever in it they are.
#[derive(Clone, Debug)]
pub struct Places<'a> {
    /// The article.
    pub article: &'a Article,
    /// Line feeds before each step, and characters since the last one.
    steps: Vec<(u32, u32)>,
}

impl<'a> Places<'a> {
    /// Counts the lines of the article's file.
    pub fn of(article: &'a Article) -> Self {
        let mut at = (0, 0);
        let steps = article.raw.as_bytes().chunks(STEP).map(|bytes| {
            let before = at;
            at = after(before, bytes);
            before
        });
        let mut steps: Vec<(u32, u32)> = steps.collect();
        steps.push(at);
        Self { article, steps }
    }

    /// Where a stretch of [`Article::text`] stands in the file.
    pub fn place(&self, span: Span) -> Place {
        let span = self.article.stretch(span);
        let step = span.start / STEP;
        let since = &self.article.raw.as_bytes()[step * STEP..span.start];
        let (line, column) = after(self.steps[step], since);
        Place {
            span,
            line: line as usize + 1,
            column: column as usize + 1,
        }
    }
}

/// The count of lines and columns behind some more bytes.
fn after(before: (u32, u32), bytes: &[u8]) -> (u32, u32) {
    bytes
        .iter()
        .fold(before, |(lines, characters), &byte| match byte {
            b'\n' => (lines + 1, 0),
            _ => (lines, characters + u32::from(byte & 0xC0 != 0x80)),
        })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn lines_and_columns_are_those_that_one_counts(
            pieces in prop::collection::vec("[a-zé😀\n]{0,9}|x{500,600}", 0..12),
            at in 0_usize..3000,
        ) {
            let text = pieces.concat();
            let at = (at.min(text.len())..=text.len()).find(|&i| text.is_char_boundary(i)).unwrap_or(0);
            let place = Places::of(&Article::plain("a", &text)).place(Span::new(at, at));
            let before = &text[..at];
            let line = before.rsplit('\n').next().unwrap_or_default();
            prop_assert_eq!(place.line, before.matches('\n').count() + 1);
            prop_assert_eq!(place.column, line.chars().count() + 1);
        }
    }
}
