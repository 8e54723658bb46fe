//! Writes learned weights in the tagger's file layout (`gainsay_syntax::tagger::model`): small weights are dropped, the
//! others become bytes with a scale for each feature.

use gainsay_syntax::tagger::model::{LAST, MAGIC};

use crate::tagger::Labels;
use crate::tagger::learn::Weights;
use crate::tagger::lexicon::Lexicon;

/// Steps of a unit of weight before the scale.
const UNIT: f32 = 32.0;
/// Rows a bucket holds in the mean.
const FILL: usize = 3;

/// The bytes of a model; weights below `least` are dropped.
pub(crate) fn pack(weights: &Weights, labels: &Labels, lexicon: &Lexicon, least: f32) -> Vec<u8> {
    let rows: Vec<(u64, Vec<u8>)> = weights
        .iter()
        .filter_map(|(key, row)| Some((*key, pack_row(*key, row, least)?)))
        .collect();
    let words = (lexicon.classes.len() * 3 / 2).next_power_of_two();
    let buckets = (rows.len() / FILL).max(1);
    let mut bytes = MAGIC.to_vec();
    for size in [labels.len(), lexicon.only.len(), words, buckets] {
        bytes.extend((size as u32).to_le_bytes());
    }
    for (upos, xpos) in labels.tags() {
        bytes.extend([*upos as u8, *xpos as u8]);
    }
    bytes.extend(&lexicon.only);
    for slot in dictionary(lexicon, words) {
        bytes.extend(slot.to_le_bytes());
    }
    bytes.extend(bucketed(&rows, buckets));
    bytes
}

/// One feature: two bytes of its key, its scale, label and weight pairs.
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
    pairs.last_mut()?.0 |= LAST;
    let mut bytes = vec![(key >> 48) as u8, (key >> 56) as u8, scale as u8];
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

/// The starts of the buckets, then the rows bucket by bucket.
fn bucketed(rows: &[(u64, Vec<u8>)], buckets: usize) -> Vec<u8> {
    let mut filled = vec![Vec::<u8>::new(); buckets];
    for (key, row) in rows {
        filled[((key & 0xffff_ffff) as usize * buckets) >> 32].extend(row);
    }
    let mut bytes = 0_u32.to_le_bytes().to_vec();
    let mut end = 0;
    for bucket in &filled {
        end += bucket.len() as u32;
        bytes.extend(end.to_le_bytes());
    }
    bytes.extend(filled.concat());
    bytes
}
