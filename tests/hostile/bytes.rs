//! Files that are hardly text: cut, mixed and undecided bytes.

use super::seed::Chance;
use super::{Input, many};

const STORY: &str = "The ferry “Solveig” left Tromsø on Sunday evening — 40 people were on board, naïve or not. 😀\n";

/// Endings that choose each reader, and one that chooses none.
const FILES: [&str; 6] = ["a.txt", "a.md", "a.html", "a.json", "a.jsonl", "a"];

/// 60 inputs.
pub(crate) fn inputs() -> Vec<Input> {
    let mut inputs = Vec::new();
    for (i, file) in FILES.into_iter().enumerate() {
        let mut chance = Chance::of(i as u64);
        inputs.extend([
            Input::new("nothing", file, b""),
            Input::new("one byte", file, any(&mut chance, 1)),
            Input::new("any bytes", file, any(&mut chance, many(1_000_000))),
            Input::new("text cut inside a letter", file, cut(&mut chance)),
            Input::new("text with bytes changed", file, changed(&mut chance)),
            Input::new("NUL bytes in text", file, with_nul()),
        ]);
    }
    for (name, bytes) in odd() {
        inputs.push(Input::new(name, "a.txt", bytes));
    }
    inputs
}

fn any(chance: &mut Chance, count: usize) -> Vec<u8> {
    (0..count).map(|_| chance.below(256) as u8).collect()
}

fn cut(chance: &mut Chance) -> Vec<u8> {
    let bytes = STORY.repeat(20).into_bytes();
    let letter = STORY.find('😀').expect("the story has one");
    let end = bytes.len() - STORY.len() + letter + 1 + chance.below(3);
    bytes[..end].to_vec()
}

fn changed(chance: &mut Chance) -> Vec<u8> {
    let mut bytes = STORY.repeat(50).into_bytes();
    for _ in 0..40 {
        let at = chance.below(bytes.len());
        bytes[at] = chance.below(256) as u8;
    }
    bytes
}

fn with_nul() -> Vec<u8> {
    STORY.replace(' ', "\0").into_bytes()
}

/// Charsets that are declared, marked or neither.
fn odd() -> Vec<(&'static str, Vec<u8>)> {
    let utf16 = |text: &str| {
        text.encode_utf16()
            .flat_map(u16::to_le_bytes)
            .collect::<Vec<u8>>()
    };
    let marked = |bytes: Vec<u8>| [b"\xff\xfe".to_vec(), bytes].concat();
    let declared = |charset: &str, bytes: &[u8]| {
        let head = format!("<meta charset={charset}> The ferry left Oslo. ");
        [head.as_bytes(), bytes].concat()
    };
    vec![
        ("a byte order mark alone", b"\xef\xbb\xbf".to_vec()),
        ("byte order marks", b"\xef\xbb\xbf".repeat(many(100_000))),
        ("half a byte order mark", b"\xff".to_vec()),
        ("UTF-16", marked(utf16(&STORY.repeat(20)))),
        (
            "UTF-16 of odd length",
            [marked(utf16(STORY)), vec![b'a']].concat(),
        ),
        ("UTF-16 without a mark", utf16(STORY)),
        (
            "half surrogates in UTF-16",
            marked(b"\x00\xd8".repeat(many(100_000))),
        ),
        (
            "half surrogates in UTF-8",
            b"\xed\xa0\x80 ferry ".repeat(many(50_000)),
        ),
        ("overlong letters", b"\xc0\xaf ferry ".repeat(many(50_000))),
        ("continuation bytes", b"\x80".repeat(many(500_000))),
        ("every byte", (0..=255).collect()),
        (
            "every byte but NUL",
            (1..=255).cycle().take(many(500_000)).collect(),
        ),
        (
            "escapes of ISO-2022-JP",
            b"\x1b$B\x1b(B ferry ".repeat(many(50_000)),
        ),
        ("a charset that is none", declared("utf-9000", b"\xe9\xe9")),
        (
            "a charset that is another",
            declared("shift_jis", b"\x81\xff\x81"),
        ),
        (
            "a charset that replaces all",
            declared("iso-2022-kr", b"\xe9 ferry"),
        ),
        (
            "UTF-16 that is declared and is not",
            declared("utf-16", b"\xe9 ferry"),
        ),
        ("the first bytes of a PDF", b"%PDF-1.7\n\xe2\xe3".to_vec()),
        ("the first bytes of a ZIP", b"PK\x03\x04\x14\0".to_vec()),
        (
            "line ends of old Macs",
            STORY.replace('\n', "\r").repeat(50).into_bytes(),
        ),
        (
            "line ends of all kinds",
            "The ferry left.\r\n\n\r\u{85}\u{2028}\u{2029}\u{b}\u{c}"
                .repeat(many(20_000))
                .into_bytes(),
        ),
        (
            "noncharacters",
            "The ferry \u{ffff}\u{fffe}\u{1fffe}\u{fdd0} left. "
                .repeat(50)
                .into_bytes(),
        ),
        (
            "private letters",
            "\u{e000}\u{f8ff}\u{10ffff} "
                .repeat(many(50_000))
                .into_bytes(),
        ),
        (
            "the same letter in other forms",
            "Ａ\u{1d400}ﬁ Å Å A\u{30a} "
                .repeat(many(50_000))
                .into_bytes(),
        ),
    ]
}
