//! Whether an article is English: the share of its commonest words, against those of other languages.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use crate::article::{Article, BlockKind};
use crate::lexicon::{letter_runs, lower, rows};

/// Fewer words decide nothing: tables and headings of English pages have few small words.
const MIN_WORDS: usize = 20;
/// English prose has about two fifths of small words; a text of names and figures still has this share.
const MIN_SHARE: f64 = 0.08;

/// The languages in which a word is common.
static COMMON: LazyLock<FxHashMap<&'static str, Vec<&'static str>>> = LazyLock::new(|| {
    let mut common: FxHashMap<_, Vec<_>> = FxHashMap::default();
    for [word, language] in rows(include_str!("language.tsv")) {
        common.entry(word).or_default().push(language);
    }
    common
});

/// The language that an article is written in, if it is another than English; "another language" where it has no name.
pub fn foreign(article: &Article) -> Option<&'static str> {
    let prose: Vec<&str> = article
        .blocks
        .iter()
        .filter(|b| {
            !matches!(
                b.kind,
                BlockKind::Code | BlockKind::Furniture | BlockKind::Cell
            )
        })
        .map(|b| b.span.of(&article.text))
        .collect();
    foreign_text(&prose)
}

fn foreign_text(prose: &[&str]) -> Option<&'static str> {
    let chars = || prose.iter().flat_map(|p| p.chars());
    let is_other = |c: &char| *c >= '\u{250}' && c.is_alphabetic();
    let other = chars().filter(is_other).count();
    let is_latin = |c: &char| *c < '\u{250}' && c.is_alphabetic();
    if other > MIN_WORDS && other > chars().filter(is_latin).count() {
        return Some("another language");
    }
    let mut words = 0;
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for (_, word) in prose.iter().flat_map(|prose| letter_runs(prose)) {
        words += 1;
        for language in COMMON.get(&*lower(word)).into_iter().flatten() {
            *counts.entry(language).or_default() += 1;
        }
    }
    if words < MIN_WORDS {
        return None;
    }
    let english = counts.remove("English").unwrap_or(0);
    let (best, count) = counts
        .into_iter()
        .max_by_key(|&(_, count)| count)
        .unwrap_or(("another language", 0));
    let share = |count: usize| count as f64 / words as f64;
    if count > english && share(count) >= MIN_SHARE {
        Some(best)
    } else {
        (share(english) < MIN_SHARE / 4.0).then_some("another language")
    }
}

#[cfg(test)]
mod tests {
    use super::foreign_text;

    #[test]
    fn tells_english_from_the_rest() {
        let cases = [
            (
                "The bridge was closed on Monday after engineers found cracks in two of its piers, and the city said it would stay closed for weeks.",
                None,
            ),
            (
                "Die Brücke wurde am Montag gesperrt, nachdem Ingenieure Risse in zwei Pfeilern gefunden hatten, und die Stadt sagte, sie werde für Wochen nicht auf den Verkehr warten.",
                Some("German"),
            ),
            (
                "Le pont a été fermé lundi après que des ingénieurs ont trouvé des fissures dans deux de ses piles, et la ville a dit que la fermeture est prévue pour des semaines.",
                Some("French"),
            ),
            (
                "El puente fue cerrado el lunes después de que los ingenieros encontraran grietas en dos de sus pilares, y la ciudad dijo que la obra no se abrirá en semanas.",
                Some("Spanish"),
            ),
            (
                "Мост был закрыт в понедельник после того, как инженеры нашли трещины в двух опорах.",
                Some("another language"),
            ),
            ("Bridge closed", None),
        ];
        for (text, language) in cases {
            assert_eq!(foreign_text(&[text]), language, "{text}");
        }
    }
}
