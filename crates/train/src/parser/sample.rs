//! Treebank trees as the trainer needs them: sentences with the tags that the tagger would give, and gold heads.

use std::collections::HashMap;

use gainsay_syntax::{
    Deprel, Sentence, Span, Token, Upos, Xpos,
    parser::{
        bearable_row,
        model::BEARABLE,
        state::{Move, NONE},
        words::{Vocabulary, Words, fold, hash},
    },
};

use super::oracle;
use crate::conllu::Tree;

/// A sentence and its gold tree.
#[derive(Clone, Debug)]
pub(super) struct Sample {
    /// The words parted by spaces.
    pub(super) text: String,
    /// Tokens with predicted tags.
    pub(super) sentence: Sentence,
    /// Gold heads without crossing arcs; the root is the node after the last word.
    pub(super) heads: Vec<usize>,
    /// Gold relations; `None` where the arc was lifted.
    pub(super) labels: Vec<Option<Deprel>>,
}

/// A tree with the tags `tags` as a sample.
pub(super) fn sample(tree: &Tree, tags: &[(Upos, Xpos)]) -> Sample {
    let (text, spans) = tree.spaced();
    let root = tree.words.len();
    let gold: Vec<usize> = tree.words.iter().map(|w| w.head.unwrap_or(root)).collect();
    let heads = oracle::projective(gold.clone());
    let labels = (0..root)
        .map(|i| Some(tree.words[i].deprel).filter(|_| gold[i] == heads[i]))
        .collect();
    Sample {
        sentence: sentence(&text, &spans, tags),
        text,
        heads,
        labels,
    }
}

fn sentence(text: &str, spans: &[Span], tags: &[(Upos, Xpos)]) -> Sentence {
    let tokens = spans.iter().zip(tags).map(|(&span, &(upos, xpos))| Token {
        span,
        upos,
        xpos,
        lemma: String::new(),
        head: None,
        deprel: Deprel::Dep,
    });
    Sentence {
        span: Span::new(0, text.len()),
        tokens: tokens.collect(),
    }
}

impl Sample {
    /// What the parser knows of the words.
    pub(super) fn words(&self, vocabulary: &Vocabulary) -> Words {
        Words::new(&self.text, &self.sentence, vocabulary)
    }

    /// The gold relation of the arc, if it is a gold arc.
    pub(super) fn label(&self, dependent: usize, head: usize) -> Option<Deprel> {
        debug_assert_ne!(dependent, NONE);
        self.labels[dependent].filter(|_| self.heads[dependent] == head)
    }
}

/// Hashes and counts of the folded words that occur at least twice, most frequent first.
pub(super) fn vocabulary(trees: &[&Tree]) -> (Vec<u32>, Vec<usize>) {
    let mut counts: HashMap<u32, usize> = HashMap::new();
    for word in trees.iter().flat_map(|t| &t.words) {
        *counts.entry(hash(fold(&word.form).as_bytes())).or_default() += 1;
    }
    let mut known: Vec<(usize, u32)> = counts
        .into_iter()
        .filter(|&(_, count)| count > 1)
        .map(|(hash, count)| (count, hash))
        .collect();
    known.sort_unstable_by(|one, other| other.cmp(one));
    (
        known.iter().map(|&(_, hash)| hash).collect(),
        known.iter().map(|&(count, _)| count).collect(),
    )
}

/// For each tag and direction, the relations that its words bear at least twice, as bits.
pub(super) fn bearable(samples: &[Sample]) -> Vec<u64> {
    let mut counts = vec![[0u32; 64]; BEARABLE];
    for sample in samples {
        for (i, token) in sample.sentence.tokens.iter().enumerate() {
            let step = if i < sample.heads[i] {
                Move::Left
            } else {
                Move::Right
            };
            if let Some(label) = sample.label(i, sample.heads[i]) {
                counts[bearable_row(step, token.upos)][label as usize] += 1;
            }
        }
    }
    let bits = |counts: &[u32; 64]| (0..64).fold(0, |bits, k| bits | u64::from(counts[k] > 1) << k);
    counts.iter().map(bits).collect()
}
