//! Words that tell what a name names: "Suka Makmur village", "the village of Suka Makmur", "High Street".

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use crate::values::naming::rows;
use crate::values::openings::key;
use crate::values::place::Kind;

/// Where the name stands to the word that types it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Side {
    /// Only "High Street".
    Before,
    /// Only "Mount Talang", "capital Jakarta".
    After,
    /// "X village" and "village of X".
    Both,
}

static HEADS: LazyLock<FxHashMap<u128, (Kind, Side)>> = LazyLock::new(|| {
    rows(include_str!("../heads.tsv"))
        .filter_map(|row| match row[..] {
            [head, kind, side] => Some((key(head), (Kind::from_name(kind)?, side_from_name(side)))),
            _ => None,
        })
        .collect()
});

fn side_from_name(name: &str) -> Side {
    match name {
        "after" => Side::Before,
        "before" => Side::After,
        _ => Side::Both,
    }
}

/// The bytes of the longest head at most.
const LONGEST: usize = 16;

/// What a head word tells, in any case: "Street", "village".
pub(super) fn head(word: &str) -> Option<(Kind, Side)> {
    (word.len() <= LONGEST).then(|| HEADS.get(&key(word)).copied())?
}

/// The kind that an unknown name's own last or first word tells: "High Street", "Mount Talang".
pub(in crate::values::place) fn kind_of_head(name: &str) -> Kind {
    let last = name.rsplit(' ').next().and_then(head);
    let first = name.split(' ').next().and_then(head);
    match (last, first) {
        (Some((kind, Side::Before | Side::Both)), _)
        | (None | Some((_, Side::After)), Some((kind, Side::After | Side::Both))) => kind,
        _ => Kind::Unknown,
    }
}
