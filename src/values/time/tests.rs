//! The tables of spec.md and the laws that every time obeys.

use super::recognize::recognize;
use super::{Bound, Diagnosis, Modifier, Time, Zone, clocks_disagree, relate};
use crate::article::Article;
use crate::document;
use crate::values::cut::Cut;
use crate::values::{Mention, Relation};
use jiff::civil::Date;
use proptest::prelude::*;

/// The times of a text published on a day.
fn times(text: &str, date: Option<Date>) -> Vec<Mention<Time>> {
    let mut article = Article::plain("spec", text);
    article.date = date;
    let document = document::analyze(&article);
    let cut = Cut::new(&article, &document);
    recognize(&article, &document, &cut)
}

/// A row of spec.md with its line and the heading and the header it stands under.
struct Row {
    line: usize,
    date: Option<Date>,
    header: String,
    cells: Vec<&'static str>,
}

fn rows() -> Vec<Row> {
    let mut rows = Vec::new();
    let (mut date, mut header) = (None, None);
    for (number, line) in include_str!("spec.md").lines().enumerate() {
        if let Some(heading) = line.strip_prefix("## ") {
            let told = heading.rsplit_once("document date ");
            date = told.and_then(|(_, date)| date.trim_end_matches(')').parse().ok());
            header = None;
        }
        let Some(inner) = line.strip_prefix("| ").and_then(|l| l.strip_suffix(" |")) else {
            continue;
        };
        let cells: Vec<_> = inner.split(" | ").map(str::trim).collect();
        match &header {
            None => header = Some(cells[0].to_owned()),
            Some(header) => rows.push(Row {
                line: number + 1,
                date,
                header: header.clone(),
                cells,
            }),
        }
    }
    rows
}

/// What a row says and what comes out, where the two differ.
fn failure(row: &Row) -> Option<String> {
    let (want, got) = match (row.header.as_str(), &row.cells[..]) {
        ("says", [says, means]) => (*means, meant(says, row.date)),
        ("one", [one, other, relation]) => (*relation, related(one, other, row.date)),
        ("statement", [statement, place, diagnosis]) => {
            (*diagnosis, diagnosed(statement, place, row.date))
        }
        _ => return None,
    };
    (want != got).then(|| {
        format!(
            "spec.md:{}: {:?}: want {want}, got {got}",
            row.line, row.cells
        )
    })
}

fn meant(says: &str, date: Option<Date>) -> String {
    let means: Vec<_> = times(says, date)
        .iter()
        .map(|m| m.value.to_string())
        .collect();
    if means.is_empty() {
        "—".to_owned()
    } else {
        means.join("; ")
    }
}

fn related(one: &str, other: &str, date: Option<Date>) -> String {
    let (one, other) = (times(one, date), times(other, date));
    match (one.first(), other.first()) {
        (Some(one), Some(other)) => format!("{:?}", relate(&one.value, &other.value)),
        _ => "nothing recognized".to_owned(),
    }
}

fn diagnosed(statement: &str, place: &str, date: Option<Date>) -> String {
    let times = times(statement, date);
    let offset = match place.parse() {
        Ok(Zone::Offset(offset)) => Some(offset),
        _ => None,
    };
    let [one, other, ..] = &times[..] else {
        return "fewer than two clocks".to_owned();
    };
    let diagnosis = match clocks_disagree(&one.value, &other.value, offset) {
        None => "—",
        Some(Diagnosis::SwappedLabels) => "swapped labels",
        Some(Diagnosis::WrongOffset(..)) => "wrong offset",
        Some(Diagnosis::MissingDay) => "missing day",
    };
    diagnosis.to_owned()
}

#[test]
fn the_tables_of_the_specification_hold() {
    let rows = rows();
    assert!(rows.len() >= 400, "only {} rows were read", rows.len());
    let failures: Vec<_> = rows.iter().filter_map(failure).collect();
    assert!(
        failures.is_empty(),
        "{} rows fail:\n{}",
        failures.len(),
        failures.join("\n")
    );
}

#[test]
fn every_time_of_the_tables_parses_back() {
    for row in rows() {
        for mention in row.cells.iter().flat_map(|cell| times(cell, row.date)) {
            let text = mention.value.to_string();
            assert_eq!(
                text.parse::<Time>().as_ref(),
                Ok(&mention.value),
                "spec.md:{}: {text}",
                row.line
            );
        }
    }
}

#[test]
fn every_pair_of_times_relates_both_ways() {
    let rows = rows();
    let all: Vec<Time> = rows
        .iter()
        .flat_map(|r| times(r.cells[0], r.date))
        .map(|m| m.value)
        .collect();
    for one in &all {
        assert_eq!(relate(one, one), Relation::Equal, "{one}");
        for other in all.iter().step_by(7) {
            assert_eq!(
                relate(one, other),
                relate(other, one).inverse(),
                "{one} and {other}"
            );
        }
    }
}

/// Times of every kind, dated and not, in canonical form.
fn any_time() -> impl Strategy<Value = Time> {
    let value = prop::sample::select(vec![
        "2023-09-10",
        "2023-09",
        "2023",
        "202",
        "20",
        "2023-W36",
        "2023-W36-WE",
        "XXXX-WXX-7TEV",
        "XXXX-WXX-7T09:38",
        "XXXX-05-22",
        "XXXX-SU",
        "2023-Q3",
        "2023-09-10T09:38",
        "XXXX-XX-XXTMO",
        "P2W",
        "PT5H30M",
        "PXD",
        "PXX",
        "SET P1D",
        "SET XXXX-WXX-5",
        "PAST_REF",
        "FUTURE_REF",
        "2023-09-10TNI",
        "XXXX-XX-XXT24:00",
    ]);
    let modifier = prop::option::of(prop::sample::select(Modifier::ALL.to_vec()));
    let bound = prop::sample::select(
        Bound::WRITTEN
            .iter()
            .copied()
            .chain([Bound::At])
            .collect::<Vec<_>>(),
    );
    (value, modifier, bound).prop_map(|(value, modifier, bound)| {
        let mut time: Time = value.parse().expect("the values above are canonical");
        time.timex.modifier = modifier;
        time.bound = bound;
        time
    })
}

/// Texts made of the words that the rules look at, where mistakes of bounds would show.
fn timely_text() -> impl Strategy<Value = String> {
    let word = prop::sample::select(vec![
        "the",
        "a",
        "last",
        "next",
        "two",
        "31",
        "2023",
        "'",
        "s",
        "-",
        ",",
        ".",
        "May",
        "Sunday",
        "quarter",
        "half",
        "past",
        "year",
        "ago",
        "later",
        "earlier",
        "week",
        "of",
        "at",
        "9:38",
        "a.m.",
        "GMT",
        "(",
        ")",
        "evening",
        "first",
        "century",
        "90s",
        "every",
        "and",
        "to",
        "night",
        "noon",
        "Christmas",
        "½",
        "—",
        "before",
        "day",
        "in",
        "99999999999",
        "99999",
        "end",
        "early",
        "mid",
        "second",
        "hundred",
        "thousand",
        "from",
        "fiscal",
        "Q",
        "3",
    ]);
    prop::collection::vec((word, prop::bool::ANY), 0..30).prop_map(|words| {
        words
            .into_iter()
            .map(|(w, glue)| if glue { w.to_owned() } else { format!("{w} ") })
            .collect()
    })
}

proptest! {
    #[test]
    fn display_parses_back(time in any_time()) {
        prop_assert_eq!(time.to_string().parse::<Time>(), Ok(time));
    }

    #[test]
    fn relate_is_reflexive_and_symmetric(one in any_time(), other in any_time()) {
        prop_assert_eq!(relate(&one, &one), Relation::Equal);
        prop_assert_eq!(relate(&one, &other), relate(&other, &one).inverse());
    }

    #[test]
    fn no_text_makes_it_panic(text in "\\PC{0,80}") {
        times(&text, Some(Date::constant(2023, 9, 13)));
        let _ = text.parse::<Time>();
    }

    #[test]
    fn times_lie_in_order_and_parse_back(text in timely_text(), dated in prop::bool::ANY) {
        let found = times(&text, dated.then_some(Date::constant(2023, 9, 13)));
        for pair in found.windows(2) {
            prop_assert!(pair[0].span.end <= pair[1].span.start);
        }
        for mention in found {
            prop_assert!(!mention.span.of(&text).is_empty());
            prop_assert_eq!(mention.value.to_string().parse::<Time>(), Ok(mention.value));
        }
    }
}
