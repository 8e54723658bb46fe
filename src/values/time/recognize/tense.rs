//! Which way a clause looks: "met on Wednesday" is the past one, "will meet on Wednesday" the coming one.

use super::super::Bound;
use super::atom::Atom;
use super::lexicon::{self, Word};
use super::line::Line;
use gainsay_syntax::{Deprel, Sentence, Upos, Xpos};
use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use crate::lexicon::{lower, rows};

/// The direction that the verb of a clause gives.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tense {
    /// It happened.
    Past,
    /// It is going on, or holds always.
    Present,
    /// It is to come.
    Future,
    /// No verb tells, or the time goes with a noun ("the September visit").
    Unknown,
}

/// Lemmas that look ahead, and how: "is due Friday", "wants to meet on Monday", "the fair opens on Sunday".
static PLANS: LazyLock<FxHashMap<&'static str, &'static str>> = LazyLock::new(|| {
    rows(include_str!("plans.tsv"))
        .map(|[word, kind]| (word, kind))
        .collect()
});

/// The tense of the clause that an atom stands in.
pub(super) fn tense(line: &Line, atom: &Atom) -> Tense {
    let before = atom.start.wrapping_sub(1);
    if line.is(before, "as") && line.is_one(before.wrapping_sub(1), &["soon", "early", "late"]) {
        return Tense::Future;
    }
    // "Wednesday's ruling" is over, whatever is to be done about it.
    if line.mark(atom.end, b'\'') && line.is(atom.end + 1, "s") {
        return Tense::Unknown;
    }
    // "Put off until Tuesday" looks ahead; a sentence that begins "Until Tuesday" looks back.
    if atom.bound == Bound::Until && before > 0 && !line.is(before.wrapping_sub(1), "up") {
        let late = head_token(line, atom).is_some_and(|head| was_awaited(line.syntax, head));
        return if late { Tense::Past } else { Tense::Future };
    }
    let Some(head) = head_token(line, atom) else {
        return Tense::Unknown;
    };
    let sentence = line.syntax;
    if let Some(tense) = as_predicate(line, head) {
        return tense;
    }
    let Some(governor) = governor(sentence, head) else {
        return Tense::Unknown;
    };
    let Some(verb) = predicate_at_or_above(sentence, governor) else {
        let verb = sentence.tokens.iter().position(|t| t.upos == Upos::Verb);
        return verb.map_or(Tense::Unknown, |verb| tense_of(line, verb, 3));
    };
    of_clause(line, atom, [head, governor, verb])
}

/// The tense of a clause for an atom in it: by the atom's head, what that goes with, and the predicate there or above.
fn of_clause(line: &Line, atom: &Atom, [head, governor, verb]: [usize; 3]) -> Tense {
    let sentence = line.syntax;
    let before = atom.start.wrapping_sub(1);
    let tense = tense_of(line, verb, 3);
    let direct = verb == governor || opens_sentence(line, atom);
    if is_planned(sentence, head, governor, verb)
        || is_named(line, atom, verb)
        || is_put_off(line, atom, verb)
        || direct && is_due(sentence, verb)
    {
        return of_plan(line, atom, verb);
    }
    let of_object = || is_of_object(sentence, head, governor, verb);
    match tense {
        Tense::Present if (direct || of_object()) && looks_ahead(sentence, verb, "event") => {
            Tense::Future
        }
        // "The union votes on Friday"; a headline, which has no full stop, tells the past so.
        Tense::Present
            if direct
                && is_told(sentence)
                && !is_report(sentence, verb)
                && !is_treated_after(sentence, verb, head) =>
        {
            Tense::Future
        }
        // "A strike was called for Friday"; the loss was for the quarter.
        Tense::Past if direct && line.is(before, "for") && is_weekday(line, atom) => {
            planned(line, verb)
        }
        Tense::Future if !direct && atom.bound == Bound::By => tense,
        Tense::Future if of_object() && is_event_of(sentence, governor, verb) => tense,
        Tense::Future if !direct && line.is(before, "on") && ends_a_name(line, governor) => tense,
        // A day beside a noun ("the September visit") goes with the noun, not with the verb.
        Tense::Future | Tense::Past if !direct => Tense::Unknown,
        Tense::Present if is_report(sentence, verb) => Tense::Past,
        tense => tense,
    }
}

/// The token that a time goes with; that of "agreed in June to buy" is the verb before it, whatever the tree says.
fn governor(sentence: &Sentence, head: usize) -> Option<usize> {
    let above = sentence.tokens[head].head?;
    let leads = |mark: usize| {
        let token = &sentence.tokens[mark];
        token.deprel == Deprel::Mark && token.upos == Upos::Part && mark > head
    };
    let verb_before = sentence.tokens[above].head.filter(|&verb| verb < head);
    match verb_before {
        Some(verb) if above > head && sentence.children(above).any(leads) => Some(verb),
        _ => Some(above),
    }
}

/// Whether a day is that of a plan: "is expected on Friday", "planned a march on Friday", "declared Friday a holiday".
fn is_planned(sentence: &Sentence, head: usize, governor: usize, verb: usize) -> bool {
    let token = |i: usize| &sentence.tokens[i];
    let looks = |kind: &str| looks_ahead(sentence, verb, kind);
    let direct = verb == governor;
    let beside = direct && token(verb).xpos != Xpos::Vbd && looks("day");
    let named = direct && token(head).deprel == Deprel::Obj && looks("name");
    beside || named || looks("object") && is_of_object(sentence, head, governor, verb)
}

/// "Will have a hearing Friday": the day is the hearing's; "will face questions about the raid Friday" tells another's.
fn is_event_of(sentence: &Sentence, noun: usize, verb: usize) -> bool {
    sentence.tokens[noun].deprel == Deprel::Obj && looks_ahead(sentence, verb, "event")
}

/// "Declared Friday a holiday": a day that is given a name is to come, however the tree hangs it.
fn is_named(line: &Line, atom: &Atom, verb: usize) -> bool {
    line.is_one(atom.end, &["a", "an"]) && looks_ahead(line.syntax, verb, "name")
}

/// "Was due to testify on Friday", "was due in court": the tree takes "due" for a preposition; "was due to rain" has one.
fn is_due(sentence: &Sentence, verb: usize) -> bool {
    let cause = |t: usize| {
        let next = sentence.tokens.get(t + 1);
        next.is_some_and(|next| next.lemma == "to" && next.upos == Upos::Adp)
    };
    let mut marks = sentence.children(verb).filter(|&c| {
        let token = &sentence.tokens[c];
        matches!(token.deprel, Deprel::Case | Deprel::Mark) && token.lemma == "due"
    });
    marks.any(|due| !cause(due))
}

/// "Moved from December to March", "brought forward to Friday": either end of what is put off is a plan.
fn is_put_off(line: &Line, atom: &Atom, verb: usize) -> bool {
    let end = line.is_one(atom.start.wrapping_sub(1), &["to", "till"]);
    (end || atom.bound == Bound::From) && looks_ahead(line.syntax, verb, "to")
}

/// "Is being treated after a fall on Friday": the day is that of what comes behind "after".
fn is_treated_after(sentence: &Sentence, verb: usize, head: usize) -> bool {
    let mut between = (verb + 1)..head;
    sentence.tokens[verb].xpos == Xpos::Vbn && between.any(|t| sentence.tokens[t].lemma == "after")
}

/// The direction of a plan; "was due in March", "had been set for May 2" may be told before that day or after it.
fn of_plan(line: &Line, atom: &Atom, verb: usize) -> Tense {
    let sentence = line.syntax;
    let was = |c: usize| {
        let token = &sentence.tokens[c];
        let helper = [Deprel::Aux, Deprel::AuxPass, Deprel::Cop].contains(&token.deprel);
        helper && matches!(&*token.lemma, "be" | "have") && token.xpos == Xpos::Vbd
    };
    if !is_weekday(line, atom) && sentence.children(verb).any(was) {
        return Tense::Unknown;
    }
    planned(line, verb)
}

/// "In December two men were held": what opens a sentence goes with its verb, whatever the tree hangs it on.
fn opens_sentence(line: &Line, atom: &Atom) -> bool {
    atom.start == 1 && line.is_one(0, &["in", "on"])
}

/// Whether a day goes with a verb that has an object before it, or with that object: "has a hearing on Friday".
fn is_of_object(sentence: &Sentence, head: usize, governor: usize, verb: usize) -> bool {
    let token = |i: usize| &sentence.tokens[i];
    let mut object = sentence
        .children(verb)
        .filter(|&c| token(c).deprel == Deprel::Obj && c < head);
    // "A march on the capital on Friday": the tree may hang the day on any of the names in between.
    let mut noun = governor;
    while noun != verb && token(noun).deprel == Deprel::Nmod {
        noun = token(noun).head.unwrap_or(verb);
    }
    object.any(|object| noun == verb || noun == object)
}

fn is_weekday(line: &Line, atom: &Atom) -> bool {
    matches!(line.word(atom.start), Word::Weekday(_))
}

/// Whether a sentence ends as prose does.
fn is_told(sentence: &Sentence) -> bool {
    let last = sentence.tokens.last();
    last.is_some_and(|token| token.xpos == Xpos::Period)
}

/// "Did not return until Wednesday": that Wednesday is past.
fn was_awaited(sentence: &Sentence, head: usize) -> bool {
    let Some(verb) = sentence.tokens[head].head else {
        return false;
    };
    let did = |c: usize| {
        let token = &sentence.tokens[c];
        token.deprel == Deprel::Aux && token.xpos == Xpos::Vbd
    };
    sentence.children(verb).any(did) && is_denied(sentence, verb)
}

/// Whether a verb is denied: "could not be reached", "neither could be found", "nobody could be found".
fn is_denied(sentence: &Sentence, verb: usize) -> bool {
    let denies = |lemma: &str| {
        matches!(
            lemma,
            "not" | "n't" | "never" | "neither" | "nor" | "none" | "nobody"
        )
    };
    let mut children = sentence.children(verb);
    children.any(|c| denies(&sentence.tokens[c].lemma))
}

/// "Will meet the governor of the region on Friday": the tree hangs the day on the region, which has none; that of "the
/// bombing of the embassy on Friday" may be the bombing's.
fn ends_a_name(line: &Line, noun: usize) -> bool {
    const EVENTS: [&str; 6] = ["ing", "tion", "sion", "ment", "ack", "ash"];
    let tokens = &line.syntax.tokens;
    let above = tokens[noun]
        .head
        .filter(|_| tokens[noun].deprel == Deprel::Nmod);
    above.is_some_and(|h| !EVENTS.iter().any(|end| tokens[h].lemma.ends_with(end)))
}

/// "The vote is Tuesday", "the vote was on Tuesday": the time is the predicate.
fn as_predicate(line: &Line, head: usize) -> Option<Tense> {
    let copula = line.syntax.child(head, &[Deprel::Cop])?;
    let past = matches!(line.syntax.tokens[copula].xpos, Xpos::Vbd | Xpos::Vbn);
    Some(if past { Tense::Past } else { Tense::Future })
}

/// The token of an atom whose head lies outside of it.
fn head_token(line: &Line, atom: &Atom) -> Option<usize> {
    let first = line.token_index(atom.start)?;
    let last = line.token_index(atom.end - 1)?;
    (first..=last).find(|&t| {
        let head = line.syntax.tokens[t].head;
        head.is_none_or(|h| h < first || h > last)
    })
}

/// The verb or copular predicate at token `i` or above it.
fn predicate_at_or_above(sentence: &Sentence, i: usize) -> Option<usize> {
    let is_predicate = |h: usize| {
        sentence.tokens[h].upos == Upos::Verb
            || is_plan(sentence, h)
            || sentence.child(h, &[Deprel::Cop, Deprel::Aux]).is_some()
    };
    if is_predicate(i) {
        return Some(i);
    }
    let mut ancestors = sentence.ancestors(i).take(sentence.tokens.len());
    ancestors.find(|&h| is_predicate(h))
}

fn is_plan(sentence: &Sentence, i: usize) -> bool {
    let token = &sentence.tokens[i];
    matches!(token.upos, Upos::Verb | Upos::Adj)
        && ["day", "verb"]
            .iter()
            .any(|kind| looks_ahead(sentence, i, kind))
}

/// Whether the table of plans says that of the token's lemma.
fn looks_ahead(sentence: &Sentence, i: usize, kind: &str) -> bool {
    let kinds = PLANS.get(sentence.tokens[i].lemma.as_str());
    kinds.is_some_and(|kinds| kinds.split(' ').any(|k| k == kind))
}

fn is_report(sentence: &Sentence, i: usize) -> bool {
    matches!(
        sentence.tokens[i].lemma.as_str(),
        "say" | "tell" | "report" | "write" | "show"
    )
}

/// The tense of a verb from its auxiliaries, its own form, and the verb that governs its infinitive.
fn tense_of(line: &Line, verb: usize, depth: u8) -> Tense {
    let sentence = line.syntax;
    let word = |i: usize| sentence.tokens[i].span.of(line.text);
    let kinds = [Deprel::Aux, Deprel::AuxPass, Deprel::Cop, Deprel::Mark];
    let helpers = || {
        let children = sentence.children(verb);
        children.filter(|&c| kinds.contains(&sentence.tokens[c].deprel))
    };
    let mut seen = Tense::Unknown;
    for helper in helpers() {
        match &*lower(word(helper)) {
            "could" if is_denied(sentence, verb) => seen = Tense::Past,
            "will" | "'ll" | "wo" | "shall" | "would" | "'d" | "may" | "might" | "could"
            | "can" | "should" | "must" | "ca" => {
                let perfect = helpers().any(|h| word(h).eq_ignore_ascii_case("have"));
                return if perfect { Tense::Past } else { Tense::Future };
            }
            "had" | "was" | "were" | "did" | "has" | "have" | "'ve" | "been" => seen = Tense::Past,
            "is" | "are" | "am" | "'s" | "'re" | "do" | "does" if seen == Tense::Unknown => {
                seen = Tense::Present;
            }
            "to" if sentence.tokens[helper].upos == Upos::Part => {
                return infinitive(line, verb, depth);
            }
            _ => {}
        }
    }
    if seen == Tense::Present && sentence.tokens[verb].xpos == Xpos::Vbg {
        return Tense::Future;
    }
    match (seen, sentence.tokens[verb].xpos) {
        (Tense::Unknown, Xpos::Vbd | Xpos::Vbn) => Tense::Past,
        (Tense::Unknown, Xpos::Vbp | Xpos::Vb)
            if lexicon::in_group("unchanged", &sentence.tokens[verb].lemma) =>
        {
            Tense::Past
        }
        (Tense::Unknown, Xpos::Vbz | Xpos::Vbp) => Tense::Present,
        (Tense::Unknown, Xpos::Vbg) => above(line, verb, depth),
        (seen, _) => seen,
    }
}

/// A plan looks ahead, but "had been scheduled" tells of one that is over.
fn planned(line: &Line, verb: usize) -> Tense {
    let sentence = line.syntax;
    let over = sentence.children(verb).any(|c| {
        sentence.tokens[c].deprel == Deprel::Aux
            && sentence.tokens[c]
                .span
                .of(line.text)
                .eq_ignore_ascii_case("had")
    });
    if over { Tense::Past } else { Tense::Future }
}

/// "to meet" looks ahead behind a verb that plans, else as its governor does.
fn infinitive(line: &Line, verb: usize, depth: u8) -> Tense {
    let sentence = line.syntax;
    match sentence.tokens[verb].head {
        Some(head) if is_plan(sentence, head) => planned(line, head),
        Some(_) => above(line, verb, depth),
        None => Tense::Future,
    }
}

/// The tense of the predicate above.
fn above(line: &Line, verb: usize, depth: u8) -> Tense {
    let head = line.syntax.tokens[verb].head;
    match head.and_then(|h| predicate_at_or_above(line.syntax, h)) {
        Some(governor) if depth > 0 && governor != verb => tense_of(line, governor, depth - 1),
        _ => Tense::Unknown,
    }
}
