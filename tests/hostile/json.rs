//! JSON and JSON Lines: nesting, half surrogates, numbers, fields of the wrong kind, documents without end.

use super::{Input, many};

const STORY: &str = "The ferry left Oslo on Sunday with 40 people on board.";

/// Fields that hold what they should not.
const FIELDS: [&str; 22] = [
    r#""text": "\ud800 ferry""#,
    r#""text": "\udc00\ud800""#,
    r#""text": "\u0000 ferry""#,
    r#""text": "\ud83d\ude00 ferry""#,
    r#""text": null"#,
    r#""text": []"#,
    r#""text": {"text": "The ferry left."}"#,
    r#""text": 5"#,
    r#""text": """#,
    r#""text": "The ferry left.", "date": "9999-99-99""#,
    r#""text": "The ferry left.", "date": 1e400"#,
    r#""text": "The ferry left.", "date": -99999999999999999999"#,
    r#""text": "The ferry left.", "date": {"name": {"name": {"name": "2024-09-03"}}}"#,
    r#""text": "The ferry left.", "id": [[[[]]]]"#,
    r#""text": "The ferry left.", "source": ["", {"name": null}]"#,
    r#""text": "The ferry left.", "title": "\u202E\u001b[2J\u0007""#,
    r#""text": "The ferry left.", "url": "javascript:alert(1)""#,
    r#""text": "The ferry left.", "text": "The ferry stayed.""#,
    r#""content": "<p>The ferry left.</p><script>""#,
    r#""articleBody": "The ferry left.", "@graph": [[]]"#,
    r#""text": "=HYPERLINK(\"http://example.org\") killed 5 people""#,
    r#""text": "The ferry left.", "id": "=cmd|' /C calc'!A1""#,
];

/// 60 inputs.
pub(crate) fn inputs() -> Vec<Input> {
    let mut inputs = Vec::new();
    for fields in FIELDS {
        inputs.push(Input::new(fields, "a.json", format!("{{{fields}}}")));
        inputs.push(Input::new(
            fields,
            "a.jsonl",
            format!("{{{fields}}}\n").repeat(20),
        ));
    }
    inputs.extend(documents());
    inputs
}

fn documents() -> Vec<Input> {
    let article = format!("{{\"text\": \"{STORY}\"}}");
    let deep = many(1_000_000);
    let json = |name: &str, text: String| Input::new(name, "a.json", text);
    let lines = |name: &str, text: String| Input::new(name, "a.jsonl", text);
    vec![
        json("lists in lists", "[".repeat(deep)),
        json(
            "lists in lists, closed",
            format!("{}{}", "[".repeat(deep), "]".repeat(deep)),
        ),
        json("objects in objects", "{\"a\":".repeat(deep)),
        json(
            "objects in a field",
            format!(
                "{{\"text\": \"{STORY}\", \"a\": {}1{}}}",
                "[".repeat(100),
                "]".repeat(100)
            ),
        ),
        json(
            "articles without end",
            format!("[{}{article}]", format!("{article},").repeat(many(20_000))),
        ),
        json(
            "numbers without end",
            format!("[{}0]", "0,".repeat(many(5_000_000))),
        ),
        json("a number of many digits", "9".repeat(many(1_000_000))),
        json(
            "a text of escapes",
            format!("{{\"text\": \"{}\"}}", "\\u0041".repeat(many(500_000))),
        ),
        json(
            "a text of blanks",
            format!("{{\"text\": \"{}\"}}", "\\n".repeat(many(500_000))),
        ),
        json(
            "keys without end",
            format!("{{{}\"text\": \"{STORY}\"}}", keys()),
        ),
        json(
            "blanks before the document",
            format!("{}{article}", " ".repeat(many(5_000_000))),
        ),
        json("more behind the document", format!("{article}{article}")),
        lines(
            "lines without end",
            format!("{article}\n").repeat(many(20_000)),
        ),
        lines("empty lines", "\n".repeat(many(5_000_000))),
        lines(
            "a broken line among whole ones",
            format!("{article}\n{{\"text\n{article}\n"),
        ),
        lines("lists for objects", "[[]]\n".repeat(100)),
    ]
}

fn keys() -> String {
    (0..many(100_000))
        .map(|i| format!("\"k{i}\": {i}, "))
        .collect::<Vec<_>>()
        .concat()
}
