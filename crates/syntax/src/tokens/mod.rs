//! Syntactic words as the English treebanks cut them: blanks part words, then each chunk is read from the left, address,
//! number, word or mark, and words give up their clitics ("don't" is "do" and "n't").

mod address;
mod clitics;
mod number;
mod torn;
mod word;

use crate::Span;

/// The words of one sentence, in text order; together they cover every character that is not blank.
pub fn tokens(text: &str, sentence: Span) -> Vec<Span> {
    let mut found = Vec::with_capacity(sentence.len() / 4 + 1);
    for chunk in chunks(text, sentence) {
        let mut at = chunk.start;
        while at < chunk.end {
            let place = Place {
                text,
                chunk,
                at,
                sentence_end: sentence.end,
            };
            let end = at + piece_len(&place);
            clitics::split(text, Span::new(at, end), &mut found);
            at = end;
        }
    }
    torn::mend(text, found)
}

/// Where the reader stands: the rest of the chunk is what the next piece is taken from.
struct Place<'a> {
    text: &'a str,
    chunk: Span,
    at: usize,
    sentence_end: usize,
}

impl<'a> Place<'a> {
    /// What is still to be read of the chunk.
    fn rest(&self) -> &'a str {
        &self.text[self.at..self.chunk.end]
    }

    /// The character before, if it is of the same chunk.
    fn before(&self) -> Option<char> {
        self.text[self.chunk.start..self.at].chars().next_back()
    }

    /// Whether nothing but closing marks comes after `offset` in the sentence.
    fn closes_sentence(&self, offset: usize) -> bool {
        self.text[offset..self.sentence_end]
            .chars()
            .all(|c| c.is_whitespace() || is_closer(c))
    }
}

/// Stretches without blanks.
fn chunks(text: &str, within: Span) -> impl Iterator<Item = Span> + '_ {
    let inside = within.of(text);
    inside.split_whitespace().map(move |chunk| {
        let start = chunk.as_ptr() as usize - text.as_ptr() as usize;
        Span::new(start, start + chunk.len())
    })
}

/// Quotation marks and brackets that may follow a sentence's last mark.
pub(crate) fn is_closer(c: char) -> bool {
    matches!(c, '"' | '\'' | '”' | '’' | '»' | ')' | ']' | '}')
}

/// Letters, digits and what sticks to them.
fn is_word(c: char) -> bool {
    c.is_alphanumeric()
        || c == '_'
        || matches!(c, '\u{300}'..='\u{36f}' | '\u{200d}' | '\u{fe00}'..='\u{fe0f}')
}

/// Length of the next piece: at least one character.
fn piece_len(place: &Place) -> usize {
    let rest = place.rest();
    let first = rest.chars().next().map_or(' ', |c| c);
    if let Some(len) = plain_len(rest) {
        return len;
    }
    if let Some(len) = address::len(place) {
        return len;
    }
    if let Some(len) = number::len(place) {
        return len;
    }
    if is_word(first) {
        return word::len(place);
    }
    clitics::detached_len(place)
        .or_else(|| bracket_name_len(rest))
        .unwrap_or_else(|| mark_len(rest, first))
}

/// Length of a word of nothing but letters that ends its chunk but for a comma: most are such, and no other kind of piece.
fn plain_len(rest: &str) -> Option<usize> {
    let bytes = rest.as_bytes();
    let len = bytes.iter().take_while(|b| b.is_ascii_alphabetic()).count();
    (len > 0 && matches!(&bytes[len..], [] | [b','])).then_some(len)
}

/// Treebank names of brackets, as some tokenized texts have them.
fn bracket_name_len(rest: &str) -> Option<usize> {
    ["-LRB-", "-RRB-", "-LSB-", "-RSB-", "-LCB-", "-RCB-"]
        .into_iter()
        .find(|name| rest.starts_with(name))
        .map(str::len)
}

/// A run of the same mark ("...", "--"), a mix of "!" and "?", or one character.
fn mark_len(rest: &str, first: char) -> usize {
    let same = |c: char| match first {
        '.' | '-' | '–' | '—' | '=' | '*' | '~' | '`' | '\'' | '#' | '+' | '<' | '>' => {
            c == first
        }
        '!' | '?' => matches!(c, '!' | '?'),
        _ => false,
    };
    let run: usize = rest
        .chars()
        .take_while(|&c| same(c))
        .map(char::len_utf8)
        .sum();
    run.max(first.len_utf8())
}
