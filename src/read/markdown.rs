//! Markdown: headings, items, cells and code keep their place in the structure; marks of emphasis and links go.

use gainsay_syntax::Span;
use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd};

use super::compose::Composer;
use super::page::{Metadata, Page};
use super::table::Table;
use crate::article::BlockKind;

/// The page of a Markdown text whose front matter ends at `start`.
pub(super) fn read(raw: String, meta: Metadata, start: usize) -> Page {
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_GFM;
    let mut state = State::default();
    for (event, range) in Parser::new_ext(&raw[start..], options).into_offset_iter() {
        let place = Span::new(start + range.start, start + range.end);
        step(&mut state, &raw, event, place);
    }
    close(&mut state, BlockKind::Paragraph);
    Page {
        meta,
        text: state.out.text,
        origin: state.out.origin,
        blocks: state.out.blocks,
        raw,
    }
}

/// Where in the document the events are.
#[derive(Default)]
struct State {
    out: Composer,
    /// How many list items are open.
    items: usize,
    /// Images whose alternative text is passed over.
    images: usize,
    table: Option<Table>,
}

fn step(state: &mut State, raw: &str, event: Event<'_>, place: Span) {
    match event {
        Event::Start(tag) => open(state, &tag),
        Event::End(tag) => end(state, tag),
        Event::Text(words) if state.images == 0 => text(state, raw, &words, place),
        Event::Code(words) if state.images == 0 => code(state, raw, &words, place),
        Event::SoftBreak | Event::HardBreak => state.out.blank(place),
        Event::Rule => close(state, BlockKind::Paragraph),
        Event::Text(_)
        | Event::Code(_)
        | Event::Html(_)
        | Event::InlineHtml(_)
        | Event::InlineMath(_)
        | Event::DisplayMath(_)
        | Event::FootnoteReference(_)
        | Event::TaskListMarker(_) => {}
    }
}

/// Words of the file, or what escapes and entities stand for.
fn text(state: &mut State, raw: &str, words: &str, place: Span) {
    if raw.get(place.start..place.end) == Some(words) {
        state.out.verbatim(words, place.start);
    } else {
        state.out.instead(words, place);
    }
}

/// Code between backticks, which are no part of it; over a line end its words stand for other bytes.
fn code(state: &mut State, raw: &str, words: &str, place: Span) {
    match place.of(raw).find(words) {
        Some(at) => state.out.verbatim(words, place.start + at),
        None => state.out.instead(words, place),
    }
}

fn open(state: &mut State, tag: &Tag<'_>) {
    match tag {
        Tag::Item => {
            close(state, BlockKind::Paragraph);
            state.items += 1;
        }
        Tag::Table(_) => {
            close(state, BlockKind::Paragraph);
            state.table = Some(Table::default());
        }
        Tag::TableHead | Tag::TableRow => {
            if let Some(table) = &mut state.table {
                table.begin_row();
            }
        }
        Tag::Image { .. } => state.images += 1,
        Tag::Emphasis
        | Tag::Strong
        | Tag::Strikethrough
        | Tag::Superscript
        | Tag::Subscript
        | Tag::Link { .. }
        | Tag::TableCell => {}
        Tag::Paragraph
        | Tag::Heading { .. }
        | Tag::BlockQuote(_)
        | Tag::HtmlBlock
        | Tag::CodeBlock(_)
        | Tag::List(_)
        | Tag::FootnoteDefinition(_)
        | Tag::DefinitionList
        | Tag::DefinitionListTitle
        | Tag::DefinitionListDefinition
        | Tag::MetadataBlock(_) => close(state, BlockKind::Paragraph),
    }
}

fn end(state: &mut State, tag: TagEnd) {
    match tag {
        TagEnd::Heading(level) => {
            state.out.close(BlockKind::Heading(number(level)));
        }
        TagEnd::Item => {
            close(state, BlockKind::Paragraph);
            state.items -= 1;
        }
        TagEnd::CodeBlock => {
            state.out.close(BlockKind::Code);
        }
        TagEnd::Table => state.table = None,
        TagEnd::TableCell => {
            let cell = state.out.close(BlockKind::Cell);
            if let Some(table) = &mut state.table {
                table.add_cell(&mut state.out.blocks, cell);
            }
        }
        TagEnd::Image => state.images -= 1,
        TagEnd::TableHead
        | TagEnd::TableRow
        | TagEnd::Emphasis
        | TagEnd::Strong
        | TagEnd::Strikethrough
        | TagEnd::Superscript
        | TagEnd::Subscript
        | TagEnd::Link => {}
        TagEnd::Paragraph
        | TagEnd::BlockQuote(_)
        | TagEnd::HtmlBlock
        | TagEnd::List(_)
        | TagEnd::FootnoteDefinition
        | TagEnd::DefinitionList
        | TagEnd::DefinitionListTitle
        | TagEnd::DefinitionListDefinition
        | TagEnd::MetadataBlock(_) => close(state, BlockKind::Paragraph),
    }
}

/// Closes the open block; inside an item, what would be a paragraph is the item.
fn close(state: &mut State, kind: BlockKind) {
    let kind = match kind {
        BlockKind::Paragraph if state.items > 0 => BlockKind::Item,
        kind => kind,
    };
    state.out.close(kind);
}

const fn number(level: HeadingLevel) -> u8 {
    match level {
        HeadingLevel::H1 => 1,
        HeadingLevel::H2 => 2,
        HeadingLevel::H3 => 3,
        HeadingLevel::H4 => 4,
        HeadingLevel::H5 => 5,
        HeadingLevel::H6 => 6,
    }
}
