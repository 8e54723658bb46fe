//! Who "he", "the gunman" and "the company" are, inside one article: a few precise rules, silence when unsure.

use std::ops::Range;
use std::sync::Arc;

use gainsay_syntax::{Deprel, Span, Token, Upos, Xpos};

use super::lexicon::{self, Part};
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

/// How many sentences back an antecedent may stand.
const REACH: usize = 2;

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

/// What an article has told up to a word.
struct Known<'a> {
    document: &'a Document,
    mentions: &'a [Mention<Arc<Entity>>],
    /// Descriptions and whom they mean, in text order.
    described: &'a [Link],
    /// Pronouns so far, in text order.
    links: &'a [Link],
}

#[derive(Clone, Copy)]
struct At {
    span: Span,
    sentence: usize,
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

/// The antecedent in the nearest sentence that has one: its subject, else the only one there.
///
/// Where a sentence names nobody, a pronoun that is its subject leads on to whom it stands for.
fn nearest(known: &Known, at: At, fits: &dyn Fn(&Entity) -> bool) -> Option<usize> {
    let mentions = known.mentions;
    let mut next = mentions.partition_point(|m| m.sentence <= at.sentence);
    for back in 0..=REACH {
        let sentence = at.sentence.checked_sub(back)?;
        let before = mentions[..next].iter().rev();
        let first = next - before.take_while(|m| m.sentence == sentence).count();
        let tokens = &known.document.sentences[sentence].syntax.tokens;
        let (mut here, mut subjects) = (Among::Nobody, Among::Nobody);
        for m in first..next {
            let mention = &mentions[m];
            if mention.span.end > at.span.start || !fits(&mention.value) {
                continue;
            }
            let own = tokens_of(tokens, mention.span);
            let subject = is_subject(tokens, own.clone());
            let told = subject || mention.value.kind != Kind::Role;
            if told && !is_predicate(tokens, &own) {
                here = here.with(mentions, m);
                if subject {
                    subjects = subjects.with(mentions, m);
                }
            }
        }
        next = first;
        let found = match (here, subjects) {
            (Among::Nobody, _) => match carried(known, at, sentence, fits) {
                Some(mention) => return Some(mention),
                None => continue,
            },
            (_, Among::One(m)) | (Among::One(m), Among::Nobody) => Some(described_by(known, m)),
            (Among::One(_) | Among::Several, _) => None,
        };
        return found;
    }
    None
}

/// Whom the subject of a sentence stands for that is a pronoun: "She is to stay. She won the award."
fn carried(
    known: &Known,
    at: At,
    sentence: usize,
    fits: &dyn Fn(&Entity) -> bool,
) -> Option<usize> {
    let tokens = &known.document.sentences[sentence].syntax.tokens;
    let first = known.links.partition_point(|l| l.sentence < sentence);
    let here = known.links[first..]
        .iter()
        .take_while(|l| l.sentence == sentence);
    let mut here = here.filter(|link| {
        link.span.end <= at.span.start
            && tokens
                .iter()
                .any(|t| t.span == link.span && is_subject_word(t) && t.xpos == Xpos::Prp)
    });
    let link = here.next()?;
    fits(&known.mentions[link.mention].value).then_some(link.mention)
}

/// The name that a description leads back to, or the mention itself.
fn described_by(known: &Known, mention: usize) -> usize {
    let span = known.mentions[mention].span;
    let found = known.described.binary_search_by_key(&span, |l| l.span);
    found.map_or(mention, |at| known.described[at].mention)
}

/// Whom some mentions are of.
#[derive(Clone, Copy)]
pub(super) enum Among {
    /// There are none.
    Nobody,
    /// One entity, last mentioned there.
    One(usize),
    /// More than one.
    Several,
}

impl Among {
    /// The same with one more mention.
    pub(super) fn with(self, mentions: &[Mention<Arc<Entity>>], mention: usize) -> Self {
        match self {
            Self::One(last) if mentions[last].value.name != mentions[mention].value.name => {
                Self::Several
            }
            Self::Nobody | Self::One(_) => Self::One(mention),
            Self::Several => Self::Several,
        }
    }
}

fn is_subject_word(token: &Token) -> bool {
    matches!(token.deprel, Deprel::Nsubj | Deprel::NsubjPass)
}

/// Whether a mention is what its sentence tells of.
fn tells(document: &Document, mention: &Mention<Arc<Entity>>) -> bool {
    let tokens = &document.sentences[mention.sentence].syntax.tokens;
    is_subject(tokens, tokens_of(tokens, mention.span))
}

/// Whether any of those tokens is a subject, or stands beside one.
fn is_subject(tokens: &[Token], own: Range<usize>) -> bool {
    // "Peter Hale and Paul Marsh argued": both are subjects.
    let is_joined = |token: &Token| {
        let first = token.head.filter(|_| token.deprel == Deprel::Conj);
        first.is_some_and(|i| is_subject_word(&tokens[i]))
    };
    // "Oscar winner Delia Roe was rushed there": the name is the subject as much as what it is joined to.
    let is_apposed = |token: &Token| {
        let close = matches!(token.deprel, Deprel::Appos | Deprel::Flat);
        let noun = token.head.filter(|_| close);
        noun.is_some_and(|i| {
            is_subject_word(&tokens[i])
                && tokens[i].upos == Upos::Noun
                && token.span.start == tokens[i].span.end + 1
        })
    };
    tokens[own]
        .iter()
        .any(|token| is_subject_word(token) || is_joined(token) || is_apposed(token))
}

/// The tokens that lie in a stretch.
fn tokens_of(tokens: &[Token], span: Span) -> Range<usize> {
    let start = tokens.partition_point(|t| t.span.start < span.start);
    let inside = tokens[start..].iter();
    start..start + inside.take_while(|t| t.span.end <= span.end).count()
}

/// "She is a hard worker" speaks of one person only: the worker is no one else.
fn is_predicate(tokens: &[Token], own: &Range<usize>) -> bool {
    let mut copulas = tokens.iter().filter(|t| t.deprel == Deprel::Cop);
    copulas.any(|t| t.head.is_some_and(|head| own.contains(&head)))
}
