//! Trains the parser: every state's best move by a dynamic oracle, also in the states that its own mistakes lead to.

pub(crate) mod command;
mod network;
mod oracle;
mod param;
mod quantize;
mod sample;
mod score;

use std::time::Instant;

use gainsay_syntax::{
    Deprel, Upos, Xpos,
    parser::{
        Hidden, Memory, Scorer, features,
        model::{HIDDEN, Model, SCORE_ONE},
        output_row,
        state::{Move, State},
        words::{FIXED_ROWS, Vocabulary, Words},
    },
};

use self::{
    network::{Encoding, Network, Seen, drop_out},
    param::Step,
    sample::Sample,
};
use crate::{conllu::Tree, rng::Rng};

/// Everything about a training run that is a choice.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Settings {
    /// Passes over the treebank.
    pub(crate) epochs: usize,
    /// Sentences a step of the optimizer.
    pub(crate) batch: usize,
    /// Learning rate at its highest.
    pub(crate) rate: f32,
    /// Decay of weights.
    pub(crate) decay: f32,
    /// Share of numbers that dropout leaves in embeddings and word vectors.
    pub(crate) keep: f32,
    /// Share of units that dropout leaves in the hidden layer.
    pub(crate) keep_hidden: f32,
    /// A word seen `n` times is hidden with the chance `unknown / (unknown + n)`.
    pub(crate) unknown: f32,
    /// Chance of following the parser's own move where the oracle names another.
    pub(crate) explore: f32,
    /// Weight of the teachers' opinion against the treebank's, where there are teachers.
    pub(crate) trust: f32,
    /// Seed of all random numbers.
    pub(crate) seed: u64,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            epochs: 10,
            batch: 16,
            rate: 0.002,
            decay: 0.01,
            keep: 0.8,
            keep_hidden: 0.8,
            unknown: 0.5,
            explore: 0.9,
            trust: 0.5,
            seed: 3,
        }
    }
}

/// A tree and the tags that the tagger gives its words.
pub(crate) type Tagged<'a> = (&'a Tree, Vec<(Upos, Xpos)>);

/// What a training run reads.
#[derive(Debug)]
pub(crate) struct Course<'a> {
    /// Trees to learn from.
    pub(crate) training: Vec<Tagged<'a>>,
    /// Trees to report on after each epoch, by name.
    pub(crate) dev: Vec<(&'static str, Vec<Tagged<'a>>)>,
    /// Models of the same treebank whose opinion counts besides the treebank's.
    pub(crate) teachers: Vec<Model>,
}

/// Trains a model; `keep` gets its bytes after each epoch.
pub(crate) fn train(course: &Course, settings: Settings, mut keep: impl FnMut(&[u8])) {
    let trees: Vec<&Tree> = course.training.iter().map(|(tree, _)| *tree).collect();
    let (hashes, counts) = sample::vocabulary(&trees);
    let mut trainer = Trainer {
        rng: Rng(settings.seed),
        network: Network::new(hashes.len(), &mut Rng(settings.seed ^ 0x5eed)),
        vocabulary: Vocabulary::new(&hashes),
        teachers: &course.teachers,
        counts,
        settings,
        explore: 0.0,
    };
    let samples = course
        .training
        .iter()
        .map(|(tree, tags)| sample::sample(tree, tags));
    let mut samples: Vec<Sample> = samples.collect();
    let bearable = sample::bearable(&samples);
    let steps = samples.len().div_ceil(settings.batch) * settings.epochs;
    for epoch in 0..settings.epochs {
        let start = Instant::now();
        trainer.explore = if epoch == 0 { 0.0 } else { settings.explore };
        trainer.rng.shuffle(&mut samples);
        let loss = trainer.pass(&samples, epoch, steps);
        let bytes = quantize::write(&trainer.network, &hashes, &bearable);
        let model = Model::read(bytes.clone()).expect("written as it is read");
        let scores = course
            .dev
            .iter()
            .map(|(name, trees)| score::line(name, &model, trees));
        let scores: String = scores.collect();
        let seconds = start.elapsed().as_secs();
        eprintln!("epoch {} loss {loss:.0}{scores} ({seconds} s)", epoch + 1);
        keep(&bytes);
    }
}

/// The share of the learning rate at a step: a short warming, then half a cosine.
fn schedule(number: usize, steps: usize) -> f32 {
    let warm = (number as f32 / 500.0).min(1.0);
    let done = number as f32 / steps as f32;
    warm * (0.01 + 0.99 * 0.5 * (1.0 + (std::f32::consts::PI * done).cos()))
}

struct Trainer<'a> {
    network: Network,
    vocabulary: Vocabulary,
    counts: Vec<usize>,
    settings: Settings,
    teachers: &'a [Model],
    explore: f32,
    rng: Rng,
}

impl Trainer<'_> {
    /// One pass over the samples; gives the loss.
    fn pass(&mut self, samples: &[Sample], epoch: usize, steps: usize) -> f32 {
        let mut loss = 0.0;
        let before = epoch * samples.len().div_ceil(self.settings.batch);
        for (i, batch) in samples.chunks(self.settings.batch).enumerate() {
            let number = before + i + 1;
            let moves: usize = batch.iter().map(|s| 2 * s.heads.len()).sum();
            loss += batch.iter().map(|s| self.learn(s)).sum::<f32>();
            let step = Step {
                rate: self.settings.rate * schedule(number, steps),
                decay: self.settings.decay,
                number: number as i32,
                scale: 1.0 / moves as f32,
            };
            self.network.update(step, 5.0);
        }
        loss
    }

    /// Parses a sentence, adding the gradients of all its states; gives the loss.
    fn learn(&mut self, sample: &Sample) -> f32 {
        let words = sample.words(&self.vocabulary);
        let rows = self.hide_words(&words);
        let mut encoding = self.network.encode(rows, self.settings.keep, &mut self.rng);
        let teachers: Vec<Scorer> = self
            .teachers
            .iter()
            .map(|m| Scorer::new(m, &words, &mut Memory::default()))
            .collect();
        let mut state = State::new(sample.heads.len());
        let mut loss = 0.0;
        while !state.is_done() {
            let views: Vec<View> = teachers.iter().map(|t| View::new(t, &state)).collect();
            loss += self.learn_state(sample, &words, &views, &mut state, &mut encoding);
        }
        self.network.encode_back(&encoding);
        loss
    }

    fn hide_words(&mut self, words: &Words) -> Vec<gainsay_syntax::parser::words::Rows> {
        let mut all = words.rows.clone();
        for rows in &mut all {
            let rank = rows[0] as usize - FIXED_ROWS;
            if rank > 0 {
                let count = self.counts[rank - 1] as f32;
                if self.rng.unit() < self.settings.unknown / (self.settings.unknown + count) {
                    rows[0] = FIXED_ROWS as u32;
                }
            }
        }
        all
    }

    /// Learns from one state and makes a move.
    fn learn_state(
        &mut self,
        sample: &Sample,
        words: &Words,
        views: &[View],
        state: &mut State,
        encoding: &mut Encoding,
    ) -> f32 {
        let seen = Seen {
            nodes: features::nodes(state),
            rows: features::rows(state, words),
        };
        let active = self.network.hidden(encoding, &seen);
        let mut mask = [1.0; HIDDEN];
        drop_out(&mut mask, self.settings.keep_hidden, &mut self.rng);
        let hidden: [f32; HIDDEN] = std::array::from_fn(|k| active[k] * mask[k]);
        let mut back = [0.0; HIDDEN];

        let allowed: Vec<Move> = Move::ALL.into_iter().filter(|&m| state.allows(m)).collect();
        let scores: Vec<f32> = allowed
            .iter()
            .map(|&m| self.network.output(&hidden, m as usize))
            .collect();
        let costs: Vec<usize> = allowed
            .iter()
            .map(|&m| oracle::cost(state, &sample.heads, m))
            .collect();
        let least = costs.iter().min().copied().unwrap_or(0);
        let right = best(&scores, |i| costs[i] == least);
        let own = best(&scores, |_| true);
        let mut loss = 0.0;
        if allowed.len() > 1 {
            let rows: Vec<usize> = allowed.iter().map(|&m| m as usize).collect();
            loss += self.learn_choice(&hidden, &rows, right, views, &mut back);
        }
        let explores = self.rng.unit() < self.explore;
        let step = allowed[if explores { own } else { right }];
        let mut label = Deprel::Dep;
        if let Some((dependent, head)) = state.arc(step) {
            let gold = sample.label(dependent, head);
            let (predicted, label_loss) = self.learn_label(&hidden, step, gold, views, &mut back);
            loss += label_loss;
            label = if explores {
                predicted
            } else {
                gold.unwrap_or(predicted)
            };
        }
        for k in 0..HIDDEN {
            back[k] *= if active[k] > 0.0 { mask[k] } else { 0.0 };
        }
        self.network.hidden_back(encoding, &seen, &back);
        state.apply(step, label);
        loss
    }

    /// Learns the relation of a gold arc; gives the relation that the network prefers, and the loss.
    fn learn_label(
        &mut self,
        hidden: &[f32; HIDDEN],
        step: Move,
        gold: Option<Deprel>,
        views: &[View],
        back: &mut [f32; HIDDEN],
    ) -> (Deprel, f32) {
        let rows: Vec<usize> = Deprel::ALL.iter().map(|&l| output_row(step, l)).collect();
        let scores: Vec<f32> = rows
            .iter()
            .map(|&r| self.network.output(hidden, r))
            .collect();
        let predicted = Deprel::ALL[best(&scores, |_| true)];
        let loss = gold.map_or(0.0, |gold| {
            self.learn_choice(hidden, &rows, gold as usize, views, back)
        });
        (predicted, loss)
    }

    /// Learns which of some rows of the output layer is right; gives the loss.
    fn learn_choice(
        &mut self,
        hidden: &[f32; HIDDEN],
        rows: &[usize],
        right: usize,
        views: &[View],
        back: &mut [f32; HIDDEN],
    ) -> f32 {
        let scores: Vec<f32> = rows
            .iter()
            .map(|&r| self.network.output(hidden, r))
            .collect();
        let chances = softmax(&scores);
        let trust = if views.is_empty() {
            0.0
        } else {
            self.settings.trust
        };
        let mut targets = vec![0.0; rows.len()];
        targets[right] = 1.0 - trust;
        for view in views {
            for (target, chance) in targets.iter_mut().zip(view.chances(rows)) {
                *target += chance * trust / views.len() as f32;
            }
        }
        for ((&row, &chance), &target) in rows.iter().zip(&chances).zip(&targets) {
            self.network.output_back(hidden, row, chance - target, back);
        }
        let surprise = |(&target, &chance): (&f32, &f32)| -target * chance.max(1e-9).ln();
        targets.iter().zip(&chances).map(surprise).sum()
    }
}

/// A teacher before a state.
struct View<'a> {
    teacher: &'a Scorer<'a>,
    hidden: Hidden,
}

impl<'a> View<'a> {
    fn new(teacher: &'a Scorer<'a>, state: &State) -> Self {
        Self {
            teacher,
            hidden: teacher.hidden(state),
        }
    }

    /// The chances that the teacher gives to rows of the output layer.
    fn chances(&self, rows: &[usize]) -> Vec<f32> {
        let score = |&row: &usize| self.teacher.score(&self.hidden, row) as f32 / SCORE_ONE;
        softmax(&rows.iter().map(score).collect::<Vec<_>>())
    }
}

/// Index of the highest score among those that pass.
fn best(scores: &[f32], passes: impl Fn(usize) -> bool) -> usize {
    (0..scores.len())
        .filter(|&i| passes(i))
        .max_by(|&i, &j| scores[i].total_cmp(&scores[j]))
        .expect("a move is allowed")
}

fn softmax(scores: &[f32]) -> Vec<f32> {
    let most = scores.iter().fold(f32::MIN, |most, &s| most.max(s));
    let powers: Vec<f32> = scores.iter().map(|s| (s - most).exp()).collect();
    let sum: f32 = powers.iter().sum();
    powers.iter().map(|p| p / sum).collect()
}

impl Settings {
    /// Takes over a setting written as `name=value`.
    pub(crate) fn set(&mut self, setting: &str) -> Result<(), String> {
        let wrong = || format!("no such setting: '{setting}'");
        let (name, value) = setting.split_once('=').ok_or_else(wrong)?;
        let number: f32 = value.parse().map_err(|_| wrong())?;
        match name {
            "epochs" => self.epochs = number as usize,
            "batch" => self.batch = number as usize,
            "rate" => self.rate = number,
            "decay" => self.decay = number,
            "keep" => self.keep = number,
            "keep_hidden" => self.keep_hidden = number,
            "unknown" => self.unknown = number,
            "explore" => self.explore = number,
            "trust" => self.trust = number,
            "seed" => self.seed = number as u64,
            _ => return Err(wrong()),
        }
        Ok(())
    }
}
