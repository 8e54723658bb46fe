//! The tables of spec.md, row by row through the whole comparison.

use crate::article::Article;
use crate::{read, spec};

fn page(id: &str, markdown: &str) -> Article {
    let rows = markdown.split('⏎').map(|line| {
        // A table's bars would end the spec's own cells.
        if line.contains(" ; ") {
            format!("| {} |", line.replace(" ; ", " | "))
        } else {
            line.to_owned()
        }
    });
    let text = rows.collect::<Vec<_>>().join("\n");
    let mut articles =
        read::read(text.as_bytes(), &format!("{id}.md"), None).expect("a page is read");
    let mut article = articles.remove(0);
    id.clone_into(&mut article.id);
    article
}

#[test]
fn spec_holds() {
    spec::hold_rules(include_str!("spec.md"), page, |_| true);
}
