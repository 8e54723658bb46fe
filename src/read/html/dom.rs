//! A web page as a tree whose every text knows its bytes in the file.
//!
//! `html5gum` tokenizes as the HTML standard says and gives spans; the tree is kept simple: void elements hold nothing,
//! an end tag closes the nearest element of its name, and those that HTML closes unsaid (`p`, `li`, `td` …) close so.

use std::collections::BTreeMap;

use gainsay_syntax::Span;
use html5gum::emitters::default::DefaultEmitter;
use html5gum::{StartTag, Token, Tokenizer};

/// Elements that never hold anything.
const VOID: &[&str] = &[
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track",
    "wbr",
];
/// Elements that close an open paragraph.
const BLOCKS: &[&str] = &[
    "address",
    "article",
    "aside",
    "blockquote",
    "details",
    "div",
    "dl",
    "fieldset",
    "figcaption",
    "figure",
    "footer",
    "form",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "header",
    "hr",
    "main",
    "nav",
    "ol",
    "p",
    "pre",
    "section",
    "table",
    "ul",
];
/// What an opening element closes, and the elements beyond which it closes nothing.
const CLOSES: &[(&str, &[&str], &[&str])] = &[
    ("li", &["li"], &["ul", "ol"]),
    ("dt", &["dt", "dd"], &["dl"]),
    ("dd", &["dt", "dd"], &["dl"]),
    ("tr", &["td", "th", "tr"], &["table"]),
    ("td", &["td", "th"], &["tr", "table"]),
    ("th", &["td", "th"], &["tr", "table"]),
    (
        "tbody",
        &["td", "th", "tr", "thead", "tbody", "caption"],
        &["table"],
    ),
    ("tfoot", &["td", "th", "tr", "thead", "tbody"], &["table"]),
    (
        "thead",
        &["td", "th", "tr", "caption", "colgroup"],
        &["table"],
    ),
    ("option", &["option"], &["select"]),
];
/// What stands deeper is taken for a sibling of what it stands in: walks over the tree recurse.
const MAX_DEPTH: usize = 200;

/// The nodes of a page; the first is the document itself, children follow their parents.
#[derive(Clone, Debug, Default)]
pub(super) struct Dom {
    pub(super) nodes: Vec<Node>,
    /// How many elements the page opens inside one another.
    pub(super) deepest: usize,
}

/// An element or a stretch of text.
#[derive(Clone, Debug, Default)]
pub(super) struct Node {
    /// Element name in lower case; empty for text.
    pub(super) name: String,
    /// Attributes of an element.
    pub(super) attributes: BTreeMap<String, String>,
    /// The bytes of a text.
    pub(super) text: Span,
    pub(super) parent: usize,
    pub(super) children: Vec<usize>,
}

impl Node {
    /// An attribute's value, if it is there.
    pub(super) fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.get(name).map(String::as_str)
    }

    /// Whether this is a text, not an element.
    pub(super) fn is_text(&self) -> bool {
        self.name.is_empty()
    }
}

impl Dom {
    /// The elements of a name, in document order.
    pub(super) fn named<'a>(&'a self, name: &'a str) -> impl Iterator<Item = usize> + 'a {
        (0..self.nodes.len()).filter(move |&i| self.nodes[i].name == name)
    }

    /// The words below a node as they stand in the file.
    pub(super) fn words(&self, raw: &str, node: usize) -> String {
        let mut words = String::new();
        let mut stack = vec![node];
        while let Some(i) = stack.pop() {
            words.push_str(self.nodes[i].text.of(raw));
            stack.extend(self.nodes[i].children.iter().rev());
        }
        words
    }

    /// Whether `node` is `other` or stands below it.
    pub(super) fn is_within(&self, node: usize, other: usize) -> bool {
        self.upward(node).any(|n| n == other)
    }

    /// A node and what it stands in, up to the document.
    pub(super) fn upward(&self, node: usize) -> impl Iterator<Item = usize> + '_ {
        std::iter::successors(Some(node), |&n| (n > 0).then(|| self.nodes[n].parent))
    }
}

/// The tree of a page.
pub(super) fn parse(raw: &str) -> Dom {
    let mut emitter = DefaultEmitter::<usize>::new_with_span();
    emitter.naively_switch_states(true);
    let mut dom = Dom {
        nodes: vec![Node {
            name: "#document".to_owned(),
            ..Node::default()
        }],
        deepest: 0,
    };
    let mut open = vec![0];
    // Elements that are open beyond the depth of the tree.
    let mut beyond = 0;
    for Ok(token) in Tokenizer::new_with_emitter(raw, emitter) {
        match token {
            Token::StartTag(tag) => {
                let node = start(&mut dom, &mut open, &tag);
                let is_left_out = node.is_some() && node.as_ref() != open.last();
                beyond = if is_left_out { beyond + 1 } else { beyond };
            }
            Token::EndTag(_) if beyond > 0 => beyond -= 1,
            Token::EndTag(tag) => end(&mut open, &dom, &text(&tag.name)),
            Token::String(string) => {
                let span = Span::new(string.span.start, string.span.end);
                // A span that cuts no text would be the tokenizer's mistake, not the page's.
                if raw.get(span.start..span.end).is_some() {
                    let node = Node {
                        text: span,
                        ..Node::default()
                    };
                    add(&mut dom, &open, node);
                }
            }
            Token::Comment(_) | Token::Doctype(_) | Token::Error(_) => {}
        }
        dom.deepest = dom.deepest.max(open.len() + beyond);
    }
    dom
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

/// Adds a node to the innermost open element.
fn add(dom: &mut Dom, open: &[usize], node: Node) -> usize {
    let parent = open.last().copied().unwrap_or(0);
    let index = dom.nodes.len();
    dom.nodes.push(Node { parent, ..node });
    dom.nodes[parent].children.push(index);
    index
}

/// Adds an element; the node, if it can hold something.
fn start(dom: &mut Dom, open: &mut Vec<usize>, tag: &StartTag<usize>) -> Option<usize> {
    let name = text(&tag.name);
    if BLOCKS.contains(&name.as_str()) {
        close_up_to(
            open,
            dom,
            &["p"],
            &["td", "th", "li", "div", "blockquote", "body"],
        );
    }
    if let Some((_, closed, within)) = CLOSES.iter().find(|(opening, ..)| *opening == name) {
        close_up_to(open, dom, closed, within);
    }
    let attributes = tag
        .attributes
        .iter()
        .map(|(name, value)| (text(name), text(&value.value)))
        .collect();
    let is_void = VOID.contains(&name.as_str()) || tag.self_closing && is_drawn(dom, open);
    let node = Node {
        name,
        attributes,
        ..Node::default()
    };
    let index = add(dom, open, node);
    if !is_void && open.len() < MAX_DEPTH {
        open.push(index);
    }
    (!is_void).then_some(index)
}

/// Whether the innermost open elements are those of a drawing or a formula, where a slash closes an element.
fn is_drawn(dom: &Dom, open: &[usize]) -> bool {
    open.iter()
        .any(|&node| matches!(dom.nodes[node].name.as_str(), "svg" | "math"))
}

/// Closes the outermost open element with one of the names `closed`, looking no further than the names `within`.
fn close_up_to(open: &mut Vec<usize>, dom: &Dom, closed: &[&str], within: &[&str]) {
    let outermost = open
        .iter()
        .enumerate()
        .rev()
        .take_while(|(_, node)| !within.contains(&dom.nodes[**node].name.as_str()))
        .filter(|(_, node)| closed.contains(&dom.nodes[**node].name.as_str()))
        .last();
    if let Some((depth, _)) = outermost {
        open.truncate(depth);
    }
}

/// Closes the nearest open element of a name; an end tag without one is passed over, and none closes past its cell.
fn end(open: &mut Vec<usize>, dom: &Dom, name: &str) {
    let is_cell = |node: usize| matches!(dom.nodes[node].name.as_str(), "td" | "th");
    let is_table = matches!(
        name,
        "table" | "tr" | "td" | "th" | "thead" | "tbody" | "tfoot" | "body" | "html"
    );
    let found = open
        .iter()
        .enumerate()
        .skip(1)
        .rev()
        .take_while(|(_, node)| is_table || !is_cell(**node))
        .find(|(_, node)| dom.nodes[**node].name == name);
    if let Some((depth, _)) = found {
        open.truncate(depth);
    }
}

#[cfg(test)]
mod tests {
    use super::{Dom, parse};

    fn outline(dom: &Dom, raw: &str, node: usize) -> String {
        let it = &dom.nodes[node];
        if it.is_text() {
            return it.text.of(raw).to_owned();
        }
        let inner: String = it.children.iter().map(|&c| outline(dom, raw, c)).collect();
        format!("{}({inner})", it.name)
    }

    #[test]
    fn trees_of_tidy_and_untidy_pages() {
        let cases = [
            ("<p>a<b>b</b>c</p>", "p(ab(b)c)"),
            ("<p>a<p>b", "p(a)p(b)"),
            (
                "<ul><li>a<li>b<ul><li>c</ul><li>d</ul>e",
                "ul(li(a)li(bul(li(c)))li(d))e",
            ),
            (
                "<table><tr><td>a<td>b<tr><td>c</table>d",
                "table(tr(td(a)td(b))tr(td(c)))d",
            ),
            ("a<br>b</i>c", "abr()bc"),
            ("<div><p>a</div>b", "div(p(a))b"),
            ("<p>é &amp; ü</p>", "p(é &amp; ü)"),
            ("<script>if (a<b) {}</script>a", "script(if (a<b) {})a"),
            ("<!-- a --><p>b <!-- c -->d", "p(b d)"),
            ("<svg><path/><path/></svg>a", "svg(path()path())a"),
        ];
        for (raw, tree) in cases {
            assert_eq!(
                outline(&parse(raw), raw, 0),
                format!("#document({tree})"),
                "{raw}"
            );
        }
    }
}
