//! The gate's report for people: what fails in place, with both quotes underlined, then the rest in counts.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet};

use super::edit;
use super::entry::Entry;
use super::hold::{Absence, Held, Judged, State};
use super::policy::Stale;
use crate::comparison::Side;
use crate::error::Error;
use crate::report::ink::Paint;
use crate::report::labels::{labels, verdict_word};
use crate::report::readable::value_beside;
use crate::report::visible::visible;

/// The files of a run in UTF-8, by article id: what quotes are shown in.
pub type Texts<'a> = BTreeMap<&'a str, &'a str>;

/// How many digits of a fingerprint are shown where it is to be typed.
const TYPED: usize = 8;

/// How many answers are shown in place; the others are counted.
const SHOWN: usize = 6;

/// The whole report, ended by a line feed.
pub fn report(held: &Held, texts: &Texts, paint: Paint, width: usize) -> String {
    let shown = held.judged.iter().filter(|judged| judged.is_shown());
    let mut out = String::new();
    for judged in shown {
        out += &finding(held, judged, texts, paint, width);
        out.push('\n');
    }
    out += &summary(held);
    out
}

/// One finding in place, ended by a line feed.
pub fn finding(held: &Held, judged: &Judged, texts: &Texts, paint: Paint, width: usize) -> String {
    let renderer = match paint {
        Paint::Plain => Renderer::plain(),
        Paint::Ansi => Renderer::styled(),
    };
    let renderer = renderer.decor_style(DecorStyle::Ascii).term_width(width);
    let names = labels(held.comparison);
    renderer.render(&[in_detail(held, judged, texts, &names)]) + "\n"
}

fn in_detail<'a>(
    held: &Held,
    judged: &'a Judged,
    texts: &Texts<'a>,
    names: &BTreeMap<String, String>,
) -> Group<'a> {
    let finding = judged.finding;
    let level = if judged.fails {
        Level::ERROR
    } else {
        Level::WARNING
    };
    let verdict = verdict_word(finding.verdict);
    let title = format!("{} {verdict}: {}", judged.state, visible(&finding.question));
    let mut group = Group::with_title(level.primary_title(title).id(finding.rule.as_str()));
    let (shown, more) = one_side_an_answer(&finding.sides);
    for side in &shown {
        let label = label(side, &finding.sides, names);
        group = group.element(in_file(side, held.path(side), texts, label));
    }
    if more > 0 {
        group = group.element(Level::NOTE.message(format!("and {more} more answers")));
    }
    group = group.element(Level::NOTE.message(visible(&finding.explanation)));
    if let Some(known) = judged.known.filter(|_| judged.state != State::Unreviewed) {
        group = group.element(Level::NOTE.message(before(judged.state, known)));
    }
    let mend = format!(
        "mend one of the texts, or: gainsay baseline accept {} --kind KIND --reason REASON",
        &finding.fingerprint[..TYPED.min(finding.fingerprint.len())]
    );
    group.element(Level::HELP.message(mend))
}

/// The first account of each answer, as many as are shown, and how many answers are not.
fn one_side_an_answer(sides: &[Side]) -> (Vec<&Side>, usize) {
    let mut answers = BTreeSet::new();
    let mut first: Vec<&Side> = sides
        .iter()
        .filter(|side| answers.insert(&side.value))
        .collect();
    // Two accounts of one answer are all that a finding inside one statement has.
    if first.len() < 2 {
        first = sides.iter().collect();
    }
    let more = first.len().saturating_sub(SHOWN);
    first.truncate(SHOWN);
    (first, more)
}

/// `KCNA and 2 more say: Sunday evening`, with the normalized value where it tells more.
fn label(side: &Side, sides: &[Side], names: &BTreeMap<String, String>) -> String {
    let name = |side: &Side| {
        names
            .get(&side.article)
            .map_or(side.article.as_str(), String::as_str)
            .to_owned()
    };
    let others: BTreeSet<&str> = sides
        .iter()
        .filter(|other| other.value == side.value && other.article != side.article)
        .map(|other| other.article.as_str())
        .collect();
    let who = match others.len() {
        0 => name(side),
        more => format!("{} and {more} more", name(side)),
    };
    let value = value_beside(&side.said, &side.value).map(|value| format!(" = {value}"));
    visible(&format!(
        "{who}: {}{}",
        side.said,
        value.unwrap_or_default()
    ))
}

/// The quote underlined in its file; on its own where the file can not be shown.
fn in_file<'a>(
    side: &'a Side,
    path: String,
    texts: &Texts<'a>,
    label: String,
) -> Snippet<'a, annotate_snippets::Annotation<'a>> {
    let text = texts.get(side.article.as_str()).copied();
    let whole = text.filter(|text| text.get(side.start..side.end) == Some(side.quote.as_str()));
    let (source, line, span) = match whole {
        Some(text) => {
            let (source, first, start) = paragraph(text, side.start, side.end);
            (source, first, start..start + side.quote.len())
        }
        None => (side.quote.as_str(), side.line, 0..side.quote.len()),
    };
    Snippet::source(source)
        .line_start(line)
        .path(path)
        .annotation(AnnotationKind::Primary.span(span).label(label))
}

/// The lines that a stretch stands in, the number of the first and where the stretch begins in them: a whole file for
/// each quote would be split into lines again and again.
fn paragraph(text: &str, start: usize, end: usize) -> (&str, usize, usize) {
    let first = text[..start].rfind('\n').map_or(0, |i| i + 1);
    let last = text[end..].find('\n').map_or(text.len(), |i| end + i);
    let line = text[..first].matches('\n').count() + 1;
    (&text[first..last], line, start - first)
}

/// What the baseline knows of a finding that fails all the same.
fn before(state: State, known: &Entry) -> String {
    let known_as = match state {
        State::Changed => format!(
            "the baseline knows it as {}, {}",
            edit::answers(known),
            edit::status(known)
        ),
        State::New | State::Expired | State::Unreviewed | State::Accepted => edit::status(known),
    };
    visible(&known_as)
}

/// All counts, and what is to be done about the baseline.
pub fn summary(held: &Held) -> String {
    let failing = held.judged.iter().filter(|judged| judged.fails).count();
    let articles = match held.comparison.articles.len() {
        1 => "1 article".to_owned(),
        n => format!("{n} articles"),
    };
    let counts = [
        State::New,
        State::Changed,
        State::Expired,
        State::Unreviewed,
        State::Accepted,
    ]
    .map(|state| (held.count(state), state.to_string()));
    let mut parts: Vec<String> = counts
        .iter()
        .filter(|(count, _)| *count > 0)
        .map(|(count, word)| format!("{count} {word}"))
        .collect();
    parts.extend(rest(held));
    let verdict = match failing {
        0 => "nothing fails".to_owned(),
        1 => "1 finding fails".to_owned(),
        n => format!("{n} findings fail"),
    };
    let mut out = format!("{articles}: {verdict}");
    if !parts.is_empty() {
        let _ = write!(out, " ({})", parts.join(", "));
    }
    out.push('\n');
    out
}

/// The counts of what is not shown.
fn rest(held: &Held) -> Vec<String> {
    let absent = |absence| held.count_absent(absence);
    [
        (absent(Absence::Stale), "stale"),
        (absent(Absence::NotChecked), "not checked"),
        (held.ignored, "ignored"),
        (held.below_confidence, "below the confidence asked for"),
    ]
    .into_iter()
    .filter(|(count, _)| *count > 0)
    .map(|(count, word)| format!("{count} {word}"))
    .collect()
}

/// What is to be said beside the report: stale entries, and ignores that ignore nothing.
pub fn remarks(held: &Held) -> Vec<Error> {
    let stale = held
        .absent
        .iter()
        .filter(|(absence, _)| *absence == Absence::Stale && held.stale != Stale::Ignore)
        .map(|(_, entry)| {
            let what = format!("no longer found: {}", visible(&entry.question));
            Error::new(&entry.fingerprint, what, "run `gainsay baseline prune`")
        });
    let idle = held.idle_ignores.iter().map(|place| {
        let what = "this ignore ignores nothing in this run";
        Error::new(place, what, "delete it if it is no longer needed")
    });
    stale.chain(idle).collect()
}

#[cfg(test)]
mod tests {
    use super::super::baseline::Baseline;
    use super::super::entry::day;
    use super::super::hold::hold;
    use super::super::ignore::Ignores;
    use super::super::policy::Policy;
    use super::super::sample::comparison;
    use super::*;

    #[test]
    fn a_new_finding_is_shown_in_both_files() {
        let mut run = comparison(&["dead: 12 a, 14 b c"]);
        let long = format!(
            "# A quake\n\n{} The governor said that dead 14 people, {}\n",
            "The ground shook for a minute. ".repeat(9),
            "and more to come. ".repeat(9)
        );
        let at = long.find("dead 14").unwrap();
        let side = &mut run.findings[0].sides[1];
        (side.start, side.end) = (at, at + 7);
        let texts: Texts = [("a1", "dead 12\n"), ("a2", long.as_str())].into();
        let policy = Policy::usual(day("2026-06-15").unwrap());
        let baseline = Baseline::default();
        let held = hold(&run, &baseline, &Ignores::default(), &policy);
        let expected = r"error[quantity-conflict]: new contradiction: dead
 --> news/a.md:1:1
  |
1 | dead 12
  | ^^^^^^^ A: 12
  |
 ::: news/b.md:3:304
  |
3 | ... minute.  The governor said that dead 14 people, and more to come. and more to come. and m...
  |                                     ^^^^^^^ B and 1 more: 14
  |
  = note: the answers 12 and 14 and 14 can not all be true
  = help: mend one of the texts, or: gainsay baseline accept 0afed6e3 --kind KIND --reason REASON

3 articles: 1 finding fails (1 new)
";
        assert_eq!(report(&held, &texts, Paint::Plain, 100), expected);
    }

    #[test]
    fn a_text_that_is_not_there_or_does_not_fit_is_no_reason_to_fail() {
        let run = comparison(&["dead: 12 a, 14 b"]);
        let baseline = Baseline::default();
        let policy = Policy::usual(day("2026-06-15").unwrap());
        let held = hold(&run, &baseline, &Ignores::default(), &policy);
        let texts: Texts = [("a1", "é")].into();
        let shown = report(&held, &texts, Paint::Plain, 100);
        assert!(
            shown.contains("1 | dead 12\n") && shown.contains("1 | dead 14\n"),
            "{shown}"
        );
    }
}
