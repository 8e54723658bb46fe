//! Article text is hostile input: a terminal obeys control characters, and bidirectional overrides show a line in
//! another order than it has. What can not be seen as what it is becomes U+FFFD here.

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
    fn lines_are_joined_and_letters_of_any_script_stay() {
        assert_eq!(visible(" el niño\r\n\t学校  👨‍👩‍👧 "), "el niño 学校 👨‍👩‍👧");
    }
}
