//! Breaking text into lines of a given width in terminal columns, where an East Asian character takes two.

use super::ink;
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// Terminal columns that a marked or unmarked text takes.
pub(super) fn width(text: &str) -> usize {
    let bare: String = text.chars().filter(|&c| !ink::is_mark(c)).collect();
    bare.width()
}

/// `text` broken at spaces into lines of at most `room` columns; a longer word is broken where the line ends.
pub(super) fn wrap(text: &str, room: usize) -> Vec<String> {
    let room = room.max(2);
    let mut lines = vec![String::new()];
    let mut used = 0;
    for word in text.split(' ').filter(|word| !word.is_empty()) {
        let gap = usize::from(used > 0);
        let length = width(word);
        if used + gap + length > room && used > 0 {
            lines.push(String::new());
            used = 0;
        } else if gap == 1 {
            push(&mut lines, " ");
            used += 1;
        }
        if length <= room {
            push(&mut lines, word);
            used += length;
        } else {
            used = push_in_pieces(&mut lines, word, used, room);
        }
    }
    lines
}

/// `text` wrapped, its first line led by `lead`, the others by as many spaces.
pub(super) fn hang(lead: &str, text: &str, room: usize) -> Vec<String> {
    let indent = " ".repeat(width(lead));
    wrap(text, room.saturating_sub(indent.len()))
        .into_iter()
        .enumerate()
        .map(|(i, line)| format!("{}{line}", if i == 0 { lead } else { &indent }))
        .collect()
}

/// `text`, or as much of it as fits with an ellipsis.
pub(super) fn clip(text: &str, room: usize) -> String {
    if width(text) <= room {
        return text.to_owned();
    }
    let mut out = String::new();
    let mut used = 1;
    for c in text.chars() {
        used += c.width().unwrap_or(0);
        if used > room {
            break;
        }
        out.push(c);
    }
    out.trim_end().to_owned() + "…"
}

fn push(lines: &mut [String], text: &str) {
    lines
        .last_mut()
        .expect("there is always a line")
        .push_str(text);
}

fn push_in_pieces(lines: &mut Vec<String>, word: &str, mut used: usize, room: usize) -> usize {
    for c in word.chars() {
        let length = if ink::is_mark(c) {
            0
        } else {
            c.width().unwrap_or(0)
        };
        if used + length > room {
            lines.push(String::new());
            used = 0;
        }
        push(lines, c.encode_utf8(&mut [0; 4]));
        used += length;
    }
    used
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn breaks_at_spaces_and_inside_what_is_too_long() {
        assert_eq!(
            wrap("left on Sunday evening", 10),
            ["left on", "Sunday", "evening"]
        );
        assert_eq!(
            wrap("a Donaudampfschiff", 6),
            ["a", "Donaud", "ampfsc", "hiff"]
        );
        assert_eq!(wrap("東京都", 4), ["東京", "都"]);
        assert_eq!(wrap("", 4), [""]);
    }

    #[test]
    fn hangs_and_clips() {
        assert_eq!(hang("• ", "at least five", 10), ["• at least", "  five"]);
        assert_eq!(clip("Northern Wire", 9), "Northern…");
    }
}
