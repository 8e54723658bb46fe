//! Do two statements of documentation pages answer one question? Their topics must share their words, and their
//! scopes must not exclude each other: another plan, another version, the default and the maximum.

use std::collections::BTreeSet;

use crate::claims::questions::stated::{End, Kind, Topic};

use super::Rarity;

/// How likely two statements are about one thing, from 0 to 1.
pub(super) fn likeness(one: &Topic, other: &Topic, same_article: bool, rarity: &Rarity) -> f64 {
    let one_table = same_article
        && (one.section != other.section || !one.axes.is_empty() && !other.axes.is_empty());
    if one.kind != other.kind || one_table || excluded(one, other) {
        return 0.0;
    }
    let weigh =
        |words: &mut dyn Iterator<Item = &String>| -> f64 { words.map(|w| rarity.weight(w)).sum() };
    let shared = weigh(&mut one.words.intersection(&other.words));
    if shared == 0.0 {
        return 0.0;
    }
    // What the other page is all about goes without saying there.
    let covered = |a: &Topic, b: &Topic| {
        let told = |w: &&String| b.words.contains(*w) || !b.page.contains(*w);
        let found = |w: &&String| b.words.contains(*w) || b.under.contains(*w);
        weigh(&mut a.words.iter().filter(found).filter(told))
            / weigh(&mut a.words.iter().filter(told)).max(f64::MIN_POSITIVE)
    };
    // Numbers of things are everywhere: one word in common is too little where nothing marks a setting.
    let marked = |t: &Topic| t.end != End::Open || !t.per.is_empty() || !t.axes.is_empty();
    if one.kind == Kind::Count
        && !marked(one)
        && !marked(other)
        && one.words.intersection(&other.words).count() < 2
    {
        return 0.0;
    }
    let named = one.kind.is_version() || one.kind.is_state();
    let (most, least) = {
        let (a, b) = (covered(one, other), covered(other, one));
        (a.max(b), a.min(b))
    };
    // A feature of a feature is another one: "TLS in cluster mode" is not cluster mode.
    if named && least < 0.67 && one.axes.is_empty() && other.axes.is_empty() {
        return 0.0;
    }
    let mut score = 0.6 * most + 0.4 * least;
    // Each says something that the other does not: "access tokens" and "refresh tokens".
    if lone(one, other) && lone(other, one) {
        if same_article {
            return 0.0;
        }
        score *= 0.6;
    }
    // A cell whose row and column are both named can mean nothing else.
    let versions = usize::from(!one.versions.is_empty());
    let axes = one.axes.len() + other.axes.len();
    if axes > 0 && axes + versions >= 2 {
        score = score.max(0.7);
    }
    if sections_part(one, other) {
        score *= if one.words.len().min(other.words.len()) < 2 && !named {
            0.4
        } else {
            0.6
        };
    }
    match (same_article, least < 0.8) {
        (false, _) => score * 0.95,
        (true, false) => score * 0.7,
        // A page tells of many things in much the same words.
        (true, true) => 0.0,
    }
}

/// Whether a topic says something that neither the other one nor the headings above either say.
fn lone(one: &Topic, other: &Topic) -> bool {
    one.words
        .iter()
        .any(|w| !other.words.contains(w) && !other.under.contains(w) && !one.page.contains(w))
}

/// Whether the scopes can not be one.
fn excluded(one: &Topic, other: &Topic) -> bool {
    let versions =
        |a: &Topic, b: &Topic| !a.versions.is_empty() && a.versions.is_disjoint(&b.versions);
    let either = |rule: &dyn Fn(&Topic, &Topic) -> bool| rule(one, other) || rule(other, one);
    either(&|a, b| versions(a, b) && (!b.versions.is_empty() || !a.axes.is_empty()))
        || either(&|a, b| !a.axes.iter().all(|axis| meets(axis, b)))
        || either(&|a, b| {
            !a.beside.is_disjoint(&b.words)
                && a.section.is_disjoint(&b.words)
                && !a.section.is_empty()
        })
        || ends_part(one.end, other.end)
        || !one.per.is_empty() && !other.per.is_empty() && one.per.is_disjoint(&other.per)
}

/// Whether a topic or what stands above it has one of the words.
fn meets(words: &BTreeSet<String>, topic: &Topic) -> bool {
    words
        .iter()
        .any(|w| topic.words.contains(w) || topic.under.contains(w))
}

/// The sections tell of different things, as far as their headings do.
fn sections_part(one: &Topic, other: &Topic) -> bool {
    let unmet = |a: &Topic, b: &Topic| {
        !a.section.is_empty() && !a.beside.is_empty() && !meets(&a.section, b)
    };
    unmet(one, other) && (unmet(other, one) || one.words.len() < 2)
        || unmet(other, one) && other.words.len() < 2
}

/// The default is neither the most nor the least; what does not say is taken for the default, or for a limit.
fn ends_part(one: End, other: End) -> bool {
    one != other && one != End::Open && other != End::Open
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::values::quantity::Dimension;

    fn topic(words: &str, versions: &str) -> Topic {
        let set = |text: &str| text.split_whitespace().map(str::to_owned).collect();
        Topic {
            kind: Kind::Amount(Dimension::Physical("data")),
            words: set(words),
            versions: set(versions),
            ..Topic::default()
        }
    }

    #[test]
    fn topics_meet_only_within_one_scope() {
        let rarity = Rarity::default();
        let like = |a: &Topic, b: &Topic| likeness(a, b, false, &rarity);
        assert!(like(&topic("page size", ""), &topic("page size result", "")) > 0.8);
        assert!(like(&topic("access token", ""), &topic("refresh token", "")) < 0.4);
        assert!(like(&topic("memory", "5"), &topic("memory", "6")) < 0.4);
    }
}
