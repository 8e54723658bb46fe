//! Small comparisons made by hand, in the published shape, for the tests of what is printed and exported.
#![allow(
    dead_code,
    reason = "each test file that includes this module uses a part of it"
)]

pub(crate) mod annotated;
pub(crate) mod schema;

use gainsay::comparison::{
    Account, ArticleRow, Comparison, FactRow, Finding, Modality, NotShown, Polarity, SCHEMA, Side,
    Slot, Tool, Verdict,
};

/// An account: article, answer as said, canonical value, quote.
pub(crate) type Told<'a> = (&'a str, &'a str, &'a str, &'a str);

pub(crate) fn comparison(articles: Vec<ArticleRow>) -> Comparison {
    Comparison {
        schema: SCHEMA.to_owned(),
        tool: Tool {
            name: "gainsay".to_owned(),
            version: "0.0.0".to_owned(),
        },
        articles,
        facts: vec![],
        findings: vec![],
        not_shown: NotShown::default(),
    }
}

pub(crate) fn article(number: usize, source: &str) -> ArticleRow {
    ArticleRow {
        id: format!("a{number}"),
        key: format!("story/{number}"),
        path: format!("story/{number}.txt"),
        source: Some(source.to_owned()),
        title: None,
        date: Some(format!("2024-03-{:02}", number % 28 + 1)),
        url: None,
        story: "story".to_owned(),
        claims: 12,
        sentences: 9,
        unread_sentences: 2,
    }
}

/// Adds a fact, and a finding about it where its verdict is one.
pub(crate) fn add(
    comparison: &mut Comparison,
    question: &str,
    verdict: Verdict,
    slot: Slot,
    explanation: &str,
    told: &[Told],
) {
    let number = comparison.facts.len() + 1;
    let place = |i: usize| {
        (
            100 * number + 10 * i,
            100 * number + 10 * i + told[i].3.len(),
        )
    };
    let account = |(i, &(article, said, value, quote)): (usize, &Told)| Account {
        claim: format!("c{number}{i}"),
        article: article.to_owned(),
        start: place(i).0,
        end: place(i).1,
        question: question.to_owned(),
        line: number,
        column: 10 * i + 1,
        quote: quote.to_owned(),
        value: value.to_owned(),
        said: said.to_owned(),
        holder: None,
        modality: Modality::Certain,
        polarity: Polarity::Positive,
    };
    let accounts: Vec<Account> = told.iter().enumerate().map(account).collect();
    let side = |(i, account): (usize, &Account)| Side {
        article: account.article.clone(),
        start: account.start,
        end: account.end,
        line: number,
        column: 10 * i + 1,
        quote: account.quote.clone(),
        value: account.value.clone(),
        said: account.said.clone(),
        holder: account.holder.clone(),
    };
    let fingerprint = format!(
        "{:016x}",
        0x9e37_79b9_7f4a_7c15_u64.wrapping_mul(number as u64)
    );
    let flagged = [Verdict::Contradiction, Verdict::Update, Verdict::Tension];
    if flagged.contains(&verdict) {
        comparison.findings.push(Finding {
            fingerprint: fingerprint.clone(),
            key: format!("{number:016x}"),
            rule: format!("{}-conflict", gainsay::report::labels::slot_word(slot)),
            verdict,
            slot,
            confidence: 0.8,
            fact: format!("f{number}"),
            question: question.to_owned(),
            explanation: explanation.to_owned(),
            decided_by: Some([0, accounts.len() - 1]),
            sides: accounts.iter().enumerate().map(side).collect(),
        });
    }
    comparison.facts.push(FactRow {
        id: format!("f{number}"),
        story: "story".to_owned(),
        question: question.to_owned(),
        attribute: gainsay::report::labels::slot_word(slot).to_owned(),
        accounts,
        verdict,
        slot: Some(slot),
        cohesion: 0.9,
        fingerprint: (verdict != Verdict::Single).then_some(fingerprint),
    });
}

/// A story of two or three sources with a difference of each kind.
pub(crate) fn ferry(sources: usize) -> Comparison {
    let names = ["Harbour Courier", "Northern Wire", "Evening Ledger"];
    let mut c = comparison((0..sources).map(|i| article(i + 1, names[i])).collect());
    add(
        &mut c,
        "The ferry left Brenhaven: when",
        Verdict::Contradiction,
        Slot::Time,
        "“Sunday evening” and “9:38 a.m.” are both given for when the ferry left; 09:38 is not in the evening.",
        &for_sources(
            sources,
            &[
                (
                    "a1",
                    "Sunday evening",
                    "2024-03-03TEV",
                    "the ferry slipped out of Brenhaven on Sunday evening",
                ),
                (
                    "a1",
                    "Sunday afternoon",
                    "2024-03-03TAF",
                    "its departure on Sunday afternoon",
                ),
                (
                    "a2",
                    "approximately 9:38 a.m.",
                    "2024-03-03T09:38",
                    "cast off at approximately 9:38 a.m.",
                ),
                (
                    "a3",
                    "Sunday evening",
                    "2024-03-03TEV",
                    "left port on Sunday evening",
                ),
            ],
        ),
    );
    add(
        &mut c,
        "Passengers injured: how many",
        Verdict::Update,
        Slot::Quantity,
        "The number rose from at least 5 to 11 between 2 and 3 March 2024.",
        &for_sources(
            sources,
            &[
                (
                    "a1",
                    "at least five",
                    ">=5 person",
                    "at least five passengers were hurt",
                ),
                (
                    "a2",
                    "eleven",
                    "11 person",
                    "The number of injured rose to eleven",
                ),
            ],
        ),
    );
    c.findings[1].sides[1].holder = Some("the coastguard".to_owned());
    c.facts[1].accounts[1].holder = Some("the coastguard".to_owned());
    add_what_differs_least(&mut c, sources);
    c.not_shown.below_confidence = 2;
    c
}

fn add_what_differs_least(c: &mut Comparison, sources: usize) {
    add(
        c,
        "The ferry’s destination",
        Verdict::Precision,
        Slot::Place,
        "Port Ellery lies in Kestrel Island: the one is more exact.",
        &for_sources(
            sources,
            &[
                (
                    "a1",
                    "Kestrel Island",
                    "Kestrel Island",
                    "bound for Kestrel Island",
                ),
                (
                    "a2",
                    "Port Ellery",
                    "Port Ellery, Kestrel Island",
                    "was sailing for Port Ellery",
                ),
                (
                    "a3",
                    "Port Ellery",
                    "Port Ellery, Kestrel Island",
                    "on its way to Port Ellery",
                ),
            ],
        ),
    );
    add(
        c,
        "The ferry’s captain: age",
        Verdict::Agreement,
        Slot::Quantity,
        "",
        &[
            ("a1", "52", "52 year of age", "52-year-old captain"),
            ("a2", "aged 52", "52 year of age", "aged 52"),
        ],
    );
}

/// The accounts without those of the third source, where there are only two.
fn for_sources(sources: usize, told: &[Told<'static>]) -> Vec<Told<'static>> {
    let all = told.iter().filter(|t| t.0 != "a3" || sources > 2);
    all.copied().collect()
}

/// A story that fourteen sources tell.
pub(crate) fn quake() -> Comparison {
    let names = [
        "Harbour Courier",
        "Northern Wire",
        "Evening Ledger",
        "The Daily Meridian",
        "Coast Radio",
        "Southport Gazette",
        "Global Press",
        "City Post",
        "The Observer of Lund",
        "Press Union",
        "Newsline",
        "Morning Star",
        "Isle Broadcasting",
        "The Weekly Argus",
    ];
    let mut c = comparison((0..14).map(|i| article(i + 1, names[i])).collect());
    let tolls = [
        "5", "5", "12", "12", "12", "22", "22", "22", "22", "24", "24", "24", "24", "35",
    ];
    let ids: Vec<String> = (1..=14).map(|i| format!("a{i}")).collect();
    let values: Vec<String> = tolls.iter().map(|t| format!("{t} person")).collect();
    let quotes: Vec<String> = tolls
        .iter()
        .map(|t| format!("killing {t} people"))
        .collect();
    let told: Vec<Told> = (0..14)
        .map(|i| {
            (
                ids[i].as_str(),
                tolls[i],
                values[i].as_str(),
                quotes[i].as_str(),
            )
        })
        .collect();
    add(
        &mut c,
        "Killed in the earthquake: how many",
        Verdict::Update,
        Slot::Quantity,
        "The number rose from 5 to 35 between 2 and 15 March 2024.",
        &told,
    );
    add(
        &mut c,
        "The earthquake’s depth",
        Verdict::Contradiction,
        Slot::Quantity,
        "“6.2 miles” is 10 km, “33 km” is not.",
        &[
            ("a2", "6.2 miles", "10 kilometre", "at a depth of 6.2 miles"),
            (
                "a5",
                "10 kilometres",
                "10 kilometre",
                "10 kilometres below the surface",
            ),
            ("a9", "33 km", "33 kilometre", "33 km deep"),
        ],
    );
    c
}

/// A story of three hundred sources: one question with three answers, one with twenty.
pub(crate) fn crowd() -> Comparison {
    let articles = (1..=300).map(|i| article(i, &format!("Courier {i}")));
    let mut c = comparison(articles.collect());
    for (question, answers) in [("Killed: how many", 3), ("Damage", 20)] {
        let rows = (1..=300_usize).map(|i| {
            let number = 12 + i % answers;
            let (said, value) = (format!("{number}"), format!("{number} person"));
            (format!("a{i}"), said, value, format!("{question} {number}"))
        });
        let rows: Vec<(String, String, String, String)> = rows.collect();
        let told: Vec<Told> = rows
            .iter()
            .map(|(article, said, value, quote)| {
                let [article, said, value, quote] =
                    [article, said, value, quote].map(String::as_str);
                (article, said, value, quote)
            })
            .collect();
        let explanation = "“12” against “13”: both can not be true";
        add(
            &mut c,
            question,
            Verdict::Contradiction,
            Slot::Quantity,
            explanation,
            &told,
        );
    }
    c
}
