//! Article text in HTML: shown, never obeyed.

use crate::report::visible::visible;

/// Text for element content and for attribute values in double quotes.
pub(super) fn text(raw: &str) -> String {
    let shown = visible(raw);
    escaped(&shown)
}

/// As [`text`], with the white space at both ends kept: a highlight may begin or end inside a sentence.
pub(super) fn part(raw: &str) -> String {
    let lead = if raw.starts_with(char::is_whitespace) {
        " "
    } else {
        ""
    };
    let trail = if raw.ends_with(char::is_whitespace) && raw.len() > lead.len() {
        " "
    } else {
        ""
    };
    format!("{lead}{}{trail}", text(raw))
}

fn escaped(shown: &str) -> String {
    let mut out = String::with_capacity(shown.len() + 8);
    for c in shown.chars() {
        match c {
            '&' => out += "&amp;",
            '<' => out += "&lt;",
            '>' => out += "&gt;",
            '"' => out += "&quot;",
            '\'' => out += "&#39;",
            _ => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markup_is_shown() {
        assert_eq!(text("<script>\"&'"), "&lt;script&gt;&quot;&amp;&#39;");
        assert_eq!(text("a\u{202E}b"), "a\u{FFFD}b");
        assert_eq!(part(" on Sunday "), " on Sunday ");
        assert_eq!(part(" "), " ");
    }
}
