//! Annotations of GitHub Actions: workflow commands that put what fails beside the changed lines of a pull request.

use std::fmt::Write as _;
use std::io::{self, Write};

use crate::gate::hold::Held;
use crate::gate::location::{location, primary};
use crate::gate::text;

/// The commands, one a line, and the counts in a line of their own.
pub fn github(held: &Held, out: &mut dyn Write) -> io::Result<()> {
    out.write_all(annotations(held).as_bytes())
}

fn annotations(held: &Held) -> String {
    let mut out = String::new();
    for judged in held.judged.iter().filter(|judged| judged.is_shown()) {
        let finding = judged.finding;
        let command = if judged.fails { "error" } else { "warning" };
        let (first, others) = primary(held, finding);
        let _ = write!(out, "::{command} ");
        if let Some(side) = first {
            let place = location(held, side);
            let _ = write!(
                out,
                "file={},line={},endLine={},",
                property(&place.path),
                place.line,
                place.end_line
            );
            // GitHub refuses columns for a stretch of several lines.
            if place.exact && place.line == place.end_line {
                let _ = write!(out, "col={},endColumn={},", place.column, place.end_column);
            }
        }
        let title = format!("{} {}: {}", judged.state, finding.rule, finding.question);
        let mut message = format!("{}\n", finding.explanation);
        for side in first.into_iter().chain(others) {
            let place = location(held, side);
            let _ = writeln!(message, "{}:{}: \"{}\"", place.path, place.line, side.quote);
        }
        let _ = write!(message, "fingerprint {}", finding.fingerprint);
        let _ = writeln!(out, "title={}::{}", property(&title), data(&message));
    }
    out + &text::summary(held)
}

/// A message: what would end the line is encoded.
fn data(text: &str) -> String {
    text.replace('%', "%25")
        .replace('\r', "%0D")
        .replace('\n', "%0A")
}

/// A property: what would end it, too.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::gate::hold::alone;
    use crate::gate::sample::comparison;

    #[test]
    fn an_annotation_names_one_place_and_quotes_all() {
        let mut run = comparison(&["dead, and hurt: 12 a, 14 b c"]);
        run.findings[0].explanation = "12% is\nnot 14".to_owned();
        let text = annotations(&alone(&run));
        let mut lines = text.lines();
        assert_eq!(
            lines.next().unwrap(),
            "::error file=news/a.md,line=1,endLine=1,col=1,endColumn=18,\
             title=new quantity-conflict%3A dead%2C and hurt::12%25 is%0Anot 14%0A\
             news/a.md:1: \"dead, and hurt 12\"%0Anews/b.md:1: \"dead, and hurt 14\"%0A\
             news/c.md:1: \"dead, and hurt 14\"%0Afingerprint 07ca242df5ba0f7e"
        );
        assert_eq!(lines.next(), Some("3 articles: 1 finding fails (1 new)"));
        assert_eq!(lines.next(), None);
    }
}
