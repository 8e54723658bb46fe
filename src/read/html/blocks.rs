//! The readable part of a page as blocks: paragraphs, headings, items, cells, captions, code.

use gainsay_syntax::Span;

use super::content::{Content, is_inline};
use super::dom::Dom;
use super::entities::{Piece, pieces};
use crate::article::BlockKind;
use crate::read::compose::Composer;
use crate::read::table::Table;

/// A block of which more than this share is links, and which ends like no sentence, is navigation.
const LINKED: f64 = 0.75;

/// Where in the page the walk is.
#[derive(Default)]
struct State {
    out: Composer,
    /// Bytes of link text in the open block, and whether the walk is inside a link.
    linked: usize,
    in_link: bool,
    /// Line breaks in a row: two part paragraphs.
    breaks: usize,
    in_code: bool,
    tables: Vec<Table>,
}

/// The text of the readable part, below the page's heading where that stands outside.
pub(super) fn compose(dom: &Dom, raw: &str, content: &Content, heading: Option<usize>) -> Composer {
    let mut state = State::default();
    if let Some(heading) = heading {
        walk(
            &mut state,
            dom,
            raw,
            &content.dropped,
            heading,
            BlockKind::Heading(1),
        );
    }
    walk(
        &mut state,
        dom,
        raw,
        &content.dropped,
        content.root,
        BlockKind::Paragraph,
    );
    close(&mut state, BlockKind::Paragraph);
    state.out
}

/// Walks a node; `kind` is what its text is if nothing in it says otherwise. The tree's depth is bounded.
fn walk(state: &mut State, dom: &Dom, raw: &str, dropped: &[bool], node: usize, kind: BlockKind) {
    if dropped[node] {
        return;
    }
    let it = &dom.nodes[node];
    if it.is_text() {
        text(state, raw, it.text);
        return;
    }
    if it.name == "br" {
        line_break(state, kind);
        return;
    }
    if it.name == "a" && !dom.words(raw, node).contains(char::is_alphanumeric) {
        // The "#" or "§" beside a heading that leads to itself.
        return;
    }
    let inner = kind_inside(&it.name, kind);
    let (was_link, was_code) = (state.in_link, state.in_code);
    let block = !is_inline(&it.name);
    if block {
        close(state, kind);
    }
    state.in_link |= it.name == "a";
    state.in_code |= it.name == "pre";
    enter_table(state, &it.name);
    for &child in &it.children {
        walk(state, dom, raw, dropped, child, inner);
    }
    leave(state, &it.name, inner, block);
    (state.in_link, state.in_code) = (was_link, was_code);
}

/// What the text of an element is.
fn kind_inside(name: &str, outer: BlockKind) -> BlockKind {
    match name {
        "h1" => BlockKind::Heading(1),
        "h2" => BlockKind::Heading(2),
        "h3" => BlockKind::Heading(3),
        "h4" => BlockKind::Heading(4),
        "h5" => BlockKind::Heading(5),
        "h6" => BlockKind::Heading(6),
        "li" | "dt" | "dd" => BlockKind::Item,
        "td" | "th" => BlockKind::Cell,
        "figcaption" | "caption" => BlockKind::Caption,
        "pre" => BlockKind::Code,
        _ => outer,
    }
}

fn enter_table(state: &mut State, name: &str) {
    match name {
        "table" => state.tables.push(Table::default()),
        "tr" => {
            if let Some(table) = state.tables.last_mut() {
                table.begin_row();
            }
        }
        _ => {}
    }
}

/// Closes an element's block, and tells a cell what heads it.
fn leave(state: &mut State, name: &str, kind: BlockKind, block: bool) {
    let closed = if block { close(state, kind) } else { None };
    match name {
        "table" => {
            state.tables.pop();
        }
        "td" | "th" => {
            if let Some(table) = state.tables.last_mut() {
                table.add_cell(&mut state.out.blocks, closed);
            }
        }
        _ => {}
    }
}

/// Closes the open block; one of links alone is navigation.
fn close(state: &mut State, kind: BlockKind) -> Option<usize> {
    let linked = std::mem::take(&mut state.linked);
    state.breaks = 0;
    let index = state.out.close(kind)?;
    let block = &mut state.out.blocks[index];
    let words = block.span.of(&state.out.text);
    let is_menu =
        linked as f64 > LINKED * words.len() as f64 && !words.ends_with(['.', '!', '?', '”', '"']);
    if is_menu && matches!(kind, BlockKind::Item | BlockKind::Paragraph) {
        block.kind = BlockKind::Furniture;
    }
    Some(index)
}

/// One line break is a blank, two in a row part paragraphs.
fn line_break(state: &mut State, kind: BlockKind) {
    state.breaks += 1;
    if state.breaks > 1 {
        close(state, kind);
    } else {
        let at = state.out.raw_end();
        state.out.blank(Span::new(at, at));
    }
}

fn text(state: &mut State, raw: &str, span: Span) {
    let before = state.out.text.len();
    for piece in pieces(raw, span) {
        match piece {
            Piece::Words(span) if state.in_code => state.out.verbatim(span.of(raw), span.start),
            Piece::Words(span) => state.out.collapsed(span.of(raw), span.start),
            Piece::Entity(decoded, span) if decoded.chars().all(char::is_whitespace) => {
                state.out.blank(span);
            }
            Piece::Entity(decoded, span) => state.out.instead(&decoded, span),
        }
    }
    if !span.of(raw).trim().is_empty() {
        state.breaks = 0;
    }
    if state.in_link {
        state.linked += state.out.text.len() - before;
    }
}
