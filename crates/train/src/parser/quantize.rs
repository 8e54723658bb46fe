//! Writes a trained network as the bytes that `gainsay_syntax::parser::model::Model::read` reads.

use super::network::Network;
use gainsay_syntax::parser::{
    features::NODES,
    model::{CONTEXT, GATES, HIDDEN, WIDTH},
};

/// The bytes of a model; `hashes` are those of the vocabulary, most frequent word first.
pub(super) fn write(network: &Network, hashes: &[u32]) -> Vec<u8> {
    let mut bytes = Vec::new();
    bytes.extend((hashes.len() as u32).to_le_bytes());
    bytes.extend(hashes.iter().flat_map(|h| h.to_le_bytes()));
    rows(&mut bytes, &network.embeddings.rows);
    rows(&mut bytes, &turn::<WIDTH, GATES>(&network.gates.rows));
    floats(&mut bytes, &network.gate_bias.rows[0]);
    for k in 0..NODES {
        let weights = &network.nodes.rows[k * CONTEXT..][..CONTEXT];
        rows(&mut bytes, &turn::<CONTEXT, HIDDEN>(weights));
    }
    rows(&mut bytes, &network.absent.rows);
    rows(&mut bytes, &network.table.rows);
    rows(&mut bytes, &network.outputs.rows);
    for bias in &network.output_bias.rows {
        floats(&mut bytes, bias);
    }
    bytes
}

/// The matrix with rows and columns exchanged.
fn turn<const ROWS: usize, const COLUMNS: usize>(matrix: &[[f32; COLUMNS]]) -> Vec<[f32; ROWS]> {
    (0..COLUMNS)
        .map(|j| std::array::from_fn(|i| matrix[i][j]))
        .collect()
}

fn floats(bytes: &mut Vec<u8>, values: &[f32]) {
    bytes.extend(values.iter().flat_map(|v| v.to_le_bytes()));
}

fn rows<const N: usize>(bytes: &mut Vec<u8>, rows: &[[f32; N]]) {
    for row in rows {
        let most = row.iter().fold(0f32, |most, x| most.max(x.abs()));
        let scale = (most / 127.0).max(f32::MIN_POSITIVE);
        bytes.extend(scale.to_le_bytes());
        bytes.extend(row.iter().map(|x| (x / scale).round() as i8 as u8));
    }
}
