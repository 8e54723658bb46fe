//! Plain texts: lines, marks, numbers, dates, names and sentences without end or measure.

use super::seed::Chance;
use super::{Input, joined, many};

const WORDS: [&str; 24] = [
    "the ",
    "ferry ",
    "left ",
    "Oslo ",
    "on Sunday ",
    "evening ",
    "with ",
    "at least ",
    "40 ",
    "people ",
    "and ",
    "killed ",
    "said ",
    "“",
    "” ",
    ", ",
    ". ",
    "Kim Jong Un ",
    "$5 million ",
    "in Vladivostok ",
    "not ",
    "who ",
    "2024 ",
    "9:38 a.m. ",
];

const DATES: [&str; 20] = [
    "February 30, 2024",
    "32 January 0000",
    "2024-99-99",
    "99/99/9999",
    "the 999th of May",
    "29 February 1900",
    "in the year 99999999999",
    "25:61",
    "99:99 a.m.",
    "0:00 p.m. GMT+99",
    "-5 January -2024",
    "Sunday Sunday Sunday",
    "next last previous Monday",
    "the 21st century BC",
    "10^99 years ago",
    "9999-12-31T23:59:60Z",
    "midnight noon",
    "late early mid-2024",
    "Q9 2024",
    "every 0 days",
];

const NUMBERS: [&str; 20] = [
    "999999999999999999999999 people",
    "1e999999 dollars",
    "0x7fffffff",
    "-0 people",
    "1/0",
    "½¼¾⅞",
    "1,2,3,4,5,6",
    "1.2.3.4.5",
    "$-5",
    "NaN percent",
    "infinity people",
    "²³¹",
    "٣٤٥",
    "one million billion trillion zillion people",
    "between 5 and -5",
    "at least at most about nearly 5",
    "0.000000000000000000000000000001 km",
    "100,00,000,0",
    "18446744073709551616 people",
    "179769313486231570000000000000000000000000000 tons",
];

/// Pieces that are repeated without end, each with what it tries.
const REPEATED: [(&str, &str, usize); 46] = [
    (
        "identical sentences",
        "The ferry left Oslo on Sunday. ",
        1_000_000,
    ),
    (
        "identical lines",
        "The ferry left Oslo on Sunday.\n",
        200_000,
    ),
    ("letters without a blank", "a", 5_000_000),
    ("capitals without a blank", "A", 2_000_000),
    ("digits without a blank", "7", 2_000_000),
    ("words without a full stop", "ferry ", 1_000_000),
    ("names without a full stop", "Kim ", 500_000),
    ("names and titles", "President Kim Jong Un ", 100_000),
    ("full stops", ".", 2_000_000),
    ("full stops apart", ". ", 1_000_000),
    ("straight quotes", "\"", 1_000_000),
    ("straight quotes apart", "\" ", 1_000_000),
    ("opening quotes", "“", 1_000_000),
    ("closing quotes", "”", 1_000_000),
    ("opening quotes, one a line", "“We left.\n", 200_000),
    ("single quotes", "'", 1_000_000),
    ("quotes of both kinds", "“Yes, ‘No ", 200_000),
    ("typewriters' quotes", "``", 500_000),
    ("quotes of one word", "“a” ", 200_000),
    ("quoted speech", "“We left,” he said. ", 100_000),
    ("parentheses", "(", 1_000_000),
    ("parentheses apart", "( ", 500_000),
    ("brackets in pairs", "()", 500_000),
    ("commas", ", ", 500_000),
    ("dashes", "-", 1_000_000),
    ("words with dashes", "a-", 500_000),
    ("apostrophes", "a's ", 300_000),
    ("abbreviations", "U.S.", 300_000),
    ("abbreviations apart", "Mr. ", 300_000),
    ("dollar signs", "$", 1_000_000),
    ("amounts", "$5 ", 300_000),
    ("percentages", "5% ", 300_000),
    ("numbers with commas", "1,", 500_000),
    ("numbers with points", "1.", 500_000),
    ("numbers in words", "one hundred ", 200_000),
    ("numbers and 'and'", "one and ", 300_000),
    ("thousands", "thousand ", 300_000),
    ("reports of reports", "he said that ", 200_000),
    ("clauses in clauses", "who saw the man ", 200_000),
    ("coordination", "ferries and boats and ", 200_000),
    ("prepositions", "of the ", 300_000),
    ("negations", "not ", 500_000),
    ("places", "Paris, Texas, ", 200_000),
    ("days", "on Sunday ", 200_000),
    ("times", "9:38 a.m. ", 200_000),
    ("lines of one letter", "a\n", 500_000),
];

/// Pieces that letters are made of.
const LETTERS: [(&str, &str); 12] = [
    ("overrides of direction", "\u{202E}ferry\u{202C} "),
    ("isolates never closed", "\u{2066}ferry "),
    (
        "marks on letters",
        "f\u{301}\u{302}\u{303}\u{304}\u{305}\u{306}\u{307}",
    ),
    ("marks alone", "\u{301}"),
    ("families", "👨‍👩‍👧‍👦"),
    ("letters of no width", "f\u{200B}e\u{200D}r\u{2060} "),
    ("tags", "\u{E0061}\u{E0062}"),
    ("soft hyphens", "fer\u{AD}ry "),
    ("flags", "🇳🇴🇰🇵"),
    ("terminal codes", "\u{1b}[31mferry\u{1b}[0m "),
    ("blanks of all widths", "\u{a0}\u{2003}\u{3000}\u{1680}"),
    ("letters that grow in lower case", "İẞŉ ǅ "),
];

/// 100 inputs.
pub(crate) fn inputs() -> Vec<Input> {
    let mut inputs: Vec<Input> = REPEATED
        .into_iter()
        .map(|(name, piece, count)| Input::new(name, "a.txt", piece.repeat(many(count))))
        .collect();
    inputs.extend(LETTERS.into_iter().map(|(name, piece)| {
        let text = format!("The ferry left Oslo. {}", piece.repeat(many(100_000)));
        Input::new(name, "a.txt", text)
    }));
    for seed in 0..10 {
        let mut chance = Chance::of(1_000 + seed);
        inputs.push(Input::new(
            "words in any order",
            "a.txt",
            joined(&mut chance, &WORDS, many(100_000)),
        ));
        inputs.push(Input::new(
            "absurd dates",
            "a.txt",
            statements(&mut chance, &DATES),
        ));
        inputs.push(Input::new(
            "absurd numbers",
            "a.txt",
            statements(&mut chance, &NUMBERS),
        ));
    }
    inputs.extend(long());
    inputs
}

/// Sentences that would be claims, were it not for what they state.
fn statements(chance: &mut Chance, absurd: &[&str]) -> String {
    let frames = [
        "The ferry left Oslo on {}. ",
        "The fire killed {}, police said. ",
        "At {}, {} were hurt. ",
        "It cost {}. ",
        "From {} to {} the road was closed. ",
        "He was born on {} and is {} years old. ",
    ];
    (0..many(20_000))
        .map(|_| {
            chance
                .pick(&frames)
                .replacen("{}", chance.pick(absurd), 1)
                .replace("{}", chance.pick(absurd))
        })
        .collect()
}

/// Single things of great length.
fn long() -> Vec<Input> {
    let digits = "9".repeat(many(500_000));
    let input = |name: &str, text: String| Input::new(name, "a.txt", text);
    vec![
        input(
            "a number of many digits",
            format!("The fire killed {digits} people."),
        ),
        input(
            "a fraction of many digits",
            format!("The road is 0.{digits} km long."),
        ),
        input(
            "a year of many digits",
            format!("The ferry left on 3 May {digits}."),
        ),
        input(
            "a name of many letters",
            format!("{}a said the ferry left Oslo.", "Xy".repeat(many(500_000))),
        ),
        input(
            "a title of many words",
            format!(
                "{}Kim left Oslo on Sunday.",
                "Vice President ".repeat(many(50_000))
            ),
        ),
        input(
            "a list of many names",
            format!("{}left Oslo on Sunday.", "Ann, Bob, ".repeat(many(100_000))),
        ),
        input(
            "an address of great length",
            format!(
                "See https://example.org/{} now.",
                "a/".repeat(many(500_000))
            ),
        ),
        input("a file of line ends", "\n".repeat(many(5_000_000))),
        input("a file of blanks", " ".repeat(many(5_000_000))),
        input(
            "blanks between two words",
            format!("The ferry{}left.", " ".repeat(many(5_000_000))),
        ),
        input(
            "one line of fifty million bytes",
            "The ferry left Oslo. ".repeat(if cfg!(debug_assertions) {
                2_000
            } else {
                2_500_000
            }),
        ),
        input("items without end", "- 1) * a\n".repeat(many(200_000))),
    ]
}
