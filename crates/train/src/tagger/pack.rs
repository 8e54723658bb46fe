//! Writes learned weights in the tagger's file layout (`gainsay_syntax::tagger::model`): small weights are dropped, the
//! others become bytes with a scale for each feature.

use gainsay_syntax::tagger::model::{MAGIC, OFFSET_BITS, check, home, second_check};

use crate::tagger::Labels;
use crate::tagger::learn::Weights;
use crate::tagger::lexicon::Lexicon;

/// Steps of a unit of weight before the scale.
const UNIT: f32 = 128.0;
/// The bytes of a model; weights below `least` are dropped.
pub(crate) fn pack(weights: &Weights, labels: &Labels, lexicon: &Lexicon, least: f32) -> Vec<u8> {
    let rows: Vec<(u64, Vec<u8>)> = weights
        .iter()
        .filter_map(|(key, row)| Some((*key, pack_row(*key, row, least)?)))
        .collect();
    let words = (lexicon.classes.len() * 3 / 2).next_power_of_two();
    let slots = rows.len() * 3 / 2 + 1;
    let mut bytes = MAGIC.to_vec();
    for size in [labels.len(), lexicon.only.len(), words, slots] {
        bytes.extend((size as u32).to_le_bytes());
    }
    for (upos, xpos) in labels.tags() {
        bytes.extend([*upos as u8, *xpos as u8]);
    }
    bytes.extend(&lexicon.only);
    for slot in dictionary(lexicon, words) {
        bytes.extend(slot.to_le_bytes());
    }
    bytes.extend(slotted(&rows, slots));
    bytes
}

/// One feature: a byte of its key, the number of its weights, their scale, label and weight pairs.
fn pack_row(key: u64, row: &[(u8, f32)], least: f32) -> Option<Vec<u8>> {
    let kept: Vec<(u8, f32)> = row
        .iter()
        .copied()
        .filter(|(_, w)| w.abs() >= least)
        .collect();
    let largest = kept.iter().map(|(_, w)| w.abs()).fold(0.0, f32::max) * UNIT;
    let scale = (largest / 127.0).ceil().clamp(1.0, 255.0);
    let mut pairs: Vec<(u8, i8)> = kept
        .iter()
        .map(|&(label, w)| (label, (w * UNIT / scale).round().clamp(-127.0, 127.0) as i8))
        .collect();
    pairs.retain(|&(_, w)| w != 0);
    pairs.sort_unstable();
    if pairs.is_empty() {
        return None;
    }
    let mut bytes = vec![second_check(key), pairs.len() as u8, scale as u8];
    bytes.extend(pairs.iter().flat_map(|&(label, w)| [label, w as u8]));
    Some(bytes)
}

/// The dictionary as an open-addressing table.
fn dictionary(lexicon: &Lexicon, slots: usize) -> Vec<u32> {
    let mut words: Vec<(u64, u16)> = lexicon
        .classes
        .iter()
        .map(|(&key, &class)| (key, class))
        .collect();
    words.sort_unstable();
    let mut table = vec![0; slots];
    for (key, class) in words {
        let mut slot = key as usize & (slots - 1);
        while table[slot] != 0 {
            slot = (slot + 1) & (slots - 1);
        }
        table[slot] = ((key >> 44) as u32) << 12 | u32::from(class);
    }
    table
}

/// The slots, then the rows in the order of their keys.
fn slotted(rows: &[(u64, Vec<u8>)], slots: usize) -> Vec<u8> {
    let mut table = vec![0_u32; slots];
    let mut offset = 0;
    for (key, row) in rows {
        let mut slot = home(*key, slots);
        while table[slot] != 0 {
            slot = (slot + 1) % slots;
        }
        table[slot] = (check(*key) << OFFSET_BITS | (offset + 1)) as u32;
        offset += row.len();
    }
    assert!(
        offset < 1 << OFFSET_BITS,
        "the rows of the tagger outgrow the offsets of their slots"
    );
    let mut bytes: Vec<u8> = table.into_iter().flat_map(u32::to_le_bytes).collect();
    bytes.extend(rows.iter().flat_map(|(_, row)| row));
    bytes
}
