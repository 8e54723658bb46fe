//! Parsing a part of a sentence on its own, and hanging the part's root where it belongs.

use crate::{Deprel, Sentence, parser};

/// Parses the tokens `nodes` (ascending) as if they were the whole sentence and gives their root.
///
/// Heads and relations of the other tokens stay; the part's root is left without a head.
pub(super) fn attach(text: &str, sentence: &mut Sentence, nodes: &[usize]) -> Option<usize> {
    if nodes.is_empty() {
        return None;
    }
    if nodes.len() == sentence.tokens.len() {
        parser::attach(text, sentence);
        return sentence.root();
    }
    let mut part = Sentence {
        span: sentence.span,
        tokens: nodes.iter().map(|&i| sentence.tokens[i].clone()).collect(),
    };
    parser::attach(text, &mut part);
    for (&node, token) in nodes.iter().zip(part.tokens) {
        sentence.tokens[node].head = token.head.map(|h| nodes[h]);
        sentence.tokens[node].deprel = token.deprel;
    }
    nodes
        .iter()
        .copied()
        .find(|&node| sentence.tokens[node].head.is_none())
}

/// Hangs a node on a head.
pub(super) fn hang(sentence: &mut Sentence, node: usize, head: usize, deprel: Deprel) {
    sentence.tokens[node].head = Some(head);
    sentence.tokens[node].deprel = deprel;
}
