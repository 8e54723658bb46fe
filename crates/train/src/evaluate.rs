//! `evaluate [--raw] FILE.conllu...`: scores the embedded models, from the treebank's words or from raw text.
//!
//! From raw text, a paragraph at a time is read as the program reads it; scores are F1 over aligned words. Relations
//! count without their subtype, as in the `CoNLL` 2018 shared task, but for the tables, which show them whole.

use std::{collections::BTreeMap, error::Error, time::Instant};

use gainsay_syntax::{Deprel, Sentence, Span, Token, parse, parse_words};

use crate::{
    alignment::{self, Placed},
    conllu::{self, Tree, Word},
};

/// Right, expected and given.
#[derive(Clone, Copy, Debug, Default)]
struct Tally {
    right: usize,
    gold: usize,
    system: usize,
}

impl Tally {
    fn f1(self) -> f64 {
        200.0 * self.right as f64 / (self.gold + self.system).max(1) as f64
    }
}

/// All counts of a run.
#[derive(Clone, Debug, Default)]
struct Scores {
    sentences: Tally,
    words: Tally,
    upos: usize,
    xpos: usize,
    lemmas: usize,
    heads: usize,
    labels: usize,
    by_tag: BTreeMap<&'static str, Tally>,
    by_relation: BTreeMap<&'static str, Tally>,
    seconds: f64,
}

/// Runs the command.
pub(crate) fn run(arguments: &[String]) -> Result<(), Box<dyn Error>> {
    let (raw, files) = match arguments.split_first() {
        Some((flag, files)) if flag == "--raw" => (true, files),
        _ => (false, arguments),
    };
    if files.is_empty() {
        return Err("usage: gainsay-train evaluate [--raw] FILE.conllu...".into());
    }
    let trees = conllu::read_all(files)?;
    if raw {
        print(&from_text(&trees), "TOKENS ");
    } else {
        print(&from_words(&trees), "");
    }
    Ok(())
}

/// Scores from the treebank's words.
fn from_words(trees: &[Tree]) -> Scores {
    let texts: Vec<(String, Vec<Span>)> = trees.iter().map(Tree::spaced).collect();
    let read = || -> Vec<Sentence> {
        let sentence = |(text, words): &(String, Vec<Span>)| {
            parse_words(text, Span::new(0, text.len()), words)
        };
        texts.iter().map(sentence).collect()
    };
    let (sentences, seconds) = best_time(read);
    let mut scores = Scores {
        seconds,
        ..Scores::default()
    };
    for (tree, sentence) in trees.iter().zip(&sentences) {
        let pairs: Vec<_> = (0..tree.words.len()).map(|i| (i, i)).collect();
        let gold: Vec<&Word> = tree.words.iter().collect();
        let system: Vec<&Token> = sentence.tokens.iter().collect();
        let heads = tree.words.iter().map(|w| w.head).collect::<Vec<_>>();
        let system_heads = sentence.tokens.iter().map(|t| t.head).collect::<Vec<_>>();
        scores.add(&gold, &system, &heads, &system_heads, &pairs);
    }
    scores
}

/// Scores from raw text.
fn from_text(trees: &[Tree]) -> Scores {
    let paragraphs = paragraphs(trees);
    let read = || -> Vec<Vec<Sentence>> {
        let all = |(text, _): &(String, &[Tree])| parse(text, Span::new(0, text.len()));
        paragraphs.iter().map(all).collect()
    };
    let (read, seconds) = best_time(read);
    let mut scores = Scores {
        seconds,
        ..Scores::default()
    };
    for ((text, trees), sentences) in paragraphs.iter().zip(&read) {
        add_paragraph(&mut scores, text, trees, sentences);
    }
    scores
}

fn add_paragraph(scores: &mut Scores, text: &str, trees: &[Tree], sentences: &[Sentence]) {
    let (mut gold, mut gold_heads, mut gold_ends) = (Vec::new(), Vec::new(), Vec::new());
    let mut at = 0;
    for tree in trees {
        let base = gold.len();
        let (placed, end) = alignment::place(tree, at);
        gold_heads.extend(tree.words.iter().map(|w| w.head.map(|h| base + h)));
        gold.extend(placed);
        gold_ends.push((at, end));
        at = end;
    }
    let (mut system, mut system_heads, mut system_ends) = (Vec::new(), Vec::new(), Vec::new());
    for sentence in sentences {
        let base = system.len();
        let placed = sentence.tokens.iter().map(|t| placed(text, t));
        system.extend(placed);
        system_heads.extend(sentence.tokens.iter().map(|t| t.head.map(|h| base + h)));
        if let (Some(first), Some(last)) = (system.get(base), system.last()) {
            system_ends.push((first.start, last.end));
        }
    }
    scores.sentences.gold += gold_ends.len();
    scores.sentences.system += system_ends.len();
    scores.sentences.right += system_ends.iter().filter(|e| gold_ends.contains(e)).count();
    let pairs = alignment::align(&gold, &system);
    let words: Vec<&Word> = trees.iter().flat_map(|t| &t.words).collect();
    let tokens: Vec<&Token> = sentences.iter().flat_map(|s| &s.tokens).collect();
    scores.add(&words, &tokens, &gold_heads, &system_heads, &pairs);
}

fn placed(text: &str, token: &Token) -> Placed {
    let start = alignment::visible(&text[..token.span.start]);
    let form = token.span.of(text);
    Placed {
        start,
        end: start + alignment::visible(form),
        form: form.to_lowercase(),
        shared: false,
    }
}

/// The text of each paragraph, and its trees.
fn paragraphs(trees: &[Tree]) -> Vec<(String, &[Tree])> {
    trees
        .chunk_by(|_, next| !next.opens_paragraph)
        .map(|trees| {
            let surfaces = trees.iter().flat_map(|t| &t.surfaces);
            let text = surfaces.fold(String::new(), |mut text, surface| {
                text.push_str(&surface.form);
                text.push_str(if surface.space_after { " " } else { "" });
                text
            });
            (text, trees)
        })
        .collect()
}

/// The result and the shortest of five runs' times: what the machine does when nothing else holds it.
fn best_time<T>(run: impl Fn() -> T) -> (T, f64) {
    let mut best = f64::INFINITY;
    for _ in 0..4 {
        let start = Instant::now();
        std::hint::black_box(run());
        best = best.min(start.elapsed().as_secs_f64());
    }
    let start = Instant::now();
    let result = run();
    (result, best.min(start.elapsed().as_secs_f64()))
}

impl Scores {
    fn add(
        &mut self,
        gold: &[&Word],
        system: &[&Token],
        gold_heads: &[Option<usize>],
        system_heads: &[Option<usize>],
        pairs: &[(usize, usize)],
    ) {
        self.words.gold += gold.len();
        self.words.system += system.len();
        self.words.right += pairs.len();
        for word in gold {
            self.by_tag.entry(word.xpos.name()).or_default().gold += 1;
            let relation = word.deprel.name();
            self.by_relation.entry(relation).or_default().gold += 1;
        }
        for token in system {
            self.by_tag.entry(token.xpos.name()).or_default().system += 1;
            let relation = token.deprel.name();
            self.by_relation.entry(relation).or_default().system += 1;
        }
        let mut partner = vec![None; system.len()];
        for &(i, j) in pairs {
            partner[j] = Some(i);
        }
        for &(i, j) in pairs {
            let same_head = match system_heads[j] {
                None => gold_heads[i].is_none(),
                Some(head) => partner[head].is_some() && partner[head] == gold_heads[i],
            };
            self.add_pair(gold[i], system[j], same_head);
        }
    }

    fn add_pair(&mut self, word: &Word, token: &Token, same_head: bool) {
        self.upos += usize::from(word.upos == token.upos);
        self.lemmas += usize::from(word.lemma == token.lemma);
        if word.xpos == token.xpos {
            self.xpos += 1;
            self.by_tag.entry(word.xpos.name()).or_default().right += 1;
        }
        if same_head {
            self.heads += 1;
            self.labels += usize::from(universal(word.deprel) == universal(token.deprel));
            if word.deprel == token.deprel {
                let relation = word.deprel.name();
                self.by_relation.entry(relation).or_default().right += 1;
            }
        }
    }
}

/// The relation without its subtype.
pub(crate) fn universal(deprel: Deprel) -> &'static str {
    let name = deprel.name();
    name.split_once(':').map_or(name, |(main, _)| main)
}

fn print(scores: &Scores, tokens: &str) {
    print_table("tag", &scores.by_tag);
    print_table("relation", &scores.by_relation);
    let f1 = |right: usize| {
        Tally {
            right,
            ..scores.words
        }
        .f1()
    };
    if !tokens.is_empty() {
        let words = f1(scores.words.right);
        print!("{tokens}{words:.2} SENTENCES {:.2} ", scores.sentences.f1());
    }
    println!(
        "UPOS {:.2} XPOS {:.2} LEMMA {:.2} UAS {:.2} LAS {:.2} tokens/s {:.0}",
        f1(scores.upos),
        f1(scores.xpos),
        f1(scores.lemmas),
        f1(scores.heads),
        f1(scores.labels),
        scores.words.system as f64 / scores.seconds
    );
}

fn print_table(name: &str, rows: &BTreeMap<&'static str, Tally>) {
    println!("{name:<16} precision  recall      F1   gold");
    for (name, tally) in rows {
        let share = |of: usize| 100.0 * tally.right as f64 / of.max(1) as f64;
        let (precision, recall) = (share(tally.system), share(tally.gold));
        println!(
            "{name:<16} {precision:9.2} {recall:7.2} {:7.2} {:6}",
            tally.f1(),
            tally.gold
        );
    }
    println!();
}
