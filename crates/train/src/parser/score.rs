//! Attachment scores of a model on trees with given tags: what tells one training run from another.

use gainsay_syntax::parser::{Memory, attach_with, model::Model};

use super::{Tagged, sample};
use crate::evaluate::universal;

/// One set's scores in a line: ` NAME UAS LAS`.
pub(super) fn line(name: &str, model: &Model, trees: &[Tagged]) -> String {
    let (mut words, mut heads, mut labels) = (0, 0, 0);
    let mut memory = Memory::default();
    for (tree, tags) in trees {
        let mut sample = sample::sample(tree, tags);
        attach_with(model, &mut memory, &sample.text, &mut sample.sentence);
        for (gold, token) in tree.words.iter().zip(&sample.sentence.tokens) {
            let same = gold.head == token.head;
            words += 1;
            heads += usize::from(same);
            labels += usize::from(same && universal(gold.deprel) == universal(token.deprel));
        }
    }
    let share = |count: usize| 100.0 * count as f32 / words.max(1) as f32;
    format!(" | {name} {:.2} {:.2}", share(heads), share(labels))
}
