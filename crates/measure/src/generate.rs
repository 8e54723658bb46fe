//! Made-up news, the same for the same seed: stories of places and people that do not exist, each told by several
//! articles in words and with numbers that differ now and then. What grows with the number of articles is measured on it.

use gainsay::article::Article;
use gainsay::lexicon::calendar::weekdays;
use gainsay::read::{self, Format};
use serde_json::json;

/// Articles that tell one story, where nothing else is asked for.
pub(crate) const TELLERS: usize = 10;
/// Of so many statements one is told otherwise than the others tell it.
const ASTRAY: usize = 8;

const SYLLABLES: [&str; 24] = [
    "bar", "del", "kor", "mi", "ran", "sol", "ta", "ven", "lu", "gor", "hal", "ne", "pir", "os",
    "dun", "fe", "wick", "ham", "stad", "ima", "ulo", "ek", "zar", "tho",
];
const KINDS: [&str; 10] = [
    "fire",
    "flood",
    "crash",
    "explosion",
    "landslide",
    "storm",
    "shooting",
    "collapse",
    "earthquake",
    "robbery",
];
const SITES: [&str; 10] = [
    "hotel",
    "bridge",
    "factory",
    "market",
    "school",
    "station",
    "mine",
    "harbour",
    "warehouse",
    "stadium",
];
/// What is said of an event, each in two wordings.
const STATEMENTS: [[&str; 2]; 8] = [
    [
        "A {kind} at a {site} in {town} killed {dead} people on {day}.",
        "At least {dead} people died in a {kind} at a {site} in {town} on {day}.",
    ],
    [
        "{hurt} people were injured, police said.",
        "Police said that {hurt} people were hurt.",
    ],
    [
        "The {kind} began at {hour} a.m., mayor {mayor} told reporters.",
        "Mayor {mayor} said that the {kind} started at {hour} a.m.",
    ],
    [
        "Some {homes} homes near the {site} lost power.",
        "The {kind} cut power to {homes} homes.",
    ],
    [
        "Damage was put at ${cost} million.",
        "The damage will cost about ${cost} million, {mayor} said.",
    ],
    [
        "{mayor}, {age}, became mayor of {town} in {year}.",
        "{mayor}, who is {age}, has been mayor of {town} since {year}.",
    ],
    [
        "The {site} was built in {built}.",
        "Built in {built}, the {site} stands in the centre of {town}.",
    ],
    [
        "Police arrested {held} people on {day}.",
        "{held} people were arrested, police in {town} said.",
    ],
];

/// Steele, Lea and Flood's `SplitMix64` ("Fast splittable pseudorandom number generators", 2014).
struct Chance(u64);

impl Chance {
    fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        ((z ^ (z >> 31)) % end as u64) as usize
    }

    fn pick<T: Copy>(&mut self, all: &[T]) -> T {
        all[self.below(all.len())]
    }

    fn name(&mut self) -> String {
        let parts = 2 + self.below(2);
        let name: String = (0..parts).map(|_| self.pick(&SYLLABLES)).collect();
        name[..1].to_uppercase() + &name[1..]
    }
}

/// The facts of a story: what stands in braces, and for it.
fn facts(chance: &mut Chance) -> Vec<(&'static str, String)> {
    let mut number = |low: usize, span: usize| (low + chance.below(span)).to_string();
    let numbers = [
        ("{dead}", number(2, 40)),
        ("{hurt}", number(5, 200)),
        ("{hour}", number(1, 11)),
        ("{homes}", number(100, 9000)),
        ("{cost}", number(2, 90)),
        ("{age}", number(35, 40)),
        ("{year}", number(1990, 30)),
        ("{built}", number(1850, 140)),
        ("{held}", number(2, 12)),
    ];
    let names = [
        ("{kind}", chance.pick(&KINDS).to_owned()),
        ("{site}", chance.pick(&SITES).to_owned()),
        ("{day}", chance.pick(weekdays()).to_owned()),
        ("{town}", chance.name()),
        ("{mayor}", format!("{} {}", chance.name(), chance.name())),
    ];
    numbers.into_iter().chain(names).collect()
}

/// That many articles as JSON lines, so many of them a story: `id` names the story, then the teller.
pub(crate) fn lines(count: usize, seed: u64, tellers: usize) -> impl Iterator<Item = String> {
    (0..count.div_ceil(tellers)).flat_map(move |story| {
        let mut chance = Chance(seed ^ (story as u64).wrapping_mul(0xD134_2543_DE82_EF95));
        let facts = facts(&mut chance);
        let day = format!("20{:02}-{:02}-{:02}", story % 25, 1 + story % 12, 1 + story % 28);
        let tellers = tellers.min(count - story * tellers);
        (0..tellers)
            .map(|teller| {
                let text = told(&facts, &mut chance);
                json!({
                    "id": format!("s{story}-{teller}"), "source": format!("Courier {teller}"), "date": day, "text": text,
                })
                .to_string()
            })
            .collect::<Vec<_>>()
    })
}

/// The story in one article's words; some of its facts go astray.
fn told(facts: &[(&str, String)], chance: &mut Chance) -> String {
    let mut text = String::new();
    for (i, wordings) in STATEMENTS.iter().enumerate() {
        if i > 0 && chance.below(4) == 0 {
            continue;
        }
        let mut statement = chance.pick(wordings).to_owned();
        for (name, value) in facts {
            let astray = chance.below(ASTRAY) == 0;
            let value = match value.parse::<usize>() {
                Ok(number) if astray => (number + 1 + chance.below(3)).to_string(),
                _ => value.clone(),
            };
            statement = statement.replace(name, &value);
        }
        text += &statement;
        text.push('\n');
    }
    text
}

/// The same as articles.
pub(crate) fn articles(count: usize, seed: u64) -> Vec<Article> {
    let read = lines(count, seed, TELLERS).flat_map(|line| {
        read::read(line.as_bytes(), "made.jsonl", Some(Format::Jsonl))
            .expect("what is generated can be read")
    });
    let numbered = read.enumerate();
    numbered
        .map(|(i, article)| Article {
            id: format!("a{}", i + 1),
            ..article
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::{TELLERS, lines};

    #[test]
    fn a_seed_gives_the_same_articles_and_another_others() {
        let made = |seed| lines(25, seed, TELLERS).collect::<Vec<_>>();
        assert_eq!(made(1), made(1));
        assert_ne!(made(1), made(2));
        assert_eq!(made(1).len(), 25);
        assert!(!made(1).concat().contains("{town}"));
    }
}
