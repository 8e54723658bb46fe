//! Markdown, HTML and front matter: nesting, things never closed, tables without end, entities, bombs.

use super::seed::Chance;
use super::{Input, joined, many};

const STORY: &str = "The ferry left Oslo on Sunday with 40 people on board. ";

const MARKDOWN: [(&str, &str, usize); 22] = [
    ("quotes in quotes", ">", 100_000),
    ("quotes in quotes apart", "> ", 100_000),
    ("items in items", "- ", 50_000),
    ("open brackets", "[", 200_000),
    ("open images", "![", 100_000),
    ("links never closed", "[a](", 100_000),
    ("links in links", "[a](b", 100_000),
    ("references", "[a][b] ", 100_000),
    ("definitions", "[a]: b\n", 50_000),
    ("stars", "*", 300_000),
    ("stars and letters", "*a", 200_000),
    ("stars and underscores", "*_a", 100_000),
    ("strikes", "~~a", 100_000),
    ("backticks", "`", 300_000),
    ("backticks in growing runs", "`a``b```c````", 50_000),
    ("fences", "```\n", 50_000),
    ("angle brackets", "<", 300_000),
    ("half elements", "<a ", 100_000),
    ("footnotes", "[^1]", 100_000),
    ("escapes", "\\", 300_000),
    ("headings", "# a\n", 50_000),
    ("cells", "|a", 100_000),
];

const HTML: [(&str, &str, usize); 34] = [
    ("elements in elements", "<div>", 100_000),
    ("inline elements in elements", "<b>", 100_000),
    ("unknown elements in elements", "<x-y>", 100_000),
    ("links in links", "<a href=x>a", 50_000),
    ("paragraphs never closed", "<p>The ferry left.", 50_000),
    ("items never closed", "<ul><li>a", 50_000),
    ("tables in tables", "<table><tr><td>", 50_000),
    ("cells without a table", "<td>a", 50_000),
    ("rows without a table", "<tr><tr>", 50_000),
    ("headings in headings", "<h1>a<h2>b", 30_000),
    ("articles in articles", "<article>a", 50_000),
    ("ends without a start", "</div></p></b>", 50_000),
    ("ends in the wrong order", "<b><i></b></i>", 50_000),
    ("drawings", "<svg><path/><g>", 50_000),
    ("formulas", "<math><mi>x", 50_000),
    ("templates", "<template><p>a", 50_000),
    ("forms", "<form><select><option>", 50_000),
    ("line breaks", "a<br>", 200_000),
    ("pictures", "<img src=x alt='The ferry left'>", 50_000),
    ("ampersands", "&", 500_000),
    ("entities", "&amp;", 300_000),
    ("entities of entities", "&amp;amp;", 200_000),
    ("entities that are none", "&ferry;", 200_000),
    ("entities of two letters", "&NotEqualTilde;", 100_000),
    (
        "entities of numbers",
        "&#1114112;&#xD800;&#0;&#99999999999;",
        50_000,
    ),
    ("entities cut off", "&#x", 200_000),
    ("comments", "<!---->", 100_000),
    ("doctypes", "<!doctype html>", 50_000),
    ("sections of XML", "<![CDATA[a]]>", 50_000),
    ("instructions of XML", "<?xml a?>", 50_000),
    ("angle brackets", "<", 300_000),
    ("metadata", "<meta name=a content=b>", 50_000),
    ("hidden elements", "<div style='display : none'>a", 50_000),
    ("frames", "<iframe><noscript><noembed>", 30_000),
];

/// 90 inputs.
pub(crate) fn inputs() -> Vec<Input> {
    let markdown = MARKDOWN.into_iter().map(|(name, piece, count)| {
        let text = format!("{STORY}\n\n{}\n\n{STORY}", piece.repeat(many(count)));
        Input::new(name, "a.md", text)
    });
    let html = HTML.into_iter().map(|(name, piece, count)| {
        let text = format!("<p>{STORY}</p>{}<p>{STORY}</p>", piece.repeat(many(count)));
        Input::new(name, "a.html", text)
    });
    let mut inputs: Vec<Input> = markdown.chain(html).collect();
    inputs.extend(pages());
    inputs.extend(front_matter());
    for seed in 0..8 {
        inputs.push(Input::new("tags in any order", "a.html", soup(seed)));
    }
    inputs
}

fn soup(seed: u64) -> String {
    let tags = [
        "<div>",
        "</div>",
        "<p>",
        "</p>",
        "<table>",
        "</table>",
        "<td>",
        "<tr>",
        "<a>",
        "</a>",
        "<h1>",
        "</h1>",
        "<script>",
        "</script>",
        "<!--",
        "-->",
        "<title>",
        "</title>",
        "<ul>",
        "<li>",
        "</ul>",
        STORY,
        "&lt;",
        "<pre>",
        "<article>",
        "</article>",
        "<svg>",
        "</svg>",
        "<br>",
        "\0",
        "é",
    ];
    joined(&mut Chance::of(2_000 + seed), &tags, many(50_000))
}

/// Pages with one thing of great length, or never closed.
fn pages() -> Vec<Input> {
    let long = "x".repeat(many(2_000_000));
    let attributes: Vec<String> = (0..many(100_000)).map(|i| format!(" a{i}=b")).collect();
    let attributes = attributes.concat();
    let headings = format!("<h1>{}</h1>", "ferry ".repeat(20)).repeat(many(20_000));
    let input = |name: &str, text: String| Input::new(name, "a.html", text);
    vec![
        input(
            "an attribute of great length",
            format!("<p class=\"{long}\">{STORY}</p>"),
        ),
        input(
            "attributes without end",
            format!("<p{attributes}>{STORY}</p>"),
        ),
        input(
            "an element's name of great length",
            format!("<{long}>{STORY}</{long}>"),
        ),
        input(
            "a script never closed",
            format!("<p>{STORY}</p><script>{long}"),
        ),
        input(
            "a comment never closed",
            format!("<p>{STORY}</p><!--{long}"),
        ),
        input(
            "a title never closed",
            format!("<p>{STORY}</p><title>{long}"),
        ),
        input(
            "a text area never closed",
            format!("<textarea>{STORY}{long}"),
        ),
        input(
            "a title and headings without end",
            format!("<title>{long}</title>{headings}<p>{STORY}</p>"),
        ),
        input(
            "a picture in the page",
            format!("<img src=\"data:image/png;base64,{long}\"><p>{STORY}</p>"),
        ),
        input(
            "linked data that is nested",
            linked(&"[".repeat(many(500_000))),
        ),
        input(
            "linked data that is cut off",
            linked("{\"@type\": \"NewsArticle\", \"articleBody\": \""),
        ),
        input("linked data without end", linked("{}").repeat(many(20_000))),
        input(
            "a table of many cells",
            format!(
                "<table>{}</table>",
                "<tr><th>a<td>5<td>b".repeat(many(20_000))
            ),
        ),
        input(
            "a table of one row",
            format!("<table><tr>{}</table>", "<td>5 people".repeat(many(50_000))),
        ),
    ]
}

fn linked(json: &str) -> String {
    format!("<script type=\"application/ld+json\">{json}</script><p>{STORY}</p>")
}

fn front_matter() -> Vec<Input> {
    let yaml = |name: &str, matter: String| {
        Input::new(name, "a.md", format!("---\n{matter}\n---\n{STORY}"))
    };
    let toml = |name: &str, matter: String| {
        Input::new(name, "a.md", format!("+++\n{matter}\n+++\n{STORY}"))
    };
    let laughs: Vec<String> = (1..12)
        .map(|i| {
            format!(
                "a{i}: &a{i} [{}]\n",
                vec![format!("*a{}", i - 1); 10].join(", ")
            )
        })
        .collect();
    let laughs = laughs.concat();
    vec![
        yaml("a bomb of aliases", format!("a0: &a0 [lol]\n{laughs}")),
        yaml("an alias of itself", "a: &a [*a]\n<<: *a".to_owned()),
        yaml(
            "lists in lists",
            "a: ".to_owned() + &"[".repeat(many(500_000)),
        ),
        yaml(
            "lists in lists, closed",
            format!(
                "a: {}{}",
                "[".repeat(many(200_000)),
                "]".repeat(many(200_000))
            ),
        ),
        yaml(
            "mappings in mappings",
            "a: ".to_owned() + &"{a: ".repeat(many(200_000)),
        ),
        yaml("sequences in sequences", "- ".repeat(many(200_000))),
        yaml("questions", "? ".repeat(many(200_000))),
        yaml("keys without end", "title: a\n".repeat(many(100_000))),
        yaml(
            "a title of great length",
            format!("title: \"{}\"", "ferry ".repeat(many(500_000))),
        ),
        toml(
            "lists in TOML lists",
            "a = ".to_owned() + &"[".repeat(many(500_000)),
        ),
        toml(
            "tables in TOML tables",
            "a = ".to_owned() + &"{a = ".repeat(many(200_000)),
        ),
        toml(
            "dotted TOML keys",
            format!("{}a = 1", "a.".repeat(many(200_000))),
        ),
    ]
}
