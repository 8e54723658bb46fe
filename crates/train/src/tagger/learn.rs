//! The averaged perceptron: on a wrong guess the right label's weights go up and the guessed one's down; the model is the
//! mean of all weights that were held on the way.

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
    now: i32,
    sum: i64,
    since: u32,
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

impl Learner {
    /// Sets the weights to nothing, but keeps what their means need.
    fn restart(&mut self) {
        let step = self.step;
        for weight in self.rows.iter_mut().flatten() {
            weight.sum += i64::from(weight.now) * i64::from(step - weight.since);
            weight.since = step;
            weight.now = 0;
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
                let guess = self.guess(&lesson.fixed[i], &moving, labels);
                if let Some(gold) = lesson.gold[i].filter(|&gold| gold != guess) {
                    wrong += 1;
                    self.correct(&lesson.fixed[i], &moving, gold, guess);
                }
                guess
            };
            (one, two) = (label, one);
        }
        wrong
    }

    fn guess(&self, fixed: &[u32; FIXED], moving: &[u64; MOVING], labels: usize) -> u8 {
        let mut scores = [0; MOST_LABELS];
        let moving = moving.iter().filter_map(|key| self.ids.get(key));
        for &id in fixed.iter().filter(|&&id| id != NONE).chain(moving) {
            for weight in &self.rows[id as usize] {
                scores[weight.label as usize] += weight.now;
            }
        }
        (1..labels).fold(0, |best, label| {
            if scores[label] > scores[best] {
                label
            } else {
                best
            }
        }) as u8
    }

    fn correct(&mut self, fixed: &[u32; FIXED], moving: &[u64; MOVING], gold: u8, guess: u8) {
        for &id in fixed.iter().filter(|&&id| id != NONE) {
            self.change(id, gold, 1);
            self.change(id, guess, -1);
        }
        for &key in moving {
            let id = self.id(key);
            self.change(id, gold, 1);
            self.change(id, guess, -1);
        }
    }

    fn change(&mut self, id: u32, label: u8, by: i32) {
        let step = self.step;
        let row = &mut self.rows[id as usize];
        match row.iter_mut().find(|w| w.label == label) {
            Some(weight) => {
                weight.sum += i64::from(weight.now) * i64::from(step - weight.since);
                weight.since = step;
                weight.now += by;
            }
            None => row.push(Weight {
                label,
                now: by,
                sum: 0,
                since: step,
            }),
        }
    }

    /// The means over all steps, ordered by key.
    fn means(self) -> Weights {
        let steps = self.step.max(1);
        let mean = |w: &Weight| {
            let sum = w.sum + i64::from(w.now) * i64::from(steps - w.since);
            (w.label, (sum as f64 / f64::from(steps)) as f32)
        };
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
