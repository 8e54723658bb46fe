//! A headline counts twice: "Storm kills 27, thousands without shelter", "Crash leaves 9 dead, 14 wounded in Peru".
//!
//! The parser takes the second count for what the first one counts. It reads each half by itself.

use super::part;
use crate::{Deprel, Sentence, Token, Upos, Xpos};

/// Headlines are short, and so is what stands before their second count.
const LONGEST: usize = 16;

/// Numbers of many, without a digit.
const MANY: [&str; 6] = ["dozen", "score", "hundred", "thousand", "many", "several"];

/// Where the comma stands between a count that a verb governs and another count, in a line that no full stop ends.
pub(super) fn find(tokens: &[Token]) -> Option<usize> {
    if tokens.len() > LONGEST || tokens.last()?.xpos == Xpos::Period {
        return None;
    }
    (2..tokens.len().saturating_sub(2)).find(|&comma| {
        let closes = tokens[comma].xpos == Xpos::Comma && closes_count(&tokens[..comma]);
        closes && is_count(&tokens[comma + 1]) && tokens[comma + 2].upos != Upos::Num
    })
}

/// Whether the words end with a verb's count, alone or with a word of state: "kills 27", "leaves 9 dead".
fn closes_count(words: &[Token]) -> bool {
    let verb = |t: &Token| t.upos == Upos::Verb;
    match words {
        [.., before, count] if count.xpos == Xpos::Cd => verb(before),
        [.., before, count, state] if count.xpos == Xpos::Cd => {
            verb(before) && matches!(state.upos, Upos::Adj | Upos::Verb)
        }
        _ => false,
    }
}

fn is_count(token: &Token) -> bool {
    token.xpos == Xpos::Cd || MANY.contains(&token.lemma.as_str())
}

/// Parses both halves, and lets the second stand beside the first.
pub(super) fn attach(text: &str, sentence: &mut Sentence, comma: usize) {
    let first: Vec<usize> = (0..comma).collect();
    let second: Vec<usize> = (comma + 1..sentence.tokens.len()).collect();
    let roots = part::attach(text, sentence, &first).zip(part::attach(text, sentence, &second));
    if let Some((root, beside)) = roots {
        part::hang(sentence, beside, root, Deprel::Parataxis);
        part::hang(sentence, comma, beside, Deprel::Punct);
    }
}
