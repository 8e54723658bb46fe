//! Modality and polarity: whether an event is told as done, planned, possible or supposed, and whether it is denied.

use std::fmt;
use std::sync::LazyLock;

use gainsay_syntax::{Deprel, Sentence, Token, Upos, Xpos};
use rustc_hash::FxHashMap;

use super::WORDS;
use super::hearsay;
use crate::comparison::{Modality, Polarity};
use crate::lexicon::{lower, rows};

/// How a sentence stands to an event that it names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
pub struct Stance {
    /// How sure it is.
    pub modality: Modality,
    /// Whether it asserts or denies it.
    pub polarity: Polarity,
}

impl Stance {
    /// Told as a plain fact.
    pub const FACT: Self = Self {
        modality: Modality::Certain,
        polarity: Polarity::Positive,
    };
}

impl fmt::Display for Stance {
    /// `yes`, `no`, and what softens it: `yes, planned`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self.polarity {
            Polarity::Positive => "yes",
            Polarity::Negative => "no",
        })?;
        f.write_str(match self.modality {
            Modality::Certain => "",
            Modality::Planned => ", planned",
            Modality::Possible => ", possible",
            Modality::Conditional => ", conditional",
        })
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Effect {
    Certain,
    Planned,
    Possible,
    Denied,
}

#[derive(Default)]
struct Lexicon {
    auxiliaries: FxHashMap<&'static str, Effect>,
    governors: FxHashMap<&'static str, Effect>,
    adverbs: FxHashMap<&'static str, Effect>,
}

static LEXICON: LazyLock<Lexicon> = LazyLock::new(|| {
    let mut lexicon = Lexicon::default();
    for [word, effect, place] in rows(include_str!("modality.tsv")) {
        let effect = match effect {
            "planned" => Effect::Planned,
            "possible" => Effect::Possible,
            "denied" => Effect::Denied,
            _ => Effect::Certain,
        };
        match place {
            "aux" => lexicon.auxiliaries.insert(word, effect),
            "over" => lexicon.governors.insert(word, effect),
            _ => lexicon.adverbs.insert(word, effect),
        };
    }
    lexicon
});

/// Whether a word denies the verb beside it: "not", "never".
pub fn is_negation(token: &Token) -> bool {
    WORDS.has("negation", &lower(&token.lemma))
}

/// The stance towards the event that the verb at `head` names.
pub fn of_verb(sentence: &Sentence, head: usize) -> Stance {
    let mut stance = own(sentence, head);
    let mut at = head;
    // What governs the clause colours it too: "is expected to leave", "denied that it left", "refused to confirm".
    for _ in 0..6 {
        let token = &sentence.tokens[at];
        let Some(above) = token.head else { break };
        match token.deprel {
            Deprel::Xcomp | Deprel::Ccomp | Deprel::Csubj | Deprel::Acl => {
                if is_out_of_reach(sentence, at, above) {
                    apply(&mut stance, Effect::Denied);
                    break;
                }
                if hearsay::is_denied(sentence, above) || is_wanting(sentence, at, above) {
                    apply(&mut stance, Effect::Denied);
                }
                if let Some(effect) = LEXICON.governors.get(sentence.tokens[above].lemma.as_str())
                    && governs(sentence, at, above)
                {
                    apply(&mut stance, *effect);
                }
                // "Did not deny that he left" leaves it as it was.
                let denier = sentence.tokens[above].lemma == "deny";
                if token.deprel == Deprel::Xcomp || denier {
                    merge(
                        &mut stance,
                        goes_on(own(sentence, above), &sentence.tokens[above].lemma),
                    );
                }
                at = above;
            }
            Deprel::Advcl if is_out_of_reach(sentence, at, above) => {
                apply(&mut stance, Effect::Denied);
                break;
            }
            // "Voted 7-2 to hire", where the score parts the verb from its complement.
            Deprel::Advcl if is_resolved(sentence, at, above) => {
                apply(&mut stance, Effect::Planned);
                break;
            }
            Deprel::Conj if !has_own_subject(sentence, at) => {
                merge_conjunct(&mut stance, sentence, above);
                at = above;
            }
            _ => break,
        }
    }
    if is_condition(sentence, head) {
        stance.modality = Modality::Conditional;
    }
    stance
}

/// "Will remain closed": what goes on is so already.
fn goes_on(stance: Stance, lemma: &str) -> Stance {
    let planned = stance.modality == Modality::Planned;
    if planned && WORDS.has("lasting", lemma) {
        return Stance {
            modality: Modality::Certain,
            ..stance
        };
    }
    stance
}

/// A finite complement takes on only what denies or doubts it; "told reporters that X left" leaves X a fact.
fn governs(sentence: &Sentence, clause: usize, above: usize) -> bool {
    match sentence.tokens[clause].deprel {
        Deprel::Ccomp => matches!(
            sentence.tokens[above].lemma.as_str(),
            "deny" | "expect" | "hope" | "fear" | "suspect" | "likely" | "unlikely" | "possible"
        ),
        Deprel::Acl => matches!(sentence.tokens[clause].xpos, Xpos::Vb | Xpos::Vbg),
        _ => true,
    }
}

/// "Too weak to be heard", "not loud enough to be heard": the degree denies the deed.
fn is_out_of_reach(sentence: &Sentence, clause: usize, above: usize) -> bool {
    let tokens = &sentence.tokens;
    let has = |word: &str| sentence.children(above).any(|c| tokens[c].lemma == word);
    let short = || has("enough") && own(sentence, above).polarity == Polarity::Negative;
    let to = |c: usize| tokens[c].lemma == "to" && tokens[c].upos == Upos::Part;
    sentence.children(clause).any(to)
        && matches!(tokens[above].upos, Upos::Adj | Upos::Adv)
        && (has("too") || short())
}

/// Whether a clause with "to" stands under a verb of deciding, of which it tells what is to be done.
fn is_resolved(sentence: &Sentence, clause: usize, above: usize) -> bool {
    let tokens = &sentence.tokens;
    let to = |c: usize| tokens[c].lemma == "to" && tokens[c].upos == Upos::Part;
    let planned = LEXICON.governors.get(tokens[above].lemma.as_str()) == Some(&Effect::Planned);
    planned && clause > above && sentence.children(clause).any(to)
}

/// "There were no plans to close it", "had no intention of leaving": what is planned is denied with the plan.
fn is_wanting(sentence: &Sentence, clause: usize, noun: usize) -> bool {
    sentence.tokens[clause].deprel == Deprel::Acl
        && LEXICON
            .governors
            .contains_key(sentence.tokens[noun].lemma.as_str())
        && is_negative_phrase(sentence, noun)
}

/// "has or will supply": a conjunct without a subject of its own shares the auxiliaries of the first verb.
fn merge_conjunct(stance: &mut Stance, sentence: &Sentence, first: usize) {
    let other = own(sentence, first);
    if stance.modality == Modality::Certain && sentence.tokens[first].xpos == Xpos::Vb {
        stance.modality = other.modality;
    }
}

/// The stance towards the event that the noun at `head` names.
pub fn of_noun(sentence: &Sentence, head: usize) -> Stance {
    let mut stance = Stance::FACT;
    for child in sentence.children(head) {
        let token = &sentence.tokens[child];
        if token.deprel == Deprel::Det && matches!(token.lemma.as_str(), "no" | "neither") {
            stance.polarity = Polarity::Negative;
        }
        if token.deprel == Deprel::Amod && WORDS.has("potential", &token.lemma) {
            stance.modality = Modality::Possible;
        }
    }
    let Some(above) = sentence.tokens[head].head else {
        return stance;
    };
    if sentence.tokens[head].deprel == Deprel::Nmod && hearsay::is_denied(sentence, above) {
        apply(&mut stance, Effect::Denied);
    }
    let governor = &sentence.tokens[above];
    if sentence.tokens[head].deprel == Deprel::Obj {
        if let Some(effect) = LEXICON.governors.get(governor.lemma.as_str()) {
            apply(&mut stance, *effect);
        }
        if governor.upos == Upos::Verb {
            merge(&mut stance, own(sentence, above));
        }
    }
    stance
}

/// What the verb's own auxiliaries, adverbs and negated arguments say.
fn own(sentence: &Sentence, head: usize) -> Stance {
    let mut stance = Stance::FACT;
    for child in sentence.children(head) {
        let token = &sentence.tokens[child];
        let lemma = token.lemma.as_str();
        let effect = match token.deprel {
            Deprel::Aux => LEXICON.auxiliaries.get(lemma),
            Deprel::Advmod if is_yet_to(sentence, child) => Some(&Effect::Denied),
            Deprel::Advmod => LEXICON.adverbs.get(lemma),
            Deprel::Nsubj | Deprel::NsubjPass | Deprel::Obj
                if is_negative_phrase(sentence, child) =>
            {
                Some(&Effect::Denied)
            }
            _ => None,
        };
        if let Some(effect) = effect {
            apply(&mut stance, *effect);
        }
    }
    if stance.polarity == Polarity::Negative && is_delayed(sentence, head) {
        return Stance::FACT;
    }
    if stance.polarity == Polarity::Negative && is_awaited(sentence, head) {
        return Stance {
            modality: Modality::Planned,
            polarity: Polarity::Positive,
        };
    }
    stance
}

/// "Power did not return until Wednesday": it did return, on that day.
pub fn is_delayed(sentence: &Sentence, head: usize) -> bool {
    let lemma = |i: usize| lower(&sentence.tokens[i].lemma);
    let auxiliary = [Deprel::Aux, Deprel::AuxPass, Deprel::Cop];
    let past = sentence.children(head).any(|c| {
        let token = &sentence.tokens[c];
        auxiliary.contains(&token.deprel) && token.xpos == Xpos::Vbd
    });
    let denied = sentence
        .children(head)
        .any(|c| is_negation(&sentence.tokens[c]));
    let until = sentence.children(head).any(|c| {
        let oblique = matches!(sentence.tokens[c].deprel, Deprel::Obl | Deprel::Advcl);
        oblique && sentence.children(c).any(|m| lemma(m) == "until")
    });
    past && denied && until
}

/// "Has not yet been named", "will not be named until the family is told": it is still to come.
fn is_awaited(sentence: &Sentence, head: usize) -> bool {
    sentence.children(head).any(|c| {
        let lemma = |i: usize| lower(&sentence.tokens[i].lemma);
        lemma(c) == "yet" || sentence.children(c).any(|m| lemma(m) == "until")
    })
}

/// "Has yet to declare an emergency": not so far.
pub fn is_yet_to(sentence: &Sentence, adverb: usize) -> bool {
    let has = |i: Option<usize>, lemmas: &[&str]| {
        let token = i.and_then(|i| sentence.tokens.get(i));
        token.is_some_and(|token| lemmas.contains(&token.lemma.as_str()))
    };
    has(Some(adverb), &["yet"])
        && has(Some(adverb + 1), &["to"])
        && has(adverb.checked_sub(1), &["have", "be"])
}

/// "Nobody", "no house", "not a single house": whoever it is told of, it is told of none.
pub fn is_negative_phrase(sentence: &Sentence, phrase: usize) -> bool {
    let negative = |i: usize| {
        matches!(
            &*lower(&sentence.tokens[i].lemma),
            "no" | "none" | "nobody" | "nothing" | "neither" | "no-one"
        )
    };
    // "Not a single house", "not one house".
    let not_one = || {
        let before = |word: &str| {
            sentence
                .children(phrase)
                .any(|c| c < phrase && sentence.tokens[c].lemma.eq_ignore_ascii_case(word))
        };
        before("not") && (before("single") || before("one"))
    };
    // "Neither he nor Boyle" hangs its first word on either of the two, or on the verb.
    let joined = |i: usize| {
        sentence
            .tokens
            .get(i)
            .is_some_and(|t| matches!(&*lower(&t.lemma), "neither" | "nor"))
    };
    negative(phrase)
        || sentence.child(phrase, &[Deprel::Det]).is_some_and(negative)
        || phrase.checked_sub(1).is_some_and(joined)
        || joined(phrase + 1)
        || not_one()
}

/// "If it closes", and "when the deal closes", which tells in the present of what has not come yet.
fn is_condition(sentence: &Sentence, head: usize) -> bool {
    let tokens = &sentence.tokens;
    let lemma = |i: usize| tokens[i].lemma.to_lowercase();
    let marked = |marks: &[&str]| {
        let mut children = sentence.children(head);
        children.any(|c| c < head && marks.contains(&lemma(c).as_str()))
    };
    let auxiliary = sentence.child(head, &[Deprel::Aux, Deprel::AuxPass]);
    let is_present = matches!(
        tokens[auxiliary.unwrap_or(head)].xpos,
        Xpos::Vbz | Xpos::Vbp
    );
    tokens[head].deprel == Deprel::Advcl
        && (marked(&["if", "unless"])
            || is_present && marked(&["when", "once", "until", "till", "before", "after"]))
}

fn has_own_subject(sentence: &Sentence, head: usize) -> bool {
    sentence
        .child(head, &[Deprel::Nsubj, Deprel::NsubjPass])
        .is_some()
}

fn apply(stance: &mut Stance, effect: Effect) {
    match effect {
        Effect::Certain => {}
        Effect::Planned => stance.modality = stance.modality.max(Modality::Planned),
        Effect::Possible => stance.modality = stance.modality.max(Modality::Possible),
        Effect::Denied => stance.polarity = flip(stance.polarity),
    }
}

fn merge(stance: &mut Stance, other: Stance) {
    stance.modality = stance.modality.max(other.modality);
    if other.polarity == Polarity::Negative {
        stance.polarity = flip(stance.polarity);
    }
}

fn flip(polarity: Polarity) -> Polarity {
    match polarity {
        Polarity::Positive => Polarity::Negative,
        Polarity::Negative => Polarity::Positive,
    }
}
