//! Words that tell what a name names: "Suka Makmur village", "the village of Suka Makmur", "High Street".

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use crate::lexicon::rows;
use crate::values::openings::Openings;
use crate::values::place::Kind;
use crate::values::scene::Scene;
use crate::values::words::{Key, key};

/// Where the name stands to the word that types it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Side {
    /// Only "High Street".
    Before,
    /// Only "Mount Talang", "capital Jakarta".
    After,
    /// "X village" and "village of X".
    Both,
    /// Only "port of Tarsa".
    Of,
    /// "Crater Lake", "Lake Toba" and "lake of Lucerne".
    Around,
}

/// The heads, and what turns most other words away.
struct Heads {
    openings: Openings,
    told: FxHashMap<Key, (Kind, Side)>,
}

static HEADS: LazyLock<Heads> = LazyLock::new(|| {
    let table = || rows(include_str!("../heads.tsv"));
    let told = table()
        .filter_map(|[head, kind, side]| {
            Some((key(head), (Kind::from_name(kind)?, side_from_name(side))))
        })
        .collect();
    Heads {
        openings: Openings::new(table().filter_map(|row| Some(row.first()?.as_bytes()))),
        told,
    }
});

fn side_from_name(name: &str) -> Side {
    match name {
        "after" => Side::Before,
        "before" => Side::After,
        "around" => Side::Around,
        "of" => Side::Of,
        _ => Side::Both,
    }
}

/// The bytes of the longest head at most.
const LONGEST: usize = 16;

/// What a head word tells, in any case: "Street", "village".
pub(super) fn head(word: &str) -> Option<(Kind, Side)> {
    let may_be = word.len() <= LONGEST && HEADS.openings.may_have(word);
    may_be.then(|| HEADS.told.get(&key(word)).copied())?
}

/// What token `i` tells as a head word.
#[inline]
pub(super) fn head_at(scene: &Scene, i: usize) -> Option<(Kind, Side)> {
    match scene.row(i) {
        Some(row) => row.place.head,
        None => head(scene.word(i)),
    }
}

/// The kind that an unknown name's own last or first word tells: "High Street", "Mount Talang".
pub(in crate::values::place) fn kind_of_head(name: &str) -> Kind {
    let last = name.rsplit(' ').next().and_then(head);
    let first = name.split(' ').next().and_then(head);
    match (last, first) {
        (Some((kind, Side::Before | Side::Both | Side::Of | Side::Around)), _)
        | (None | Some((_, Side::After)), Some((kind, Side::After | Side::Around))) => kind,
        _ => Kind::Unknown,
    }
}
