//! Article text is hostile input: a terminal obeys control characters, and bidirectional overrides show a line in
//! another order than it has. What can not be seen as what it is becomes U+FFFD here.

use std::borrow::Cow;
use std::fmt::Write as _;

use super::ink::Paint;
use super::link::Links;

/// `text` on one line, with white space collapsed and everything that acts instead of showing replaced.
pub fn visible(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.trim().chars() {
        if c.is_whitespace() {
            if !out.ends_with(' ') {
                out.push(' ');
            }
        } else if acts(c) {
            out.push(char::REPLACEMENT_CHARACTER);
        } else {
            out.push(c);
        }
    }
    out
}

/// A whole report, in which nothing acts but line ends, tabs, colours in a painted one and links in a linked one.
///
/// Each format makes article text visible in its own way; this holds for all of them, templates of users included.
pub fn harmless<'r>(report: &'r str, paint: Paint, links: &Links) -> Cow<'r, str> {
    let mut out = String::new();
    let mut rest = report;
    while let Some((at, c)) = find(rest, |c| acts(c) && c != '\n' && c != '\t') {
        let at_start = at == 0 && out.is_empty();
        let kept = kept(&rest[at..], at_start, paint).max(link(&rest[at..], links));
        out.push_str(&rest[..at + kept]);
        rest = &rest[at + kept..];
        if kept == 0 {
            out.push(char::REPLACEMENT_CHARACTER);
            rest = &rest[c.len_utf8()..];
        }
    }
    joined(out, rest)
}

/// What was made of a text's beginning, with the rest of it as it is.
fn joined(out: String, rest: &str) -> Cow<'_, str> {
    if out.is_empty() {
        Cow::Borrowed(rest)
    } else {
        Cow::Owned(out + rest)
    }
}

/// The first such character and where it stands; printable ASCII and line feeds are passed over without a look, many at
/// a time.
fn find(text: &str, is: impl Fn(char) -> bool) -> Option<(usize, char)> {
    const MANY: usize = 32;
    let special = |byte: &u8| !matches!(byte, b' '..=b'~' | b'\n');
    let mut at = 0;
    loop {
        let rest = &text.as_bytes()[at..];
        let mut plain = rest.chunks_exact(MANY);
        let passed = plain.position(|many| many.iter().fold(false, |any, b| any | special(b)));
        at += passed.map_or(rest.len() - rest.len() % MANY, |chunks| chunks * MANY);
        at += text.as_bytes()[at..].iter().position(special)?;
        let c = text[at..].chars().next()?;
        if is(c) {
            return Some((at, c));
        }
        at += c.len_utf8();
    }
}

/// How many bytes of what begins with an acting character may stay: a line end of CSV, a colour, a byte order mark.
fn kept(text: &str, at_start: bool, paint: Paint) -> usize {
    if text.starts_with("\r\n") {
        return 2;
    }
    if at_start && text.starts_with('\u{FEFF}') {
        return '\u{FEFF}'.len_utf8();
    }
    let (Paint::Ansi, Some(parameters)) = (paint, text.strip_prefix("\u{1b}[")) else {
        return 0;
    };
    let end = parameters.find(|c: char| !c.is_ascii_digit() && c != ';');
    match end {
        Some(end) if parameters[end..].starts_with('m') => "\u{1b}[m".len() + end,
        _ => 0,
    }
}

/// How many bytes the beginning or the end of a link takes, if links are wanted and this is one: its target is
/// printable ASCII.
fn link(text: &str, links: &Links) -> usize {
    const BEGIN: &str = "\u{1b}]8;;";
    const END: &str = "\u{1b}\\";
    let target = text.strip_prefix(BEGIN).filter(|_| *links != Links::None);
    match target.and_then(|target| target.split_once(END)) {
        Some((target, _)) if target.bytes().all(|b| b.is_ascii_graphic()) => {
            BEGIN.len() + target.len() + END.len()
        }
        _ => 0,
    }
}

/// JSON in which what acts is written as an escape: it means the same, and a terminal shows it.
pub fn escaped(json: &str) -> Cow<'_, str> {
    let mut out = String::new();
    let mut rest = json;
    while let Some((at, c)) = find(rest, |c| acts(c) && c != '\n') {
        out.push_str(&rest[..at]);
        for unit in c.encode_utf16(&mut [0; 2]) {
            let _ = write!(out, "\\u{unit:04x}");
        }
        rest = &rest[at + c.len_utf8()..];
    }
    joined(out, rest)
}

/// Control characters, bidirectional marks, overrides and isolates, invisible operators, tags, interlinear marks.
fn acts(c: char) -> bool {
    c.is_control()
        || matches!(c,
            '\u{061C}' | '\u{180E}' | '\u{200B}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}'
            | '\u{2060}'..='\u{206F}' | '\u{FEFF}' | '\u{FFF9}'..='\u{FFFB}' | '\u{E0000}'..='\u{E007F}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn terminal_codes_and_overrides_are_shown_not_obeyed() {
        assert_eq!(
            visible("a \u{1b}[2Jb\u{202E}c\u{E0061}"),
            "a \u{FFFD}[2Jb\u{FFFD}c\u{FFFD}"
        );
    }

    #[test]
    fn of_a_report_only_line_ends_and_colours_act() {
        let cases = [
            ("a\tb\r\nc\n", "a\tb\r\nc\n"),
            ("a\rb\u{85}", "a\u{FFFD}b\u{FFFD}"),
            ("\u{1b}[1;31ma\u{1b}[0m", "\u{1b}[1;31ma\u{1b}[0m"),
            (
                "\u{1b}[2Ja\u{1b}]0;b\u{7}",
                "\u{FFFD}[2Ja\u{FFFD}]0;b\u{FFFD}",
            ),
            ("\u{FEFF}a\u{FEFF}", "\u{FEFF}a\u{FFFD}"),
            ("\u{1b}[", "\u{FFFD}["),
        ];
        for (report, shown) in cases {
            assert_eq!(harmless(report, Paint::Ansi, &Links::None), shown);
        }
        let plain = |report| harmless(report, Paint::Plain, &Links::None);
        assert_eq!(plain("\u{1b}[31ma"), "\u{FFFD}[31ma");
        let link = "\u{1b}]8;;file:///a#1\u{1b}\\a\u{1b}]8;;\u{1b}\\";
        let linked = |report| harmless(report, Paint::Plain, &Links::From("/".into()));
        assert_eq!(linked(link), link);
        assert_eq!(plain(link).matches(char::REPLACEMENT_CHARACTER).count(), 4);
        assert_eq!(linked("\u{1b}]8;;a\u{7}b"), "\u{FFFD}]8;;a\u{FFFD}b");
    }

    #[test]
    fn escapes_mean_what_they_stand_for() {
        let json = "\"a\u{9b}b\u{202E}c\u{E0061}d\u{7f}\"";
        let escaped = escaped(json);
        assert_eq!(escaped, r#""a\u009bb\u202ec\udb40\udc61d\u007f""#);
        let one: String = serde_json::from_str(json).expect("JSON");
        assert_eq!(serde_json::from_str::<String>(&escaped).ok(), Some(one));
    }

    #[test]
    fn lines_are_joined_and_letters_of_any_script_stay() {
        assert_eq!(visible(" el niño\r\n\t学校  👨‍👩‍👧 "), "el niño 学校 👨‍👩‍👧");
    }
}
