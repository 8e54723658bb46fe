//! The text of a page with its entities decoded, each with the bytes that it stands for.

use gainsay_syntax::Span;
use html5gum::{Token, Tokenizer};

/// Longer stretches behind an ampersand are no entity.
const MAX_ENTITY: usize = 34;

/// A stretch of a page's text: words as they stand, or what an entity stands for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Piece {
    /// The bytes themselves.
    Words(Span),
    /// What the bytes stand for.
    Entity(String, Span),
}

/// The pieces of a text, in order.
pub(super) fn pieces(raw: &str, text: Span) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut at = text.start;
    let words = text.of(raw);
    for (i, _) in words.match_indices('&') {
        let start = text.start + i;
        if start < at {
            continue;
        }
        let Some(entity) = entity(&raw[start..text.end]) else {
            continue;
        };
        let Some(decoded) = decode(entity) else {
            continue;
        };
        if at < start {
            pieces.push(Piece::Words(Span::new(at, start)));
        }
        at = start + entity.len();
        pieces.push(Piece::Entity(decoded, Span::new(start, at)));
    }
    if at < text.end {
        pieces.push(Piece::Words(Span::new(at, text.end)));
    }
    pieces
}

/// A text with its entities decoded, for attributes' sake: places do not matter there.
pub(super) fn decoded(text: &str) -> String {
    pieces(text, Span::new(0, text.len()))
        .into_iter()
        .map(|piece| match piece {
            Piece::Words(span) => span.of(text).to_owned(),
            Piece::Entity(decoded, _) => decoded,
        })
        .collect()
}

/// The entity that opens a text: "&eacute;", "&#233;", "&#xe9;".
fn entity(text: &str) -> Option<&str> {
    let body = &text.as_bytes()[1..];
    let len = body
        .iter()
        .take(MAX_ENTITY)
        .take_while(|b| b.is_ascii_alphanumeric() || **b == b'#')
        .count();
    (len >= 2 && body.get(len) == Some(&b';')).then(|| &text[..len + 2])
}

/// What an entity stands for, by the tokenizer's own tables; `None` if it is none.
fn decode(entity: &str) -> Option<String> {
    let decoded: String = Tokenizer::new(entity)
        .filter_map(|token| match token {
            Ok(Token::String(text)) => Some(String::from_utf8_lossy(&text.value).into_owned()),
            Ok(_) => None,
        })
        .collect();
    (decoded != entity && !decoded.is_empty()).then_some(decoded)
}

#[cfg(test)]
mod tests {
    use super::decoded;

    #[test]
    fn entities_and_what_only_looks_like_them() {
        let cases = [
            ("caf&eacute; &amp; bar", "café & bar"),
            ("&#8220;yes&#x201d;", "“yes”"),
            ("AT&T and R&D; done", "AT&T and R&D; done"),
            ("a & b", "a & b"),
            ("&nbsp;", "\u{a0}"),
            ("&", "&"),
        ];
        for (raw, text) in cases {
            assert_eq!(decoded(raw), text);
        }
    }
}
