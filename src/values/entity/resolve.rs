//! Who "he", "the gunman" and "the company" are, inside one article: a few precise rules, silence when unsure.

use std::sync::Arc;

use gainsay_syntax::{Deprel, Span, Token, Upos, Xpos};

use super::antecedent::{At, Known, nearest};
use super::lexicon::{self, Part};
use super::subject::tells;
use super::{Entity, Gender, Kind, bound, described};
use crate::article::Article;
use crate::document::Document;
use crate::lexicon::lower;
use crate::values::{Mention, naming};

/// A pronoun or description, and the mention that it leads back to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Link {
    /// The pronoun or description.
    pub span: Span,
    /// The sentence that holds it.
    pub sentence: usize,
    /// Index of the antecedent among the mentions.
    pub mention: usize,
}

/// Links pronouns ("he", "her", "they", "it") and definite descriptions ("the officer", "the company") to mentions.
///
/// `mentions` are those of [`super::recognize`], in text order. What has two likely antecedents stays without a link.
pub fn resolve(
    article: &Article,
    document: &Document,
    mentions: &[Mention<Arc<Entity>>],
) -> Vec<Link> {
    let mut links = Vec::new();
    let described = described::links(article, mentions);
    for (index, sentence) in document.sentences.iter().enumerate() {
        for (i, token) in sentence.syntax.tokens.iter().enumerate() {
            if !may_refer(token) {
                continue;
            }
            let Some(anaphor) = anaphor(&article.text, &sentence.syntax.tokens, i) else {
                continue;
            };
            let known = Known {
                document,
                mentions,
                described: &described,
                links: &links,
            };
            if let Some(mention) = antecedent(&known, &article.text, index, (i, anaphor)) {
                links.push(Link {
                    span: token.span,
                    sentence: index,
                    mention,
                });
            }
        }
    }
    links.extend(described);
    links.sort_by_key(|link| link.span);
    links
}

/// What may lead back to a mention.
enum Anaphor {
    /// "he"
    Pronoun,
    /// "the company"
    Body,
    /// "the 33-year-old"
    Age,
}

/// Whether a word so tagged may lead back to a mention: the cheapest question, asked of every token.
#[inline]
fn may_refer(token: &Token) -> bool {
    matches!(
        token.xpos,
        Xpos::Prp | Xpos::PrpDollar | Xpos::Nn | Xpos::Jj
    )
}

/// Whether token `i` may lead back to a mention, and as what.
fn anaphor(text: &str, tokens: &[Token], i: usize) -> Option<Anaphor> {
    let token = &tokens[i];
    match token.xpos {
        Xpos::Prp | Xpos::PrpDollar => Some(Anaphor::Pronoun),
        Xpos::Nn if is_definite(text, tokens, i) && lexicon::is(&token.lemma, Part::Body) => {
            Some(Anaphor::Body)
        }
        Xpos::Nn | Xpos::Jj if is_aged(text, tokens, i) => Some(Anaphor::Age),
        _ => None,
    }
}

/// The mention that token `i` of that sentence leads back to.
fn antecedent(
    known: &Known,
    text: &str,
    index: usize,
    (i, anaphor): (usize, Anaphor),
) -> Option<usize> {
    let at = At {
        span: known.document.sentences[index].syntax.tokens[i].span,
        sentence: index,
    };
    match anaphor {
        Anaphor::Pronoun => pronoun(known, text, at, i),
        Anaphor::Body => body(known, at),
        Anaphor::Age => aged(known, text, at),
    }
}

fn is_definite(text: &str, tokens: &[Token], i: usize) -> bool {
    i.checked_sub(1).is_some_and(|before| {
        let span = tokens[before].span;
        span.len() == 3 && matches!(text.get(span.start..span.end), Some("the" | "The"))
    })
}

/// "The 33-year-old": the nearest person who is not told to be of another age, as in "Roe, 36,".
fn aged(known: &Known, text: &str, at: At) -> Option<usize> {
    let number = |words: &str| {
        let end = words.find(|c: char| !c.is_ascii_digit());
        words[..end.unwrap_or(words.len())].parse::<u8>().ok()
    };
    let said = text
        .get(..at.span.end)?
        .rsplit(' ')
        .next()
        .and_then(number)?;
    let told = |m: &Mention<Arc<Entity>>| {
        let after = text.get(m.span.end..)?;
        number(after.strip_prefix(", ").or(after.strip_prefix(" ("))?)
    };
    let others: Vec<&str> = known
        .mentions
        .iter()
        .filter(|&m| told(m).is_some_and(|age| age != said))
        .map(|m| m.value.name.as_str())
        .collect();
    nearest(known, at, &|e| {
        is_named(e) && !others.contains(&e.name.as_str())
    })
}

/// "The 33-year-old has signed up": somebody by his age alone.
fn is_aged(text: &str, tokens: &[Token], i: usize) -> bool {
    let token = &tokens[i];
    let word = |back: usize| {
        i.checked_sub(back)
            .and_then(|j| tokens.get(j))
            .and_then(|t| text.get(t.span.start..t.span.end))
            .unwrap_or_default()
    };
    let to_its_end = text.get(..token.span.end);
    if !to_its_end.is_some_and(|text| text.ends_with("old")) {
        return false;
    }
    let last = word(0);
    let cut = last == "old" && word(2) == "year" && matches!(word(5), "the" | "The");
    let whole = last.ends_with("-year-old") && matches!(word(1), "the" | "The");
    let alone = !matches!(
        token.deprel,
        Deprel::Amod | Deprel::Compound | Deprel::NmodDesc
    );
    (cut || whole) && alone
}

fn is_named(entity: &Entity) -> bool {
    entity.kind == Kind::Person
}

fn pronoun(known: &Known, text: &str, at: At, i: usize) -> Option<usize> {
    let word = text.get(at.span.start..at.span.end).unwrap_or_default();
    let acts = || naming::acts(&known.document.sentences[at.sentence].syntax, i);
    let fits: fn(&Entity) -> bool = match &*lower(word) {
        "he" | "him" | "his" | "himself" => |e| is_person(e) && e.gender != Some(Gender::Female),
        "she" | "her" | "hers" | "herself" => |e| is_person(e) && e.gender != Some(Gender::Male),
        "they" | "them" | "their" | "themselves" => return group(known, at),
        "it" | "its" | "itself" if word.eq_ignore_ascii_case("its") || acts() => {
            |e| !is_person(e) && e.kind != Kind::Group
        }
        _ => return None,
    };
    let doer = bound::doer(known.document, known.mentions, at.sentence, i);
    let another = |e: &Entity| fits(e) && doer.is_none_or(|doer| doer != e.name);
    let found = nearest(known, at, &another)?;
    let mentions = known.mentions;
    let sure = is_person(&mentions[found].value) || tells(known.document, &mentions[found]);
    (sure && mentions[found].value.kind != Kind::Other).then_some(found)
}

/// "they": a group that is a subject, unless "Kim and Putin" stand in between.
fn group(known: &Known, at: At) -> Option<usize> {
    let (document, mentions) = (known.document, known.mentions);
    let found = nearest(known, at, &|e| e.kind == Kind::Group)?;
    let between = mentions[found].span.end..at.span.start;
    let mut tokens = document.sentences[mentions[found].sentence..=at.sentence]
        .iter()
        .flat_map(|s| &s.syntax.tokens);
    let joined = tokens.any(|t| {
        t.deprel == Deprel::Conj
            && matches!(t.upos, Upos::Propn | Upos::Noun)
            && between.contains(&t.span.start)
    });
    let near = mentions[found].sentence == at.sentence || tells(document, &mentions[found]);
    (near && !joined).then_some(found)
}

fn is_person(entity: &Entity) -> bool {
    matches!(entity.kind, Kind::Person | Kind::Role)
}

/// "the company": the only organization that the sentences before name.
fn body(known: &Known, at: At) -> Option<usize> {
    nearest(known, at, &|e| {
        e.kind == Kind::Organization && e.name.starts_with(char::is_uppercase)
    })
}
