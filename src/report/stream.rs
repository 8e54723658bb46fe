//! A long report is written some lines at a time, so that it need not be held whole to be made harmless.

use std::borrow::Cow;
use std::io::{self, Write};

use super::ink::Paint;
use super::link::Links;
use super::visible::{escaped, harmless};

/// So many bytes of whole lines are changed at once.
const FULL: usize = 1 << 13;

/// Writes whole lines as `change` makes them, many at a time.
struct Lines<'a, F: FnMut(&str) -> Cow<'_, str>> {
    out: &'a mut dyn Write,
    change: F,
    /// What is not written yet.
    pending: Vec<u8>,
}

impl<'a, F: FnMut(&str) -> Cow<'_, str>> Lines<'a, F> {
    fn new(out: &'a mut dyn Write, change: F) -> Self {
        Self {
            out,
            change,
            pending: Vec::with_capacity(2 * FULL),
        }
    }

    /// Writes the pending bytes before `end`.
    fn write_changed(&mut self, end: usize) -> io::Result<()> {
        let bytes = &self.pending[..end];
        let text = match str::from_utf8(bytes) {
            Ok(text) => Cow::Borrowed(text),
            Err(_) => String::from_utf8_lossy(bytes),
        };
        let written = self.out.write_all((self.change)(&text).as_bytes());
        self.pending.drain(..end);
        written
    }
}

impl<F: FnMut(&str) -> Cow<'_, str>> Write for Lines<'_, F> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let before = self.pending.len();
        self.pending.extend_from_slice(bytes);
        if self.pending.len() < FULL {
            return Ok(bytes.len());
        }
        // What was looked through without finding the end of a line need not be again.
        let start = if before < FULL { 0 } else { before };
        let end = self.pending[start..].iter().rposition(|&b| b == b'\n');
        if let Some(end) = end {
            self.write_changed(start + end + 1)?;
        }
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        self.write_changed(self.pending.len())?;
        self.out.flush()
    }
}

/// Writes what `fill` gives, with nothing in it that acts on a terminal: see [`harmless`].
///
/// # Errors
/// Those of `out` and `fill`.
pub fn write_harmless(
    out: &mut dyn Write,
    (paint, links): (Paint, &Links),
    fill: impl FnOnce(&mut dyn Write) -> io::Result<()>,
) -> io::Result<()> {
    const MARK: char = '\u{FEFF}';
    let mut at_start = true;
    let mut by_line = Lines::new(out, |text| {
        // A byte order mark is one at the very beginning only.
        let behind = text.strip_prefix(MARK).filter(|_| !at_start);
        at_start &= text.is_empty();
        match behind {
            Some(rest) => format!("\u{FFFD}{}", harmless(rest, paint, links)).into(),
            None => harmless(text, paint, links),
        }
    });
    fill(&mut by_line)?;
    by_line.flush()
}

/// Writes JSON in which what acts is an escape: see [`escaped`].
///
/// # Errors
/// Those of `out` and `fill`.
pub fn write_escaped(
    out: &mut dyn Write,
    fill: impl FnOnce(&mut dyn Write) -> io::Result<()>,
) -> io::Result<()> {
    let mut by_line = Lines::new(out, escaped);
    fill(&mut by_line)?;
    by_line.flush()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pieces_give_what_the_whole_gives() {
        let whole = "\u{FEFF}a\u{1b}[31mé\r\n\u{FEFF}b\u{202E}\n\u{1b}]8;;x\u{1b}\\c";
        for size in 1..whole.len() {
            let mut out = Vec::new();
            let done = write_harmless(&mut out, (Paint::Plain, &Links::None), |out| {
                whole
                    .as_bytes()
                    .chunks(size)
                    .try_for_each(|c| out.write_all(c))
            });
            done.expect("memory takes everything");
            let wanted = harmless(whole, Paint::Plain, &Links::None);
            assert_eq!(String::from_utf8_lossy(&out), wanted, "pieces of {size}");
        }
    }
}
