//! Who disagrees with whom, who stands alone, who has another's text: the sources set against each other.

use super::escape::text;
use super::shares::{self, Copy};
use super::{Entry, Story};
use crate::comparison::{Account, Verdict, distinct_answers};
use std::collections::BTreeSet;
use std::io::{self, Write};

/// The matrix of a story, if two sources disagree or one has another's words.
pub(super) fn matrix(story: &Story, out: &mut dyn Write) -> io::Result<()> {
    let disputed: Vec<&Entry> = story
        .entries
        .iter()
        .filter(|e| matches!(e.verdict(), Verdict::Contradiction | Verdict::Tension))
        .collect();
    let copies = shares::copies(&story.texts);
    if disputed.is_empty() && copies.is_empty() {
        return Ok(());
    }
    writeln!(
        out,
        "<section class=\"sources\"><h2>Sources</h2>\n<p class=\"lead\">In how many contradictions and tensions two \
         sources answer differently; on the diagonal, a source that contradicts itself.</p>\n\
         <div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"Who disagrees with whom\">\
         <table class=\"matrix\"><thead><tr><td></td>"
    )?;
    for (i, article) in story.articles.iter().enumerate() {
        writeln!(
            out,
            "<th scope=\"col\"><abbr title=\"{}\">{}</abbr></th>",
            story.label(&article.id),
            i + 1
        )?;
    }
    writeln!(out, "<th scope=\"col\">alone</th></tr></thead>\n<tbody>")?;
    let worst = pairs(story, &disputed).into_iter().max().unwrap_or(0);
    for (i, one) in story.articles.iter().enumerate() {
        writeln!(
            out,
            "<tr><th scope=\"row\"><span>{}</span> {}</th>",
            i + 1,
            story.label(&one.id)
        )?;
        for other in &story.articles {
            let number = disagreements(&disputed, &one.id, &other.id);
            writeln!(
                out,
                "<td class=\"q{}\">{}</td>",
                shade(number, worst),
                shown(number)
            )?;
        }
        writeln!(
            out,
            "<td class=\"alone\">{}</td></tr>",
            shown(alone(&disputed, &one.id))
        )?;
    }
    writeln!(out, "</tbody></table></div>")?;
    same_words(story, &copies, out)?;
    writeln!(out, "</section>")
}

fn pairs(story: &Story, disputed: &[&Entry]) -> Vec<usize> {
    let ids = || story.articles.iter().map(|a| a.id.as_str());
    ids()
        .flat_map(|one| ids().map(move |other| disagreements(disputed, one, other)))
        .collect()
}

/// In how many entries an answer of the one differs from an answer of the other.
fn disagreements(disputed: &[&Entry], one: &str, other: &str) -> usize {
    let of = |entry: &Entry, id: &str| -> Vec<(String, bool)> {
        let accounts = entry.fact.accounts.iter().filter(|a| a.article == id);
        accounts.map(identity).collect()
    };
    let differ = |entry: &&&Entry| {
        let (mine, theirs) = (of(entry, one), of(entry, other));
        mine.iter().any(|m| theirs.iter().any(|t| m != t))
    };
    disputed.iter().filter(differ).count()
}

fn identity(account: &Account) -> (String, bool) {
    (
        account.value.clone(),
        account.polarity == crate::comparison::Polarity::Negative,
    )
}

/// In how many entries this source alone gives its answer while two others at least agree on another.
fn alone(disputed: &[&Entry], id: &str) -> usize {
    let stands_alone = |entry: &&&Entry| {
        let groups = distinct_answers(entry.fact.accounts.iter());
        let sources = |group: &Vec<&Account>| -> BTreeSet<String> {
            group.iter().map(|a| a.article.clone()).collect()
        };
        let groups: Vec<BTreeSet<String>> = groups.iter().map(sources).collect();
        let only = groups.iter().any(|g| g.len() == 1 && g.contains(id));
        only && groups.iter().any(|g| g.len() >= 2 && !g.contains(id))
    };
    disputed.iter().filter(stands_alone).count()
}

/// Five shades, the darkest for the most.
fn shade(number: usize, worst: usize) -> usize {
    if number == 0 {
        0
    } else {
        1 + (number * 3) / worst.max(1)
    }
}

fn shown(number: usize) -> String {
    if number == 0 {
        "·".to_owned()
    } else {
        number.to_string()
    }
}

/// The pairs of which one has much of the other's text word for word.
fn same_words(story: &Story, copies: &[Copy], out: &mut dyn Write) -> io::Result<()> {
    if copies.is_empty() {
        return Ok(());
    }
    writeln!(out, "<h3>The same words</h3>\n<ul class=\"copies\">")?;
    for copy in copies {
        let label = |i: usize| text(&story.plain_label(&story.articles[i].id));
        writeln!(
            out,
            "<li><b>{} %</b> of the text of {} stands word for word in {}</li>",
            copy.percent,
            label(copy.of),
            label(copy.within)
        )?;
    }
    writeln!(out, "</ul>")
}
