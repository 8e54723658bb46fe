//! Frames: one event as one sentence tells it, with who did it, who underwent it and what stands around it.
//!
//! Verbs, participles and event nouns all give frames of the same shape, so that "killing two", "two were killed",
//! "the death of two" and "leaving two dead" meet in one place.

mod relative;

use gainsay_syntax::{Deprel, Sentence, Span, Upos, Xpos};

use super::WORDS;
use super::adjunct;
use super::class::{self, Class, Sense};
use super::modality::{self, Stance};
use relative::{gapped_object, is_relative, named_before};

/// One event as one sentence tells it. Token numbers are indices into the sentence.
#[derive(Clone, Debug)]
pub struct Frame {
    /// The verb or noun that names the event.
    pub head: usize,
    /// Its lemma.
    pub lemma: String,
    /// The particle that makes it another verb: "off" of "called off the strike".
    pub particle: Option<String>,
    /// What kinds of event it can be.
    pub classes: Vec<Class>,
    /// Whoever does it.
    pub agent: Option<usize>,
    /// Whoever or whatever it is done to.
    pub patient: Option<usize>,
    /// Other complements: the preposition's lemma (empty for none) and the head of the phrase.
    pub around: Vec<(String, usize)>,
    /// How sure the sentence is of it, and whether it denies it.
    pub stance: Stance,
    /// Whether a verb names it.
    pub verbal: bool,
}

impl Frame {
    /// Whether both can be the same kind of event.
    pub fn shares_class(&self, other: &Frame) -> bool {
        self.classes.iter().any(|c| other.classes.contains(c))
            || (self.verbal
                && other.verbal
                && self.lemma == other.lemma
                && self.particle == other.particle)
    }

    /// Everything that takes part, with the head's role first.
    pub fn participants(&self) -> impl Iterator<Item = usize> + '_ {
        self.agent
            .into_iter()
            .chain(self.patient)
            .chain(self.around.iter().map(|a| a.1))
    }
}

/// All frames of a sentence, by their head's position.
pub fn frames(sentence: &Sentence) -> Vec<Frame> {
    let frames = (0..sentence.tokens.len())
        .filter_map(|i| verbal(sentence, i).or_else(|| nominal(sentence, i)))
        .collect();
    lighten(frames, sentence)
}

/// Gives a light verb's frame the classes of the event noun in its object, and that noun's participants; the noun's own
/// doer is whoever does the verb: who "made an offer of $5" offers.
fn lighten(mut frames: Vec<Frame>, sentence: &Sentence) -> Vec<Frame> {
    let nouns: Vec<Frame> = frames.iter().filter(|f| !f.verbal).cloned().collect();
    let mut doers = Vec::new();
    for frame in frames
        .iter_mut()
        .filter(|f| f.verbal && WORDS.has("light", &f.lemma))
    {
        let object = sentence.child(frame.head, &[Deprel::Obj]);
        // Where the tree misses the object, the next event noun stands in for it.
        let next = |n: &&Frame| n.head > frame.head && n.head - frame.head <= 7;
        let noun = nouns
            .iter()
            .find(|n| Some(n.head) == object)
            .or_else(|| nouns.iter().find(next));
        let Some(noun) = noun else { continue };
        frame.classes.clone_from(&noun.classes);
        frame.lemma.clone_from(&noun.lemma);
        frame.particle = None;
        frame.patient = noun.patient;
        frame.around.extend(noun.around.iter().cloned());
        let doer = frame
            .agent
            .filter(|_| WORDS.has("doing", &sentence.tokens[frame.head].lemma));
        doers.push((noun.head, doer));
    }
    for (noun, doer) in doers {
        let own = |f: &&mut Frame| f.head == noun && f.agent.is_none();
        if let Some(frame) = frames.iter_mut().find(own) {
            frame.agent = doer;
        }
    }
    frames
}

/// The frame of the verb at `head`, if it is a full verb.
fn verbal(sentence: &Sentence, head: usize) -> Option<Frame> {
    let token = &sentence.tokens[head];
    let verb_like =
        token.upos == Upos::Verb || (token.upos == Upos::Adj && token.xpos == Xpos::Vbn);
    if !verb_like
        || matches!(
            token.deprel,
            Deprel::Amod | Deprel::Aux | Deprel::AuxPass | Deprel::Cop | Deprel::Case
        )
    {
        return None;
    }
    let mut around = complements(sentence, head);
    let senses = senses(sentence, head, &around);
    let subject = subject(sentence, head);
    let object = sentence
        .child(head, &[Deprel::Obj])
        .or_else(|| gapped_object(sentence, head));
    let passive = is_passive(sentence, head);
    let undergoes = senses.first().is_some_and(|s| s.undergoes);
    let (agent, patient) = match (passive, undergoes) {
        (true, _) => (doer(sentence, head, &around), subject.or(object)),
        (false, true) => (None, subject.or(object)),
        (false, false) => (subject, object),
    };
    if undergoes && !passive && subject.is_some() {
        around.extend(object.map(|o| (String::new(), o)));
    }
    Some(Frame {
        agent,
        patient: patient.map(|p| bearer(sentence, p)),
        stance: modality::of_verb(sentence, head),
        verbal: true,
        ..unpeopled(sentence, head, &senses, around)
    })
}

/// The frame of a word before anyone plays a part in it: a noun's plain fact.
fn unpeopled(
    sentence: &Sentence,
    head: usize,
    senses: &[Sense],
    around: Vec<(String, usize)>,
) -> Frame {
    Frame {
        head,
        lemma: sentence.tokens[head].lemma.clone(),
        particle: particle(sentence, head),
        classes: senses.iter().map(|s| s.class).collect(),
        agent: None,
        patient: None,
        around,
        stance: Stance::FACT,
        verbal: false,
    }
}

/// Whose name or identity it is: "the names of the victims" are the victims, for who releases them, and who smells
/// "the odor of gas" smells gas.
fn bearer(sentence: &Sentence, noun: usize) -> usize {
    let stands_for = matches!(
        sentence.tokens[noun].lemma.as_str(),
        "name" | "identity" | "smell" | "odor" | "odour" | "scent" | "sound"
    );
    let bearer = || sentence.child(noun, &[Deprel::Nmod, Deprel::NmodPoss]);
    if stands_for {
        bearer().unwrap_or(noun)
    } else {
        noun
    }
}

/// The frame of the event noun at `head`: "the death of two men", "his arrest by Spanish police".
fn nominal(sentence: &Sentence, head: usize) -> Option<Frame> {
    let token = &sentence.tokens[head];
    if !matches!(token.upos, Upos::Noun | Upos::Adj) {
        return None;
    }
    let beside: Vec<&str> = sentence
        .children(head)
        .map(|c| sentence.tokens[c].lemma.as_str())
        .collect();
    if is_glued_to_next(sentence, head) {
        return None;
    }
    let mut senses = class::of_noun(&token.lemma, &beside);
    if let Some(whole) = hyphenated(sentence, head).filter(|_| senses.is_empty()) {
        senses = class::of_noun(&whole, &beside);
    }
    if senses.is_empty() || (token.upos == Upos::Adj && !senses[0].undergoes) {
        return None;
    }
    let around = complements(sentence, head);
    let of = around.iter().find(|a| a.0 == "of").map(|a| a.1);
    let owner = sentence.child(head, &[Deprel::NmodPoss]);
    let patient = if senses[0].undergoes {
        Some(head)
    } else {
        of.or(owner)
    };
    let agent = doer(sentence, head, &around).or(if of.is_some() { owner } else { None });
    Some(Frame {
        agent,
        patient,
        stance: modality::of_noun(sentence, head),
        ..unpeopled(sentence, head, &senses, around)
    })
}

/// Whether a hyphen joins the word to one that follows: only the last part names the event.
fn is_glued_to_next(sentence: &Sentence, head: usize) -> bool {
    let tokens = &sentence.tokens;
    let glued = |i: usize| tokens[i].span.end == tokens[i + 1].span.start;
    head + 2 < tokens.len() && glued(head) && tokens[head + 1].xpos == Xpos::Hyph && glued(head + 1)
}

/// The lemmas of a hyphenated word that a treebank cuts in pieces: "send", "-", "off" is "send-off".
pub fn hyphenated(sentence: &Sentence, head: usize) -> Option<String> {
    let tokens = &sentence.tokens;
    let glued = |i: usize| tokens[i].span.end == tokens[i + 1].span.start;
    let hyphen = |i: usize| tokens[i].upos == Upos::Punct && tokens[i].span.len() == 1;
    let mut end = head;
    while end + 2 < tokens.len() && glued(end) && hyphen(end + 1) && glued(end + 1) {
        end += 2;
    }
    let mut start = head;
    while start >= 2 && glued(start - 1) && hyphen(start - 1) && glued(start - 2) {
        start -= 2;
    }
    let part = |i: usize| {
        if hyphen(i) {
            "-"
        } else {
            tokens[i].lemma.as_str()
        }
    };
    (start < end).then(|| (start..=end).map(part).collect())
}

/// The kinds of event that a verb can name with what stands beside it.
fn senses(sentence: &Sentence, head: usize, around: &[(String, usize)]) -> Vec<Sense> {
    let token = &sentence.tokens[head];
    let complement = sentence.child(head, &[Deprel::Xcomp]).is_some();
    // "Tried to stop" is no trial, "called it shameful" no telephone call.
    if complement && matches!(token.lemma.as_str(), "try" | "call") {
        return Vec::new();
    }
    class::of_verb(&token.lemma, &companions(sentence, head, around))
}

/// The particle of a verb: "off" of "called off the strike" and of "called the strike off".
fn particle(sentence: &Sentence, head: usize) -> Option<String> {
    let particle = |i: &usize| {
        let token = &sentence.tokens[*i];
        let adverb = || token.deprel == Deprel::Advmod && sentence.children(*i).next().is_none();
        token.deprel == Deprel::CompoundPrt
            || token.xpos == Xpos::Rp
            || *i > head && adverb() && WORDS.has("particle", &token.lemma)
    };
    let found = sentence.children(head).find(particle)?;
    Some(sentence.tokens[found].lemma.to_lowercase())
}

/// Who a passive or a noun says did it: neither a time nor a means.
fn doer(sentence: &Sentence, head: usize, around: &[(String, usize)]) -> Option<usize> {
    let agents = sentence
        .children(head)
        .filter(|&c| sentence.tokens[c].deprel == Deprel::OblAgent);
    let by = around.iter().filter(|a| a.0 == "by").map(|a| a.1);
    agents
        .chain(by)
        .find(|&p| !adjunct::is_time(sentence, p) && !adjunct::is_means(sentence, p))
}

/// The phrases that hang on `head`, each with its preposition.
fn complements(sentence: &Sentence, head: usize) -> Vec<(String, usize)> {
    let relations = [
        Deprel::Obl,
        Deprel::OblUnmarked,
        Deprel::OblAgent,
        Deprel::Nmod,
        Deprel::NmodUnmarked,
        Deprel::Iobj,
    ];
    sentence
        .children(head)
        .filter(|&c| relations.contains(&sentence.tokens[c].deprel))
        .map(|c| (preposition(sentence, c), c))
        .collect()
}

/// The lemma of the preposition of a phrase, empty if it has none.
pub fn preposition(sentence: &Sentence, phrase: usize) -> String {
    sentence
        .child(phrase, &[Deprel::Case])
        .map(|c| sentence.tokens[c].lemma.to_lowercase())
        .unwrap_or_default()
}

/// The words beside a verb that can make it another verb: particles, prepositions, bare objects, complements.
fn companions<'s>(
    sentence: &'s Sentence,
    head: usize,
    around: &'s [(String, usize)],
) -> Vec<&'s str> {
    let near = [
        Deprel::CompoundPrt,
        Deprel::Obj,
        Deprel::NsubjPass,
        Deprel::Advmod,
        Deprel::Xcomp,
        Deprel::Obl,
        Deprel::Case,
    ];
    let children = sentence
        .children(head)
        .filter(|&c| near.contains(&sentence.tokens[c].deprel));
    let lemmas = children.map(|c| sentence.tokens[c].lemma.as_str());
    let places = around
        .iter()
        .filter(|a| !adjunct::is_time(sentence, a.1))
        .map(|a| a.0.as_str());
    lemmas.chain(places).collect()
}

fn is_passive(sentence: &Sentence, head: usize) -> bool {
    let token = &sentence.tokens[head];
    let marked = sentence
        .child(
            head,
            &[Deprel::AuxPass, Deprel::NsubjPass, Deprel::OblAgent],
        )
        .is_some();
    let bare = token.xpos == Xpos::Vbn
        && matches!(token.deprel, Deprel::Acl | Deprel::Advcl)
        && !has_auxiliary(sentence, head);
    let shared = token.xpos == Xpos::Vbn
        && token.deprel == Deprel::Conj
        && !has_auxiliary(sentence, head)
        && token
            .head
            .is_some_and(|h| sentence.tokens[h].xpos == Xpos::Vbn && is_passive(sentence, h));
    marked || bare || shared
}

fn has_auxiliary(sentence: &Sentence, head: usize) -> bool {
    sentence.child(head, &[Deprel::Aux]).is_some()
}

/// The subject of a verb: its own, or the one it takes over from the clause it depends on.
pub fn subject(sentence: &Sentence, head: usize) -> Option<usize> {
    let mut verb = head;
    // A chain of clauses is no longer than the sentence; the bound guards against ill-formed trees.
    for _ in 0..8 {
        let own = sentence.child(verb, &[Deprel::Nsubj, Deprel::NsubjPass]);
        let token = &sentence.tokens[verb];
        let above = token.head;
        match (own, token.deprel) {
            (Some(s), Deprel::AclRelcl) if is_relative(sentence, s) => return above,
            (Some(s), Deprel::AdvclRelcl) if is_relative(sentence, s) => {
                return named_before(sentence, s).or(Some(s));
            }
            (Some(s), _) => return Some(s),
            (None, Deprel::Acl) => return above.filter(|&h| sentence.tokens[h].upos != Upos::Verb),
            (None, Deprel::Xcomp) => {
                let governor = above?;
                if let Some(object) = sentence.child(governor, &[Deprel::Obj, Deprel::Iobj]) {
                    return Some(object);
                }
                verb = governor;
            }
            (None, Deprel::Conj | Deprel::Advcl | Deprel::Parataxis) => verb = above?,
            _ => return None,
        }
    }
    None
}

/// The stretch from the event's own word to whatever of `parts` belongs to the statement.
pub fn stretch(sentence: &Sentence, head: usize, parts: &[Span]) -> Span {
    parts
        .iter()
        .fold(sentence.tokens[head].span, |span, &part| span.cover(part))
}
