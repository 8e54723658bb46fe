//! What the words right around an amount say that it measures, whatever the tree: "escaped with $40,000", "a street value
//! of $90 million", "turnout was 61 percent".
//!
//! Parsers hang such amounts on "police said" or on the day; the fixed turns of news English around them are safer.

use std::sync::LazyLock;

use crate::lexicon::{parts, rows};
use crate::values::Mention;
use crate::values::quantity::{Dimension, Quantity, Unit};

use super::Scene;

/// Most words that a `*` stands for, and a `**`.
const GAPS: [usize; 2] = [4, 10];

/// A fixed turn around an amount.
#[derive(Debug)]
struct Phrase {
    matter: &'static str,
    dimensions: Vec<&'static str>,
    /// From the amount leftward.
    before: Vec<Element>,
    /// From the amount rightward.
    after: Vec<Element>,
}

#[derive(Debug)]
enum Element {
    /// One of these words, each a form or a lemma.
    Words(Vec<&'static str>),
    /// Up to so many words, none of them a comma.
    Gap(usize),
}

static PHRASES: LazyLock<Vec<Phrase>> = LazyLock::new(|| {
    let phrases = rows(include_str!("phrases.tsv")).flat_map(|[matter, dimensions, phrases]| {
        let read = move |phrase| Phrase::read(matter, dimensions, phrase);
        parts(phrases, b'|').filter_map(read)
    });
    phrases.collect()
});

/// The names of all matters that phrases tell of, in their order.
pub(super) fn matters() -> impl Iterator<Item = &'static str> {
    let told = PHRASES.iter().map(|phrase| phrase.matter);
    told.filter(|&matter| matter != EARLIER)
}

/// Stands for what an amount was before.
const EARLIER: &str = "earlier";

/// What the words around an amount tell of it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Turn {
    /// The name of its matter.
    pub matter: Option<&'static str>,
    /// Whether it is told as what was before: "from $186 million a year earlier".
    pub earlier: bool,
}

/// What the words around an amount tell of it.
pub fn told(scene: &Scene, mention: &Mention<Quantity>) -> Turn {
    let tokens = &scene.sentence.tokens;
    let Some(first) = tokens.iter().position(|t| t.span.overlaps(mention.span)) else {
        return Turn::default();
    };
    let last = tokens.iter().rposition(|t| t.span.overlaps(mention.span));
    let next = last.map_or(first, |last| last + 1);
    let words: Vec<[String; 2]> = (0..tokens.len())
        .map(|i| [scene.form(i), tokens[i].lemma.to_lowercase()])
        .collect();
    let dimensions = dimensions(&mention.value);
    let fitting = PHRASES.iter().filter(|phrase| {
        phrase.dimensions.iter().any(|d| dimensions.contains(d))
            && fits(&phrase.before, &mut words[..first].iter().rev())
            && fits(&phrase.after, &mut words[next..].iter())
    });
    let mut told = Turn::default();
    let mut size = 0;
    for phrase in fitting {
        if phrase.matter == EARLIER {
            told.earlier = true;
        } else if phrase.size() > size {
            size = phrase.size();
            told.matter = Some(phrase.matter);
        }
    }
    told
}

/// The dimension by the names that the table has for it: money for each share stands for itself.
fn dimensions(quantity: &Quantity) -> [&'static str; 2] {
    let money = Dimension::Money.name();
    let plain = match quantity.dimension() {
        Dimension::Ratio => Dimension::Percent.name(),
        other => other.name(),
    };
    match each(&quantity.unit) {
        Some((_, "share")) => ["share"; 2],
        Some(_) => ["yearly", money],
        None => [plain; 2],
    }
}

/// The money of an amount for each share or each year, and for which of them: "88 cents a share", "$180 million a year".
pub fn each(unit: &Unit) -> Option<(&Unit, &str)> {
    let Unit::Per(of, per) = unit else {
        return None;
    };
    let per = match &**per {
        Unit::Counted(noun) if noun.lemma == "share" => "share",
        Unit::Measure(measure) if measure.name == "year" => "year",
        _ => return None,
    };
    (of.dimension() == Dimension::Money).then_some((&**of, per))
}

impl Phrase {
    fn read(matter: &'static str, dimensions: &'static str, phrase: &'static str) -> Option<Self> {
        let (before, after) = phrase.split_once('_')?;
        let elements = |words: &'static str| -> Vec<Element> {
            let words = words.split_whitespace();
            let element = |word: &'static str| match word {
                "*" => Element::Gap(GAPS[0]),
                "**" => Element::Gap(GAPS[1]),
                word => Element::Words(parts(word, b'/').collect()),
            };
            words.map(element).collect()
        };
        let mut before = elements(before);
        before.reverse();
        Some(Self {
            matter,
            dimensions: parts(dimensions, b' ').collect(),
            before,
            after: elements(after),
        })
    }

    /// How many words it names.
    fn size(&self) -> usize {
        let elements = self.before.iter().chain(&self.after);
        elements.filter(|e| matches!(e, Element::Words(_))).count()
    }
}

/// Whether the words begin with the elements.
fn fits<'w>(
    elements: &[Element],
    words: &mut (impl Iterator<Item = &'w [String; 2]> + Clone),
) -> bool {
    let Some((element, rest)) = elements.split_first() else {
        return true;
    };
    match element {
        Element::Words(choices) => {
            let named = |word: &[String; 2]| word.iter().any(|w| choices.contains(&w.as_str()));
            words.next().is_some_and(named) && fits(rest, words)
        }
        Element::Gap(most) => {
            for _ in 0..=*most {
                if fits(rest, &mut words.clone()) {
                    return true;
                }
                if words
                    .next()
                    .is_none_or(|[form, _]| form == "," || form == ";")
                {
                    return false;
                }
            }
            false
        }
    }
}
