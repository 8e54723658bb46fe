//! The drawings of a story: when, how many; one small drawing a finding, since each has its own scale.

use super::drawing::{Drawing, figure};
use super::{Entry, Story, dots, timeline};
use std::io::{self, Write};

/// The sections "When" and "How many", where there is something to draw.
pub(super) fn charts(story: &Story, out: &mut dyn Write) -> io::Result<()> {
    let kinds: [(&str, &str, Draw); 2] = [
        ("when", "When", timeline::drawing),
        ("amounts", "How many, how much", dots::drawing),
    ];
    for (class, title, draw) in kinds {
        let drawn: Vec<(&Entry, Drawing)> = story
            .entries
            .iter()
            .filter_map(|entry| draw(story, entry).map(|d| (entry, d)))
            .collect();
        if drawn.is_empty() {
            continue;
        }
        writeln!(
            out,
            "<section class=\"charts {class}\"><h2>{title}</h2>\n<div class=\"grid\">"
        )?;
        for (entry, drawing) in drawn {
            figure(entry, &drawing, out)?;
        }
        writeln!(out, "</div></section>")?;
    }
    Ok(())
}

type Draw = fn(&Story, &Entry) -> Option<Drawing>;
