//! The tables of spec.md, row by row through the whole comparison.

use crate::article::Article;
use crate::{Options, compare, read};

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
    let lines = include_str!("spec.md").lines().enumerate();
    let rows = lines.filter(|(_, line)| line.contains(" | ") && !line.starts_with("one |"));
    let mut wrong = Vec::new();
    for (line, row) in rows.filter(|(_, line)| !line.starts_with("---")) {
        let cells: Vec<&str> = row.split(" | ").collect();
        let [one, other, wanted] = cells[..] else {
            panic!("spec.md:{}: three cells wanted", line + 1);
        };
        let pages = [page("a1", one), page("a2", other)];
        let found = compare(&pages, &Options::default());
        let rules: Vec<&str> = found.findings.iter().map(|f| f.rule.as_str()).collect();
        let got = if rules.is_empty() {
            "—".to_owned()
        } else {
            rules.join(", ")
        };
        if got != wanted.trim() {
            wrong.push(format!("spec.md:{}: {row}\n  came to {got}", line + 1));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
