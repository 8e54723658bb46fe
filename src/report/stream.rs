//! A long report is written line by line, so that it need not be held whole to be made harmless.

use std::io::{self, Write};

use super::ink::Paint;
use super::link::Links;
use super::visible::{escaped, harmless};

/// Writes each line as `change` makes it.
struct Lines<'a, F: FnMut(&str) -> String> {
    out: &'a mut dyn Write,
    change: F,
    /// The beginning of a line.
    begun: Vec<u8>,
}

impl<'a, F: FnMut(&str) -> String> Lines<'a, F> {
    fn new(out: &'a mut dyn Write, change: F) -> Self {
        let begun = Vec::new();
        Self { out, change, begun }
    }

    fn write_changed(&mut self) -> io::Result<()> {
        let text = (self.change)(&String::from_utf8_lossy(&self.begun));
        self.begun.clear();
        self.out.write_all(text.as_bytes())
    }
}

impl<F: FnMut(&str) -> String> Write for Lines<'_, F> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        match bytes.iter().rposition(|&byte| byte == b'\n') {
            Some(end) => {
                self.begun.extend_from_slice(&bytes[..=end]);
                self.write_changed()?;
                self.begun.extend_from_slice(&bytes[end + 1..]);
            }
            None => self.begun.extend_from_slice(bytes),
        }
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        self.write_changed()?;
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
    let change = |text: &str| {
        // A byte order mark is one at the very beginning only.
        let behind = text.strip_prefix(MARK).filter(|_| !at_start);
        at_start &= text.is_empty();
        match behind {
            Some(rest) => format!("\u{FFFD}{}", harmless(rest, paint, links)),
            None => harmless(text, paint, links),
        }
    };
    let mut by_line = Lines::new(out, change);
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
