//! The questions that a sentence can answer, one file each.

pub mod age;
pub mod clock;
pub mod contact;
pub mod disclosed;
pub mod except;
pub mod happened;
mod held;
pub mod how_long;
pub mod how_many;
pub mod label;
pub mod measure;
pub mod name;
pub mod nth;
pub mod number;
pub mod order;
pub mod rank;
pub mod role;
pub mod spell;
pub mod spot;
pub mod state;
pub mod stated;
mod tally;
mod tally_words;
#[cfg(test)]
mod tests;
pub mod when;
pub mod whereabouts;
pub mod whether;
pub mod who;

use std::sync::LazyLock;

use super::{Claim, Scene};
use crate::lexicon::Groups;
use crate::values;

/// The words of `words.tsv`.
static WORDS: LazyLock<Groups> = LazyLock::new(|| Groups::read(include_str!("words.tsv")));

/// Whether a word tells which of several it is: "the third raid", "the only raid".
fn is_nth(word: &str) -> bool {
    values::number::ordinal(word).is_some() || WORDS.has("nth", word)
}

/// Every claim of one sentence.
pub fn ask(scene: &Scene) -> Vec<Claim> {
    let mut claims = happened::ask(scene);
    claims.extend(when::ask(scene));
    let spells = spell::ask(scene);
    let beside = |c: &Claim| !spells.iter().any(|s| s.said == c.said);
    claims.extend(how_long::ask(scene).into_iter().filter(beside));
    claims.extend(spells);
    claims.extend(whereabouts::ask(scene));
    claims.extend(how_many::ask(scene));
    claims.extend(nth::ask(scene));
    claims.extend(number::ask(scene));
    claims.extend(measure::ask(scene));
    claims.extend(contact::ask(scene));
    claims.extend(age::ask(scene));
    claims.extend(rank::ask(scene));
    claims.extend(disclosed::ask(scene));
    claims.extend(role::ask(scene));
    claims.extend(who::ask(scene));
    claims.extend(except::ask(scene));
    claims.extend(order::ask(scene));
    claims.extend(state::ask(scene));
    claims.extend(spot::ask(scene));
    claims.extend(whether::ask(scene));
    claims
}
