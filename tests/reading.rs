//! Holds the readers to `src/read/spec.md`, and to the law that every place leads back into the file.

use gainsay::article::{Article, BlockKind};
use gainsay::read::{self, Format};
use gainsay::{Span, document};
use proptest::prelude::*;

const SPEC: &str = include_str!("../src/read/spec.md");

/// A fenced block of the specification.
struct Fence {
    line: usize,
    language: String,
    text: String,
}

fn fences() -> Vec<Fence> {
    let mut fences = Vec::new();
    let mut open: Option<Fence> = None;
    for (i, line) in SPEC.lines().enumerate() {
        match (line.strip_prefix("```"), open.take()) {
            (Some(language), None) => {
                open = Some(Fence {
                    line: i + 1,
                    language: language.to_owned(),
                    text: String::new(),
                });
            }
            (Some(_), Some(fence)) => fences.push(fence),
            (None, Some(fence)) => {
                open = Some(Fence {
                    text: fence.text + line + "\n",
                    ..fence
                });
            }
            (None, None) => {}
        }
    }
    fences
}

/// An article as the specification writes it.
fn outline(article: &Article) -> String {
    let words = |span: Span| {
        span.of(&article.text)
            .split_whitespace()
            .collect::<Vec<_>>()
            .join(" ")
    };
    let head = |name: &str, block: Option<usize>| {
        block.map(|b| format!("{name} {}", words(article.blocks[b].span)))
    };
    let mut lines: Vec<String> = Vec::new();
    for block in &article.blocks {
        let heads: Vec<String> = [head("row", block.row), head("column", block.column)]
            .into_iter()
            .flatten()
            .collect();
        let heads = if heads.is_empty() {
            String::new()
        } else {
            format!(" ({})", heads.join(", "))
        };
        lines.push(format!(
            "{}: {}{heads}",
            kind(block.kind),
            words(block.span)
        ));
    }
    let said = [
        ("date", article.date.map(|d| d.to_string())),
        ("id", article.given_id.clone()),
        ("source", article.source.clone()),
        ("title", article.title.clone()),
        ("url", article.url.clone()),
    ];
    lines.extend(
        said.into_iter()
            .filter_map(|(name, value)| Some(format!("{name}: {}", value?))),
    );
    lines.join("\n") + "\n"
}

fn kind(kind: BlockKind) -> String {
    match kind {
        BlockKind::Headline => "headline".to_owned(),
        BlockKind::Heading(level) => format!("heading {level}"),
        BlockKind::Paragraph => "paragraph".to_owned(),
        BlockKind::Item => "item".to_owned(),
        BlockKind::Cell => "cell".to_owned(),
        BlockKind::Caption => "caption".to_owned(),
        BlockKind::Code => "code".to_owned(),
        BlockKind::Furniture => "furniture".to_owned(),
    }
}

#[test]
fn spec() {
    let fences = fences();
    assert!(fences.len() >= 20, "the specification has examples");
    for pair in fences.chunks(2) {
        let [file, blocks] = pair else {
            panic!(
                "src/read/spec.md:{}: an example without blocks",
                pair[0].line
            );
        };
        let format = Format::ALL
            .iter()
            .copied()
            .find(|f| f.name() == file.language);
        let articles =
            read::read(file.text.as_bytes(), "file", format).expect("examples can be read");
        let found: String = articles.iter().map(outline).collect();
        assert_eq!(found, blocks.text, "src/read/spec.md:{}", file.line);
        articles.iter().for_each(places_lead_back);
        // The format shows by itself, but for Markdown, which is text to the eye.
        if file.language != "markdown" {
            let guessed =
                read::read(file.text.as_bytes(), "file", None).expect("examples can be read");
            assert_eq!(
                guessed.iter().map(outline).collect::<String>(),
                blocks.text,
                "src/read/spec.md:{}",
                file.line
            );
        }
    }
}

/// Every block, and every word of it, stands in the file where its place says.
fn places_lead_back(article: &Article) {
    for block in &article.blocks {
        let words = block.span.of(&article.text);
        let place = article.place(block.span).span;
        assert!(
            article.raw.is_char_boundary(place.start) && article.raw.is_char_boundary(place.end)
        );
        let mut at = block.span.start;
        for word in words.split_inclusive(char::is_whitespace) {
            let span = Span::new(at, at + word.trim_end().len());
            at += word.len();
            let quote = article.quote(span);
            let plain = |s: &str| {
                s.chars()
                    .filter(char::is_ascii_alphanumeric)
                    .collect::<String>()
            };
            if !quote.contains(['&', '<', '`', '*', '_', '[', '\\']) {
                assert_eq!(
                    plain(quote),
                    plain(span.of(&article.text)),
                    "{:?}",
                    article.raw
                );
            }
        }
    }
}

/// What can be done with any article can be done with this one.
fn use_it(article: &Article) {
    let mut end = 0;
    for block in &article.blocks {
        assert!(block.span.start >= end, "blocks do not overlap");
        end = block.span.end;
        let place = article.place(block.span);
        assert!(place.span.start <= place.span.end);
        let _ = article.quote(block.span);
        assert!(
            [block.row, block.column]
                .iter()
                .flatten()
                .all(|&b| b < article.blocks.len())
        );
        assert!(block.headings.iter().all(|&b| b < article.blocks.len()));
    }
    for sentence in &document::analyze(article).sentences {
        for token in &sentence.syntax.tokens {
            let _ = article.quote(token.span);
        }
    }
    for quote in &document::analyze(article).quotes {
        let _ = article.quote(quote.span);
    }
}

/// Stretches of what files are made of, well formed and not.
fn pieces() -> impl Strategy<Value = Vec<u8>> {
    let known = prop::sample::select(vec![
        "<p>",
        "</p>",
        "<table>",
        "<tr>",
        "<td>",
        "</td>",
        "<ul><li>",
        "</ul>",
        "<br>",
        "<pre>",
        "<a href=x>",
        "</a>",
        "<script>",
        "</script>",
        "<h1>",
        "</h1>",
        "<article>",
        "&amp;",
        "&eacute;",
        "&#8220;",
        "&",
        "<",
        ">",
        "\n",
        "\n\n",
        "# ",
        "- ",
        "| a | b |\n|---|---|\n",
        "| c | d |\n",
        "```\n",
        "`x`",
        "**b**",
        "[l](u)",
        "![i](u)",
        "> ",
        "---\n",
        "+++\n",
        "date: 2024-09-03\n",
        "{\"text\": \"",
        "\"}",
        "\\u00e9",
        "\\n",
        "Kim left on Sunday. ",
        "“We left,” ",
        "\"We left,\" ",
        "he said. ",
        "PARIS (AP) — ",
        "é",
        "’",
        "\u{feff}",
        "\r\n",
        "COMMENTS\n",
        "  ",
        "\t",
        "½",
        "日本",
    ])
    .prop_map(|s| s.as_bytes().to_vec());
    let any = prop::collection::vec(any::<u8>(), 0..6);
    prop::collection::vec(prop_oneof![8 => known, 1 => any], 0..30).prop_map(|parts| parts.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 100, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_input_makes_a_reader_panic(bytes in pieces()) {
        for format in Format::ALL {
            if let Ok(articles) = read::read(&bytes, "file", Some(*format)) {
                articles.iter().for_each(use_it);
            }
        }
    }

    #[test]
    fn words_of_a_page_stand_where_their_place_says(bytes in pieces()) {
        let text = String::from_utf8_lossy(&bytes).replace(['&', '<', '>', '`', '*', '_', '[', '\\'], " ");
        for format in [Format::Text, Format::Markdown, Format::Html] {
            if let Ok(articles) = read::read(text.as_bytes(), "file", Some(format)) {
                articles.iter().for_each(places_lead_back);
            }
        }
    }
}
