//! A passive that is not said twice: in "24 people were killed and 18 others injured" the others were injured.

use crate::{Deprel, Sentence, Token, Upos, Xpos};

/// Gives the participle behind "and" and a count its own subject, and hangs it on the passive before.
pub(super) fn mend(sentence: &mut Sentence) {
    for participle in 3..sentence.tokens.len() {
        if let Some((passive, and, noun)) = elided(&sentence.tokens, participle) {
            let tokens = &mut sentence.tokens;
            attach(&mut tokens[participle], passive, Deprel::Conj);
            attach(&mut tokens[noun], participle, Deprel::NsubjPass);
            attach(&mut tokens[and], participle, Deprel::Cc);
            for number in &mut tokens[and + 1..noun] {
                attach(number, noun, Deprel::Nummod);
            }
        }
    }
}

fn attach(token: &mut Token, head: usize, deprel: Deprel) {
    token.head = Some(head);
    token.deprel = deprel;
}

/// The passive, the "and" and the counted noun (or the bare number) before a participle: "killed and 18 others injured".
fn elided(tokens: &[Token], participle: usize) -> Option<(usize, usize, usize)> {
    let is_participle = |i: usize| matches!(tokens[i].xpos, Xpos::Vbn | Xpos::Vbd);
    let noun = participle - 1;
    let counted = tokens[noun].upos == Upos::Noun && tokens[noun - 1].upos == Upos::Num;
    let and = match tokens[noun].upos {
        Upos::Num => noun - 1,
        _ if counted && noun > 1 => noun - 2,
        _ => return None,
    };
    let passive = and.checked_sub(1)?;
    let is_passive = || {
        let mut children = tokens.iter().filter(|t| t.head == Some(passive));
        children.any(|t| t.deprel == Deprel::AuxPass)
    };
    // "Three were shot and two men robbed a shop": what has an object is active.
    let ends = |next: &Token| {
        !matches!(
            next.upos,
            Upos::Noun | Upos::Propn | Upos::Det | Upos::Pron | Upos::Num
        )
    };
    let fits = is_participle(participle)
        && tokens[participle].upos == Upos::Verb
        && tokens.get(participle + 1).is_none_or(ends)
        && tokens[and].lemma == "and"
        && is_participle(passive)
        && is_passive()
        && tokens[passive].head != Some(participle);
    fits.then_some((passive, and, noun))
}
