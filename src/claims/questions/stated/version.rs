//! Versions that a page states: the one needed, the latest, the one that brought, deprecated or removed something.
//!
//! A version without such words is no answer but a scope: "In version 5 the timeout is 30 seconds".

use std::collections::BTreeSet;
use std::sync::LazyLock;

use gainsay_syntax::{Sentence, Span};

use super::kind::{Kind, Release};
use super::page::Page;
use super::topic;
use super::value::Value;
use crate::claims::Answer;
use crate::claims::referent::{Many, Referent};
use crate::lexicon::rows;

/// How many tokens around a version are read for what it is the version of.
const REACH: usize = 5;

/// A row of versions.tsv.
struct Sign {
    release: Release,
    after: bool,
    words: Vec<&'static str>,
}

static SIGNS: LazyLock<Vec<Sign>> = LazyLock::new(|| {
    let sign = |[release, place, words]: [&'static str; 3]| {
        Some(Sign {
            release: Release::named(release)?,
            after: place == "after",
            words: words.split('|').collect(),
        })
    };
    rows(include_str!("versions.tsv"))
        .filter_map(sign)
        .collect()
});

/// The versions that a sentence states, besides the spans that other values take.
pub(super) fn find(page: &Page, sentence: &Sentence, taken: &[Value]) -> Vec<Value> {
    let text = &page.article.text;
    let tokens = &sentence.tokens;
    let words: Vec<String> = tokens
        .iter()
        .map(|t| t.span.of(text).to_lowercase())
        .collect();
    let mut found = Vec::new();
    for (i, token) in tokens.iter().enumerate() {
        let Some(number) = number(&words[i]) else {
            continue;
        };
        let name = i.checked_sub(1).map_or("", |p| words[p].as_str());
        let written = i.checked_sub(1).map_or("", |p| tokens[p].span.of(text));
        let word = name.len() > 1 && name.bytes().all(|b| b.is_ascii_alphabetic());
        let lower = number.contains('.') && word && !is_sign_word(name);
        let named = written.starts_with(|c: char| c.is_ascii_uppercase()) || lower;
        let version = matches!(name, "version" | "versions" | "release");
        let shaped = number.contains('.') || words[i].starts_with('v') || words[i].ends_with('+');
        let other = taken
            .iter()
            .any(|v| v.span.overlaps(token.span) && v.kind != Kind::Count);
        if other || !(shaped || named || version) {
            continue;
        }
        let idle = topic::word(name).is_none();
        let product = page.title.contains(name) || version || idle || !named;
        let Some(release) = release(&words, i, product) else {
            continue;
        };
        let words = match release {
            Release::Needed => Some(name.to_owned()),
            Release::Latest => Some("latest".to_owned()),
            Release::Lts => Some("lts".to_owned()),
            Release::Since | Release::Removed | Release::Deprecated => None,
        };
        let words = words.map(|word| BTreeSet::from([word]));
        found.push(value(token.span, number, release, words));
    }
    found
}

/// The version that is all of a cell, where the words of its headers tell what it is the version of.
pub(super) fn cell(said: Span, text: &str, headers: &BTreeSet<String>) -> Option<Value> {
    let words = said.of(text).trim().to_lowercase();
    let number = number(
        words
            .trim_end_matches(" or later")
            .trim_end_matches(" or newer"),
    )?;
    let has = |list: &[&str]| list.iter().any(|w| headers.contains(*w));
    let release = if has(&["latest", "current", "newest"]) {
        Release::Latest
    } else if has(&["since", "introduced", "added", "introduce", "add"]) {
        Release::Since
    } else if has(&["require", "required", "minimum", "need", "requirement"])
        || words.len() > number.len()
    {
        Release::Needed
    } else {
        return None;
    };
    Some(value(said, number, release, None))
}

/// Whether a word only tells what a version is the version of.
pub(super) fn is_sign_word(word: &str) -> bool {
    let phrases = SIGNS.iter().flat_map(|s| &s.words);
    phrases.flat_map(|p| p.split(' ')).any(|w| w == word)
}

fn value(span: Span, number: &str, release: Release, words: Option<BTreeSet<String>>) -> Value {
    Value {
        span,
        kind: Kind::Version(release),
        answer: Answer::Words(Referent {
            span,
            head: number.to_owned(),
            name: vec![],
            modifiers: vec![],
            owner: vec![],
            many: Many::Untold,
        }),
        counts: false,
        words,
    }
}

/// "v22.11.0", "18.x", "3.9+" without their ornaments.
fn number(written: &str) -> Option<&str> {
    let bare = written
        .trim_start_matches('v')
        .trim_end_matches('+')
        .trim_end_matches(".x");
    (topic::is_version(bare) && !bare.ends_with('.')).then_some(bare)
}

/// What the words around a version say that it is; a version of the page's own product is not needed, but begins.
fn release(words: &[String], at: usize, product: bool) -> Option<Release> {
    let before = words[at.saturating_sub(REACH)..at].join(" ");
    let after = words[at + 1..]
        .iter()
        .take(2)
        .cloned()
        .collect::<Vec<_>>()
        .join(" ");
    let own = words[at].as_str();
    // The sign that stands nearest before it tells; what comes after it is surer still.
    let nearest = |sign: &Sign| -> Option<(usize, usize)> {
        let padded = format!(" {before} ");
        let ends = sign.words.iter().filter_map(|w| {
            let at = padded.rfind(&format!(" {w} "))?;
            Some((at + w.len(), w.len()))
        });
        ends.max()
    };
    let follows = |sign: &Sign| {
        sign.words
            .iter()
            .any(|w| after == *w || after.starts_with(&format!("{w} ")))
            || own.ends_with('+')
    };
    let told = SIGNS
        .iter()
        .filter(|s| !s.after)
        .filter_map(|s| nearest(s).map(|end| (end, s.release)))
        .max()
        .map(|(_, release)| release);
    let later = SIGNS.iter().any(|s| s.after && follows(s));
    match told {
        None | Some(Release::Needed) if later => Some(if product {
            Release::Since
        } else {
            Release::Needed
        }),
        Some(Release::Needed) => (!product).then_some(Release::Needed),
        told => told,
    }
}

/// How two versions stand to each other, part by part: equal, one more exact than the other, or apart.
pub fn relate(one: &str, other: &str) -> crate::values::Relation {
    use crate::values::Relation::{Disjoint, Equal, Narrower, Wider};
    let parts = |v: &str| -> Vec<u32> { v.split('.').filter_map(|p| p.parse().ok()).collect() };
    let (a, b) = (parts(one), parts(other));
    let bare = |v: &[u32]| v.iter().rev().skip_while(|p| **p == 0).count();
    if a[..bare(&a)] == b[..bare(&b)] {
        Equal
    } else if b.starts_with(&a) {
        Wider
    } else if a.starts_with(&b) {
        Narrower
    } else {
        Disjoint
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::values::Relation;

    fn said(words: &str, product: bool) -> Option<Release> {
        let words: Vec<String> = words.split(' ').map(str::to_owned).collect();
        let at = words.iter().position(|w| number(w).is_some())?;
        release(&words, at, product)
    }

    #[test]
    fn the_words_around_a_version_tell_what_it_is() {
        assert_eq!(
            said("it requires gcc 12.2 or later", false),
            Some(Release::Needed)
        );
        assert_eq!(
            said("cluster mode requires larder 4.2 or later", true),
            Some(Release::Since)
        );
        assert_eq!(
            said("the latest version is 22.11.0", true),
            Some(Release::Latest)
        );
        assert_eq!(
            said("the flag was removed in skiff 22.1", true),
            Some(Release::Removed)
        );
        assert_eq!(
            said("deprecated since 3.2 and off", true),
            Some(Release::Deprecated)
        );
        assert_eq!(said("in version 5.1 the default is ten", true), None);
    }

    #[test]
    fn versions_relate_part_by_part() {
        assert_eq!(relate("22", "22.0.0"), Relation::Equal);
        assert_eq!(relate("22", "22.11"), Relation::Wider);
        assert_eq!(relate("3.9", "3.10"), Relation::Disjoint);
    }
}
