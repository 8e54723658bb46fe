//! What `extract` writes of an article, held against its schema and read back.

mod made;

use gainsay::article::Article;
use gainsay::export::article::{ArticleRecord, record};

const TEXT: &str = "Ferry leaves Oslo late
“We were late,” captain Jane Doe said on Sunday evening in Bergen.
The ferry left Oslo at about 9:30 p.m. on Sunday with at least 40 people on board, the port authority said.
It has crossed the bay every day for the past two weeks, for 3.50 euros a ticket.
Nobody was hurt, and the ferry will not sail on Monday.
";

#[test]
fn an_article_follows_its_schema_and_reads_back() {
    let path = format!("{}/schema/article.v1.json", env!("CARGO_MANIFEST_DIR"));
    let schema = std::fs::read_to_string(path).expect("the schema is published");
    let schema = serde_json::from_str(&schema).expect("the schema is JSON");
    let record = record(&Article::plain("a1", TEXT));
    let text = serde_json::to_string(&record).expect("a record is JSON");
    let value = serde_json::from_str(&text).expect("a record is JSON");
    assert_eq!(made::schema::violations(&schema, &value), [""; 0], "{text}");
    let back: ArticleRecord = serde_json::from_str(&text).expect("its own");
    assert_eq!(back, record);
    for kind in ["time", "quantity", "place", "entity", "quote"] {
        assert!(
            text.contains(&format!("\"kind\":\"{kind}\"")),
            "{kind}: {text}"
        );
    }
    assert!(!record.claims.is_empty(), "{text}");
}

#[test]
fn the_day_of_a_posting_line_is_shown() {
    let text = "Ferry leaves Oslo late\n\nPosted: Sept. 3, 2024 at 9:02 pm\n\n12 comments\n\nSubscribe today\n\n\
        The ferry left Oslo with 40 people on board.\n";
    let articles = gainsay::read::read(text.as_bytes(), "ferry.txt", None).expect("plain text");
    let record = record(&articles[0]);
    let times = record.mentions.iter().filter(|mention| {
        let value = serde_json::to_value(mention).expect("a mention is JSON");
        value["kind"] == "time"
    });
    let times: Vec<_> = times.map(|time| (&*time.text, &*time.value)).collect();
    assert_eq!(times, [("Sept. 3, 2024 at 9:02 pm", "2024-09-03T21:02")]);
}
