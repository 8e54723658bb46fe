//! How well articles that were poured together are told apart: B-cubed precision and recall (Bagga and Baldwin,
//! "Algorithms for scoring coreference chains", 1998) of the stories found against the folders they came from.

use std::collections::BTreeMap;
use std::error::Error;
use std::path::Path;

use gainsay::article::Article;
use gainsay::crowd;

use crate::gold::stem;
use crate::stories;

/// `crowd ROOT...`: all articles of all stories below the roots, told apart.
pub(crate) fn command(arguments: &[String]) -> Result<(), Box<dyn Error>> {
    let mut articles: Vec<Article> = Vec::new();
    for root in arguments {
        let found = stories::find(Path::new(root))?;
        articles.extend(found.into_iter().flat_map(|story| story.articles));
    }
    // The order in which articles come must not tell what belongs together.
    articles.sort_by_key(|article| stem(article).chars().rev().collect::<String>());
    let stories = crowd::stories(&articles);
    let folders: Vec<&str> = articles.iter().map(|a| a.story.as_str()).collect();
    let found: Vec<&str> = stories.iter().map(String::as_str).collect();
    show(&folders, &found);
    let (precision, recall) = (b_cubed(&found, &folders), b_cubed(&folders, &found));
    let f1 = 2.0 * precision * recall / (precision + recall);
    println!(
        "{} articles: B-cubed precision {precision:.3} recall {recall:.3} F1 {f1:.3}",
        articles.len()
    );
    Ok(())
}

/// What became of each folder, and which folders met in a story.
fn show(folders: &[&str], found: &[&str]) {
    let mut parts: BTreeMap<&str, BTreeMap<&str, usize>> = BTreeMap::new();
    for (folder, story) in folders.iter().zip(found) {
        *parts.entry(folder).or_default().entry(story).or_default() += 1;
    }
    for (folder, stories) in &parts {
        let told: Vec<String> = stories
            .iter()
            .map(|(story, count)| format!("{count} {story:?}"))
            .collect();
        println!("{folder}: {}", told.join(", "));
    }
    for (i, (one, stories)) in parts.iter().enumerate() {
        for (other, others) in parts.iter().skip(i + 1) {
            let met = stories.keys().any(|story| others.contains_key(story));
            if met {
                println!("{one} and {other} are not kept apart");
            }
        }
    }
}

/// The mean over all items of the share of its group that is of its class.
fn b_cubed(groups: &[&str], classes: &[&str]) -> f64 {
    let items = || groups.iter().zip(classes);
    let shares = items().map(|(group, class)| {
        let members = items().filter(|(g, _)| *g == group);
        let (all, same) = members.fold((0.0, 0.0), |(all, same), (_, c)| {
            (all + 1.0, same + f64::from(u8::from(c == class)))
        });
        same / all
    });
    shares.sum::<f64>() / groups.len().max(1) as f64
}

#[cfg(test)]
mod tests {
    use super::b_cubed;

    #[test]
    fn shares_are_those_of_the_definition() {
        let groups = ["x", "x", "x", "y"];
        let classes = ["a", "a", "b", "b"];
        // Two thirds, two thirds, one third, one; backwards one, one, a half, a half.
        assert!((b_cubed(&groups, &classes) - 2.0 / 3.0).abs() < 1e-9);
        assert!((b_cubed(&classes, &groups) - 0.75).abs() < 1e-9);
    }
}
