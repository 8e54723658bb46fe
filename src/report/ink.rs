//! Colour that does not disturb layout: text is marked with zero-width characters while it is measured and wrapped,
//! and the marks become terminal codes (or nothing) at the very end.
//!
//! The marks are Unicode tag characters; [`super::visible`] takes them out of all article text beforehand, so no
//! article can paint.

use crate::comparison::Verdict;
use anstyle::{AnsiColor, Effects, Style};

/// With or without terminal codes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Paint {
    /// Text alone.
    Plain,
    /// ANSI escape codes.
    Ansi,
}

/// What a stretch of text is drawn with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ink {
    /// Headers and numbers.
    Strong,
    /// What may be overlooked: values, places, dates.
    Faint,
    /// The colour of a verdict.
    Verdict(Verdict),
}

const END: char = '\u{E007F}';
/// Tag characters are ASCII from here on: a link's target is written in them.
const TAGS: u32 = 0xE0000;
/// A link's target follows, then its text, then its end.
const LINK: char = '\u{E0001}';
const LINK_NAMED: char = '\u{E0002}';
const LINK_END: char = '\u{E0003}';
const INKS: [(char, Ink); 8] = [
    ('\u{E0061}', Ink::Strong),
    ('\u{E0062}', Ink::Faint),
    ('\u{E0063}', Ink::Verdict(Verdict::Contradiction)),
    ('\u{E0064}', Ink::Verdict(Verdict::Update)),
    ('\u{E0065}', Ink::Verdict(Verdict::Tension)),
    ('\u{E0066}', Ink::Verdict(Verdict::Precision)),
    ('\u{E0067}', Ink::Verdict(Verdict::Agreement)),
    ('\u{E0068}', Ink::Verdict(Verdict::Single)),
];

impl Ink {
    /// `text` marked to be drawn with this ink.
    pub fn on(self, text: &str) -> String {
        let mark = INKS
            .iter()
            .find(|(_, ink)| *ink == self)
            .map_or(END, |&(mark, _)| mark);
        format!("{mark}{text}{END}")
    }

    fn style(self) -> Style {
        let colour = |c: AnsiColor| Style::new().fg_color(Some(c.into()));
        match self {
            Self::Strong => Style::new().effects(Effects::BOLD),
            Self::Faint | Self::Verdict(Verdict::Single) => Style::new().effects(Effects::DIMMED),
            Self::Verdict(Verdict::Contradiction) => colour(AnsiColor::Red) | Effects::BOLD,
            Self::Verdict(Verdict::Update) => colour(AnsiColor::Blue) | Effects::BOLD,
            Self::Verdict(Verdict::Tension) => colour(AnsiColor::Yellow) | Effects::BOLD,
            Self::Verdict(Verdict::Precision) => colour(AnsiColor::Cyan),
            Self::Verdict(Verdict::Agreement) => colour(AnsiColor::Green),
        }
    }
}

/// `text` marked to lead to `target`, which is printable ASCII; nothing is marked without one.
pub(super) fn linked(target: Option<&str>, text: &str) -> String {
    let Some(target) = target else {
        return text.to_owned();
    };
    let as_tag = |b: u8| char::from_u32(TAGS + u32::from(b & 0x7f)).unwrap_or(LINK_NAMED);
    let target: String = target.bytes().map(as_tag).collect();
    format!("{LINK}{target}{LINK_NAMED}{text}{LINK_END}")
}

/// Turns marks into terminal codes, or takes them out; links stay, whatever the colour.
pub fn paint(text: &str, paint: Paint) -> String {
    let mut parts = text.split(LINK);
    let mut out = coloured(parts.next().unwrap_or_default(), paint);
    for part in parts {
        let (target, rest) = part.split_once(LINK_NAMED).unwrap_or(("", part));
        let as_ascii = |c: char| u8::try_from(u32::from(c).saturating_sub(TAGS)).ok();
        let target: String = target
            .chars()
            .filter_map(as_ascii)
            .map(char::from)
            .collect();
        out.extend(["\u{1b}]8;;", &target, "\u{1b}\\"]);
        out += &coloured(rest, paint);
    }
    out.replace(LINK_END, "\u{1b}]8;;\u{1b}\\")
}

fn coloured(text: &str, paint: Paint) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        let ink = INKS.iter().find(|&&(mark, _)| mark == c);
        match (paint, ink) {
            (Paint::Plain, _) if ink.is_some() || c == END => {}
            (Paint::Ansi, Some((_, ink))) => out += &ink.style().render().to_string(),
            (Paint::Ansi, None) if c == END => out += &anstyle::Reset.render().to_string(),
            _ => out.push(c),
        }
    }
    out
}

/// Whether a character is one of the marks, or of a link's target.
pub(crate) fn is_mark(c: char) -> bool {
    ('\u{E0000}'..='\u{E007F}').contains(&c)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_become_codes_or_nothing() {
        let marked = Ink::Verdict(Verdict::Contradiction).on("no");
        assert_eq!(paint(&marked, Paint::Plain), "no");
        assert_eq!(
            paint(&marked, Paint::Ansi),
            "\u{1b}[1m\u{1b}[31mno\u{1b}[0m"
        );
    }

    #[test]
    fn links_stand_without_colour_and_take_no_room() {
        let marked = linked(Some("file:///a.md#9"), &Ink::Faint.on("a.md:9"));
        assert_eq!(
            paint(&marked, Paint::Plain),
            "\u{1b}]8;;file:///a.md#9\u{1b}\\a.md:9\u{1b}]8;;\u{1b}\\"
        );
        assert_eq!(crate::report::wrap::width(&marked), 6);
        assert_eq!(linked(None, "a.md:9"), "a.md:9");
    }
}
