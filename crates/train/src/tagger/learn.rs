//! Maximum entropy by gradients: after each word the weights move towards the right label and away from the likely
//! wrong ones, each by steps that grow shorter the more it has moved (`AdaGrad`: Duchi, Hazan and Singer, 2011); the
//! model is the mean of all weights that were held on the way.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

use gainsay_syntax::tagger::START;
use gainsay_syntax::tagger::features::{self, FIXED, MOVING, Style};
use gainsay_syntax::tagger::model::{MANY, MOST_LABELS};
use gainsay_syntax::tagger::words::{self, Word};

use crate::conllu::{self, Tree};
use crate::rng::Rng;
use crate::tagger::Labels;
use crate::tagger::lexicon::Lexicon;

/// A hasher for keys that are hashes already.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Kept(u64);

impl Hasher for Kept {
    fn finish(&self) -> u64 {
        self.0
    }
    fn write(&mut self, bytes: &[u8]) {
        for &byte in bytes {
            self.0 = (self.0 ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }
    fn write_u64(&mut self, key: u64) {
        self.0 = key.wrapping_mul(0x9e37_79b9_7f4a_7c15);
    }
}

type Keyed<V> = HashMap<u64, V, BuildHasherDefault<Kept>>;

/// One weight of a feature, with what its mean needs.
#[derive(Clone, Copy, Debug)]
struct Weight {
    label: u8,
    since: u32,
    now: f32,
    squares: f32,
    sum: f64,
}

/// A sentence ready for training.
struct Lesson {
    words: Vec<Word>,
    fixed: Vec<[u32; FIXED]>,
    gold: Vec<Option<u8>>,
    only: Vec<Option<u8>>,
}

/// Weights while they are learned.
#[derive(Default)]
struct Learner {
    ids: Keyed<u32>,
    rows: Vec<Vec<Weight>>,
    step: u32,
}

/// The mean weights: key of the feature, its labels and weights.
pub(crate) type Weights = Vec<(u64, Vec<(u8, f32)>)>;

/// Features that are seen less often are not learned.
const LEAST: u8 = 2;
/// Length of a weight's first step.
const STEP: f32 = 0.1;
/// What is added to the sum of a weight's squared gradients, so that no first step is longer than others.
const CALM: f32 = 0.1;
/// Gradients below this change nothing.
const LEAST_GRADIENT: f32 = 0.004;
/// Stands for a feature that is not learned.
const NONE: u32 = u32::MAX;

/// How long is learned: rounds over the trees in each of several orders, since one order alone is a matter of luck; the
/// weights are the mean over all.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Effort {
    pub(crate) orders: u64,
    pub(crate) rounds: usize,
}

/// Learns from the trees.
pub(crate) fn learn(
    trees: &[&Tree],
    labels: &Labels,
    lexicon: &Lexicon,
    effort: Effort,
) -> Weights {
    let mut learner = Learner::default();
    let lessons = prepare(trees, labels, lexicon, &mut learner);
    let mut order: Vec<usize> = (0..lessons.len()).collect();
    for seed in 1..=effort.orders {
        learner.restart();
        let mut rng = Rng(seed);
        for round in 1..=effort.rounds {
            rng.shuffle(&mut order);
            let wrong: usize = order
                .iter()
                .map(|&i| learner.study(&lessons[i], labels.len()))
                .sum();
            eprintln!("  order {seed} round {round}: {wrong} wrong");
        }
    }
    learner.means()
}

/// Turns the trees into lessons; features that are seen often enough get an id.
fn prepare(
    trees: &[&Tree],
    labels: &Labels,
    lexicon: &Lexicon,
    learner: &mut Learner,
) -> Vec<Lesson> {
    let read: Vec<(Vec<Word>, Style)> = trees
        .iter()
        .map(|tree| {
            let read = |w: &conllu::Word| words::read(&w.form, |key| lexicon.class(key));
            let mut words: Vec<Word> = tree.words.iter().map(read).collect();
            let style = features::settle(&mut words);
            (words, style)
        })
        .collect();
    let mut counts: Keyed<u8> = Keyed::default();
    for (words, style) in &read {
        for key in (0..words.len()).flat_map(|i| features::fixed(words, *style, i)) {
            let count = counts.entry(key).or_default();
            *count = count.saturating_add(1);
        }
    }
    trees
        .iter()
        .zip(read)
        .map(|(tree, words)| lesson(tree, words, labels, lexicon, &counts, learner))
        .collect()
}

fn lesson(
    tree: &Tree,
    (words, style): (Vec<Word>, Style),
    labels: &Labels,
    lexicon: &Lexicon,
    counts: &Keyed<u8>,
    learner: &mut Learner,
) -> Lesson {
    let fixed = (0..words.len())
        .map(|i| {
            features::fixed(&words, style, i).map(|key| {
                if counts[&key] < LEAST {
                    NONE
                } else {
                    learner.id(key)
                }
            })
        })
        .collect();
    let only = words
        .iter()
        .map(|w| {
            lexicon
                .only
                .get(w.class as usize)
                .copied()
                .filter(|&label| label != MANY)
        })
        .collect();
    Lesson {
        gold: tree.words.iter().map(|w| labels.of(w)).collect(),
        words,
        fixed,
        only,
    }
}

impl Weight {
    /// Adds up what was held until this step.
    fn hold(&mut self, step: u32) {
        self.sum += f64::from(self.now) * f64::from(step - self.since);
        self.since = step;
    }

    /// Moves against a gradient.
    fn descend(&mut self, gradient: f32) {
        self.squares += gradient * gradient;
        self.now -= STEP * gradient / self.squares.sqrt();
    }
}

/// The label with the highest score, the first of equals.
fn best(scores: &[f32]) -> u8 {
    (1..scores.len()).fold(0, |best, label| {
        if scores[label] > scores[best] {
            label
        } else {
            best
        }
    }) as u8
}

/// For each label, how much too likely it is by these scores; those that are about right are left out.
fn gradients(scores: &[f32], gold: u8) -> Vec<(u8, f32)> {
    let highest = scores.iter().copied().fold(f32::MIN, f32::max);
    let likely = |score: &f32| (score - highest).exp();
    let all: f32 = scores.iter().map(likely).sum();
    (0..)
        .zip(scores)
        .map(|(label, score)| (label, likely(score) / all - f32::from(label == gold)))
        .filter(|(_, gradient)| gradient.abs() >= LEAST_GRADIENT)
        .collect()
}

impl Learner {
    /// Sets the weights to nothing, but keeps what their means need.
    fn restart(&mut self) {
        let step = self.step;
        for weight in self.rows.iter_mut().flatten() {
            weight.hold(step);
            weight.now = 0.0;
            weight.squares = CALM;
        }
    }

    /// The number of a feature, a new one if need be.
    fn id(&mut self, key: u64) -> u32 {
        let next = self.rows.len() as u32;
        let id = *self.ids.entry(key).or_insert(next);
        if id == next {
            self.rows.push(Vec::new());
        }
        id
    }

    /// Tags a sentence, learns from the errors and counts them.
    fn study(&mut self, lesson: &Lesson, labels: usize) -> usize {
        let (mut one, mut two) = (START, START);
        let mut wrong = 0;
        for i in 0..lesson.words.len() {
            self.step += 1;
            let label = if let Some(label) = lesson.only[i] {
                label
            } else {
                let moving = features::moving(&lesson.words, i, one, two);
                let scores = self.scores(&lesson.fixed[i], &moving);
                let guess = best(&scores[..labels]);
                if let Some(gold) = lesson.gold[i] {
                    wrong += usize::from(gold != guess);
                    let gradients = gradients(&scores[..labels], gold);
                    self.correct(&lesson.fixed[i], &moving, &gradients);
                }
                guess
            };
            (one, two) = (label, one);
        }
        wrong
    }

    fn scores(&self, fixed: &[u32; FIXED], moving: &[u64; MOVING]) -> [f32; MOST_LABELS] {
        let mut scores = [0.0; MOST_LABELS];
        let moving = moving.iter().filter_map(|key| self.ids.get(key));
        for &id in fixed.iter().filter(|&&id| id != NONE).chain(moving) {
            for weight in &self.rows[id as usize] {
                scores[weight.label as usize] += weight.now;
            }
        }
        scores
    }

    fn correct(&mut self, fixed: &[u32; FIXED], moving: &[u64; MOVING], gradients: &[(u8, f32)]) {
        if gradients.is_empty() {
            return;
        }
        for &id in fixed.iter().filter(|&&id| id != NONE) {
            self.change(id, gradients);
        }
        for &key in moving {
            let id = self.id(key);
            self.change(id, gradients);
        }
    }

    fn change(&mut self, id: u32, gradients: &[(u8, f32)]) {
        let step = self.step;
        let row = &mut self.rows[id as usize];
        for &(label, gradient) in gradients {
            let at = row.iter().position(|w| w.label == label);
            let at = at.unwrap_or_else(|| {
                row.push(Weight {
                    label,
                    since: step,
                    now: 0.0,
                    squares: CALM,
                    sum: 0.0,
                });
                row.len() - 1
            });
            row[at].hold(step);
            row[at].descend(gradient);
        }
    }

    /// The means over all steps, ordered by key.
    fn means(mut self) -> Weights {
        let steps = self.step.max(1);
        for weight in self.rows.iter_mut().flatten() {
            weight.hold(steps);
        }
        let mean = |w: &Weight| (w.label, (w.sum / f64::from(steps)) as f32);
        let mut means: Weights = self
            .ids
            .iter()
            .map(|(&key, &id)| (key, self.rows[id as usize].iter().map(mean).collect()))
            .collect();
        means.retain(|(_, row)| !row.is_empty());
        means.sort_by_key(|&(key, _)| key);
        means
    }
}
