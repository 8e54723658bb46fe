//! Is it told, or kept back? "The victim's name was not released" in one article, the name in the next.
//!
//! What is kept back is stated in few ways, so it decides: only what some article keeps back is looked for in the others.

use gainsay_syntax::{Deprel, Sentence, Span, Upos, Xpos};

use crate::article::{Article, BlockKind};
use crate::claims::cast::Part;
use crate::claims::frame::{Frame, stretch};
use crate::claims::modality::{self, Stance};
use crate::claims::referent::{self, groups};
use crate::claims::{Answer, Attribute, Claim, Disclosure, Question, Scene};
use crate::document::Document;
use crate::values::Mentions;
use crate::values::entity::{Entity, Kind};

use super::WORDS;

/// One claim for each thing that the sentence keeps back, and for the reasons, hours and injuries that it tells.
pub fn ask(scene: &Scene) -> Vec<Claim> {
    let mut claims = kept_names(scene);
    claims.extend(kept_clauses(scene));
    claims.extend(given_reasons(scene));
    claims.extend(given_hours(scene));
    claims.extend(given_injuries(scene));
    claims
}

fn claim(scene: &Scene, matter: String, told: Disclosure, span: Span, said: Span) -> Claim {
    Claim {
        span,
        ..scene.claim(said, question(matter), Answer::Disclosed(told))
    }
}

fn question(matter: String) -> Question {
    Question {
        label: format!("{matter}: told or not"),
        attribute: Attribute::Disclosed(matter),
        event: None,
        subject: None,
    }
}

/// "The victim's name was not released", "police have not identified the suspect".
fn kept_names(scene: &Scene) -> Vec<Claim> {
    let (sentence, tokens) = (scene.sentence, &scene.sentence.tokens);
    let mut claims = Vec::new();
    for (i, token) in tokens.iter().enumerate() {
        let Some(verb) = token.head.filter(|&v| is_kept(sentence, v)) else {
            continue;
        };
        let role = matches!(
            token.deprel,
            Deprel::Obj | Deprel::NsubjPass | Deprel::Nsubj
        );
        let is_name = matches!(token.lemma.as_str(), "name" | "identity");
        let naming = matches!(tokens[verb].lemma.as_str(), "identify" | "name");
        let bearer = if is_name {
            sentence.child(i, &[Deprel::Nmod, Deprel::NmodPoss])
        } else {
            Some(i).filter(|_| naming && token.deprel != Deprel::Nsubj)
        };
        let part = bearer
            .filter(|_| role)
            .and_then(|bearer| part_of(scene, bearer));
        if let Some(part) = part {
            let whose = bearer.map(|b| scene.referent(described(sentence, b)));
            let first = bearer.map_or(token.span, |b| tokens[b].span);
            let span = stretch(sentence, verb, &[token.span, first]);
            let matter = format!("name of the {}", part.name());
            let mut kept = claim(scene, matter, Disclosure::Withheld, span, span);
            kept.question.subject = whose;
            claims.push(kept);
        }
    }
    claims
}

/// The noun that tells what a bearer is, which stands right before "whose": "a guard, whose name was not released".
fn described(sentence: &Sentence, bearer: usize) -> usize {
    let tokens = &sentence.tokens;
    let mut before = (0..bearer).rev().skip_while(|&i| tokens[i].lemma == ",");
    let noun = before.next().filter(|&i| tokens[i].upos == Upos::Noun);
    noun.filter(|_| tokens[bearer].xpos == Xpos::WpDollar)
        .unwrap_or(bearer)
}

/// Whether a verb of telling is denied, put off or refused: "was not released", "will be released after".
fn is_kept(sentence: &Sentence, verb: usize) -> bool {
    let tokens = &sentence.tokens;
    if !WORDS.has("tell", &tokens[verb].lemma) {
        return false;
    }
    let mut negated = false;
    let mut planned = false;
    for child in sentence.children(verb) {
        let lemma = tokens[child].lemma.as_str();
        negated |= modality::is_negation(&tokens[child]);
        planned |= matches!(lemma, "will" | "would" | "'ll");
    }
    let until = sentence.children(verb).any(|child| {
        tokens[child].deprel == Deprel::Advcl
            && sentence
                .children(child)
                .any(|mark| matches!(tokens[mark].lemma.as_str(), "until" | "after" | "once"))
    });
    let refused = tokens[verb].head.is_some_and(|above| {
        tokens[verb].deprel == Deprel::Xcomp
            && matches!(tokens[above].lemma.as_str(), "decline" | "refuse" | "yet")
    });
    negated || refused || (planned && until)
}

/// Whose name it is, as the part that he or she plays.
fn part_of(scene: &Scene, bearer: usize) -> Option<Part> {
    let tokens = &scene.sentence.tokens;
    let noun = tokens[bearer].lemma.to_lowercase();
    let noun = if noun == "decease" {
        "deceased".to_owned()
    } else {
        noun
    };
    let class = |frame: &Frame, wanted: &[&str]| {
        frame
            .classes
            .first()
            .is_some_and(|c| wanted.contains(&c.name()))
    };
    if matches!(
        noun.as_str(),
        "victim" | "deceased" | "dead" | "fatality" | "casualty"
    ) {
        return Some(Part::Dead);
    }
    if groups(&noun).contains(&"attacker") {
        return Some(Part::Accused);
    }
    let killed = scene
        .frames
        .iter()
        .any(|f| class(f, &["death"]) && tokens[f.head].head == Some(bearer));
    if groups(&noun).contains(&"person") {
        return killed.then_some(Part::Dead);
    }
    let held = scene
        .frames
        .iter()
        .any(|f| class(f, &["arrest", "custody", "charge"]));
    (tokens[bearer].upos == Upos::Pron && held).then_some(Part::Accused)
}

/// "Did not say why she was suspended", "have not revealed how the women died", "it was unclear when he would appear".
fn kept_clauses(scene: &Scene) -> Vec<Claim> {
    let (sentence, tokens) = (scene.sentence, &scene.sentence.tokens);
    let mut claims = Vec::new();
    for (i, token) in tokens.iter().enumerate() {
        let question = match token.lemma.as_str() {
            "why" | "reason" => "reason",
            "when" => "time",
            "how" => "manner",
            _ => continue,
        };
        // The clause's own event is the nearest one after the question word.
        let event = scene
            .frames
            .iter()
            .find(|f| f.verbal && f.head > i && f.head - i <= 10);
        let Some((frame, class)) = event.and_then(|f| Some((f, f.classes.first()?))) else {
            continue;
        };
        let teller = tokens[..i].iter().enumerate().rev().take(6).find(|(v, t)| {
            is_kept(sentence, *v) || matches!(t.lemma.as_str(), "unclear" | "unknown")
        });
        let after = || (frame.head + 1..tokens.len()).find(|&v| is_kept(sentence, v));
        let teller = teller.map(|(v, _)| v).or_else(|| {
            let is_noun = token.lemma == "reason";
            after().filter(|_| is_noun)
        });
        let fits = question != "manner" || class.name() == "death";
        if let Some(teller) = teller.filter(|_| fits) {
            let span = token
                .span
                .cover(tokens[frame.head].span)
                .cover(tokens[teller].span);
            claims.push(claim(
                scene,
                format!("{question} of {}", class.name()),
                Disclosure::Withheld,
                span,
                span,
            ));
        }
    }
    claims
}

/// "Suspended for feuding with colleagues", "suspended following an altercation".
fn given_reasons(scene: &Scene) -> Vec<Claim> {
    let (sentence, tokens) = (scene.sentence, &scene.sentence.tokens);
    let told = scene
        .frames
        .iter()
        .filter(|f| f.verbal && f.stance == Stance::FACT);
    told.filter_map(|frame| {
        let class = frame.classes.first()?;
        let reason = sentence.children(frame.head).find(|&child| {
            let marks = |words: &[&str]| {
                sentence
                    .children(child)
                    .any(|mark| words.contains(&tokens[mark].lemma.as_str()))
            };
            match tokens[child].deprel {
                Deprel::Advcl => marks(&["for", "because", "when"]),
                Deprel::Obl => marks(&["follow", "following"]),
                _ => false,
            }
        })?;
        let span = tokens[frame.head].span.cover(tokens[reason].span);
        let matter = format!("reason of {}", class.name());
        Some(claim(scene, matter, Disclosure::Given, span, span))
    })
    .collect()
}

/// "Appeared in court on Monday".
fn given_hours(scene: &Scene) -> Vec<Claim> {
    let tokens = &scene.sentence.tokens;
    let told = scene
        .frames
        .iter()
        .filter(|f| f.verbal && f.stance == Stance::FACT);
    told.filter_map(|frame| {
        let class = frame.classes.first().filter(|c| c.is_step())?;
        let time = scene.mentions.times_in(scene.index).find(|m| {
            let head = scene.head_of(m.span);
            head.and_then(|h| scene.frame_over(h, 2))
                .is_some_and(|f| f.head == frame.head)
        })?;
        let span = tokens[frame.head].span.cover(time.span);
        let matter = format!("time of {}", class.name());
        Some(claim(scene, matter, Disclosure::Given, span, span))
    })
    .collect()
}

/// "Both had suffered head injuries": how they died.
fn given_injuries(scene: &Scene) -> Vec<Claim> {
    let (sentence, tokens) = (scene.sentence, &scene.sentence.tokens);
    let injury = |i: &usize| {
        matches!(tokens[*i].lemma.as_str(), "injury" | "wound")
            && sentence
                .child(*i, &[Deprel::Compound, Deprel::Amod])
                .is_some()
    };
    let told = (0..tokens.len()).filter(injury).filter_map(|i| {
        let verb = tokens[i].head?;
        let verbs = ["suffer", "sustain", "find", "die", "receive", "have"];
        let matter = "manner of death".to_owned();
        let span = tokens[verb].span.cover(tokens[i].span);
        verbs
            .contains(&tokens[verb].lemma.as_str())
            .then(|| claim(scene, matter, Disclosure::Given, span, span))
    });
    told.collect()
}

/// The names of those who play a part, where the article first gives them: what another may keep back.
pub fn names(
    article: &Article,
    document: &Document,
    mentions: &Mentions,
    frames: &[Vec<Frame>],
) -> Vec<Claim> {
    let mut claims = Vec::new();
    for part in [Part::Dead, Part::Accused] {
        let names = part.named(document, mentions, frames);
        let plays = |e: &Entity| e.kind == Kind::Person && names.contains(&e.name);
        let first = mentions.entities.iter().find(|m| {
            let block = document.sentences[m.sentence].block;
            let headline = matches!(
                article.blocks[block].kind,
                BlockKind::Headline | BlockKind::Heading(_)
            );
            plays(&m.value) && !headline && is_full_name(m.span.of(&article.text))
        });
        let Some(first) = first else { continue };
        let matter = format!("name of the {}", part.name());
        let answer = Answer::Disclosed(Disclosure::Given);
        let question = Question {
            subject: Some(referent::of_person(&first.value, first.span)),
            ..question(matter)
        };
        claims.push(Claim {
            span: with_age(article, first.span),
            ..Claim::plain(first.sentence, first.span, question, answer)
        });
    }
    claims
}

/// The name with the age after it: "Ann Roe, 40".
fn with_age(article: &Article, name: Span) -> Span {
    let after = article.text.get(name.end..).unwrap_or_default();
    let digits = after.strip_prefix(", ").map_or(0, |rest| {
        rest.bytes().take_while(u8::is_ascii_digit).count()
    });
    let length = if digits == 2 { digits + 2 } else { 0 };
    Span {
        start: name.start,
        end: name.end + length,
    }
}

/// "Ann Roe", neither "Roe" nor "year-old man".
fn is_full_name(words: &str) -> bool {
    words.contains(' ') && words.starts_with(char::is_uppercase)
}
