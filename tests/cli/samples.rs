//! Texts that several commands are run on.

use crate::binary::Run;

pub(crate) const FERRY: &str =
    "The ferry left Oslo on Sunday evening with at least 40 people on board.\n";
pub(crate) const GERMAN: &str = "Die Fähre hat am Sonntag den Hafen von Oslo mit 40 Menschen an Bord verlassen, und das ist nicht \
                      die erste Fahrt, die der Kapitän in dieser Woche mit ihr gemacht hat.\n";

/// The ids of the articles that `extract --format jsonl` gave.
pub(crate) fn ids(run: &Run) -> Vec<String> {
    run.out
        .lines()
        .map(|line| serde_json::from_str::<serde_json::Value>(line).expect("JSON lines"))
        .map(|article| {
            article["id"]
                .as_str()
                .expect("articles have ids")
                .to_owned()
        })
        .collect()
}

/// Two accounts of one voyage that differ in the count.
pub(crate) const TOLD_TWICE: &[(&str, &[u8])] = &[
    (
        "voyage/one.txt",
        b"The ferry sank off Oslo on Sunday.\nThe fire on board killed 12 people, police said.\n",
    ),
    (
        "voyage/two.txt",
        b"The ferry sank off Oslo on Sunday.\nThe fire on board killed 15 people, police said.\n",
    ),
];
