//! JSON indented by two blanks, as `serde_json` indents it, with one write for all that stands between two values: a
//! record has dozens of them, and a write costs more than its bytes.

use std::io::{self, Write};

use serde_json::Serializer;
use serde_json::ser::Formatter;

/// A comma, the end of a line, and the blanks of the deepest level that takes one write.
const BETWEEN: &[u8; 34] = b",\n                                ";

/// Writes indented JSON that stands so deep in another.
pub(super) fn indented<W: Write>(out: W, depth: usize) -> Serializer<W, Indented> {
    let has_value = false;
    Serializer::with_formatter(out, Indented { depth, has_value })
}

/// How deep the next value lies, and whether its list has one before it.
pub(super) struct Indented {
    depth: usize,
    has_value: bool,
}

impl Indented {
    fn begin(&mut self, out: &mut (impl Write + ?Sized), bracket: &[u8]) -> io::Result<()> {
        self.depth += 1;
        self.has_value = false;
        out.write_all(bracket)
    }

    fn end(&mut self, out: &mut (impl Write + ?Sized), bracket: &[u8]) -> io::Result<()> {
        self.depth -= 1;
        if self.has_value {
            self.next(out, true)?;
        }
        out.write_all(bracket)
    }

    /// A new line, behind a comma where something stands before it.
    fn next(&self, out: &mut (impl Write + ?Sized), is_first: bool) -> io::Result<()> {
        let end = (2 + 2 * self.depth).min(BETWEEN.len());
        out.write_all(&BETWEEN[usize::from(is_first)..end])?;
        (BETWEEN.len() / 2 - 1..self.depth).try_for_each(|_| out.write_all(b"  "))
    }
}

impl Formatter for Indented {
    fn begin_array<W: Write + ?Sized>(&mut self, out: &mut W) -> io::Result<()> {
        self.begin(out, b"[")
    }

    fn end_array<W: Write + ?Sized>(&mut self, out: &mut W) -> io::Result<()> {
        self.end(out, b"]")
    }

    fn begin_array_value<W: Write + ?Sized>(&mut self, out: &mut W, first: bool) -> io::Result<()> {
        self.next(out, first)
    }

    fn end_array_value<W: Write + ?Sized>(&mut self, _: &mut W) -> io::Result<()> {
        self.has_value = true;
        Ok(())
    }

    fn begin_object<W: Write + ?Sized>(&mut self, out: &mut W) -> io::Result<()> {
        self.begin(out, b"{")
    }

    fn end_object<W: Write + ?Sized>(&mut self, out: &mut W) -> io::Result<()> {
        self.end(out, b"}")
    }

    fn begin_object_key<W: Write + ?Sized>(&mut self, out: &mut W, first: bool) -> io::Result<()> {
        self.next(out, first)
    }

    fn begin_object_value<W: Write + ?Sized>(&mut self, out: &mut W) -> io::Result<()> {
        out.write_all(b": ")
    }

    fn end_object_value<W: Write + ?Sized>(&mut self, _: &mut W) -> io::Result<()> {
        self.has_value = true;
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use serde::Serialize;
    use serde_json::{Value, json, to_vec_pretty};

    use super::indented;

    #[test]
    fn it_is_what_others_write() {
        let deep = (0..40).fold(json!([]), |inside, level| json!([{ "a": inside }, level]));
        for value in [json!({}), json!([1, {"a": [], "b": {"c": null}}]), deep] {
            let mut out = Vec::new();
            Value::serialize(&value, &mut indented(&mut out, 0)).expect("memory takes everything");
            assert_eq!(out, to_vec_pretty(&value).expect("it is JSON"));
        }
    }
}
