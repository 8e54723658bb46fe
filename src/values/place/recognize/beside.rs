//! Two places of which the one tells where the other is: "Cambridge, near Boston", "the Boston suburb of Waltham".

use super::Candidate;
use super::evidence::WORDS;
use crate::values::place::Offset;

/// The bytes that may part the two names.
const GAP: usize = 32;

/// Whether the words between two names say that the one lies by the other.
pub(super) fn are(text: &str, one: &Candidate, other: &Candidate) -> bool {
    let start = one.span.end;
    if one.sentence != other.sentence || !(start..start + GAP).contains(&other.span.start) {
        return false;
    }
    let between = text.get(start..other.span.start).unwrap_or_default();
    let words = || between.split([' ', ',']).filter(|word| !word.is_empty());
    let away = matches!(other.offset, Some(Offset::Away { .. }));
    let all = words().all(|word| WORDS.has("beside", word) || WORDS.has("about-beside", word));
    all && (away || words().any(|word| WORDS.has("beside", word)))
}
