//! Writes a trained network as the bytes that `gainsay_syntax::parser::model::Model::read` reads.

use super::network::Network;

/// The bytes of a model; `hashes` are those of the vocabulary, most frequent word first, `bearable` the
/// relations that each tag's words bear.
pub(super) fn write(network: &Network, hashes: &[u32], bearable: &[u64]) -> Vec<u8> {
    let mut bytes = Vec::new();
    bytes.extend((hashes.len() as u32).to_le_bytes());
    bytes.extend(hashes.iter().flat_map(|h| h.to_le_bytes()));
    rows(&mut bytes, &network.embeddings.rows);
    rows(&mut bytes, &network.gates.rows);
    floats(&mut bytes, &network.gate_bias.rows[0]);
    rows(&mut bytes, &network.nodes.rows);
    rows(&mut bytes, &network.absent.rows);
    rows(&mut bytes, &network.table.rows);
    rows(&mut bytes, &network.outputs.rows);
    for bias in &network.output_bias.rows {
        floats(&mut bytes, bias);
    }
    bytes.extend(bearable.iter().flat_map(|bits| bits.to_le_bytes()));
    bytes
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
