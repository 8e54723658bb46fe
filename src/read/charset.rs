//! Bytes to text in the order that browsers follow: byte order mark, UTF-8 if it is valid, the declared charset, a
//! guess from the bytes.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_8};

/// Files that are often given by mistake, by their first bytes.
const KNOWN_BINARIES: &[(&[u8], &str)] = &[
    (b"%PDF-", "a PDF file"),
    (b"PK\x03\x04", "a ZIP, Office or EPUB file"),
    (b"\x1f\x8b", "a gzip file"),
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"{\\rtf", "an RTF file"),
];

/// How far into a file a declaration is looked for.
const DECLARED_WITHIN: usize = 1024;

/// The text of a file. A UTF-8 byte order mark stays, so that offsets stay those of the file.
///
/// # Errors
/// With what the bytes are, if they are no text: "a PDF file", "a binary file".
pub(super) fn decode(bytes: &[u8]) -> Result<String, &'static str> {
    if let Some((_, what)) = KNOWN_BINARIES.iter().find(|(m, _)| bytes.starts_with(m)) {
        return Err(what);
    }
    if let Some((encoding, mark)) = Encoding::for_bom(bytes)
        && encoding != UTF_8
    {
        return text(encoding, &bytes[mark..]);
    }
    if bytes.contains(&0) {
        return Err("a binary file");
    }
    match std::str::from_utf8(bytes) {
        Ok(valid) => Ok(valid.to_owned()),
        Err(_) => text(declared(bytes).unwrap_or_else(|| guessed(bytes)), bytes),
    }
}

/// Decodes, and refuses what decodes to control characters.
fn text(encoding: &'static Encoding, bytes: &[u8]) -> Result<String, &'static str> {
    let (text, _) = encoding.decode_without_bom_handling(bytes);
    let is_control = |c: &char| c.is_control() && !c.is_whitespace();
    let controls = text.chars().filter(is_control).count();
    if controls * 20 > text.chars().count() {
        return Err("a binary file");
    }
    Ok(text.into_owned())
}

/// The charset that a `<meta>` element or an XML declaration near the start names.
fn declared(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = bytes[..bytes.len().min(DECLARED_WITHIN)].to_ascii_lowercase();
    let markup = find(&head, b"<meta").or_else(|| find(&head, b"<?xml"))?;
    let head = &head[markup..];
    let after = find(head, b"charset=")
        .map(|i| i + b"charset=".len())
        .or_else(|| find(head, b"encoding=").map(|i| i + b"encoding=".len()))?;
    let label = head[after..]
        .iter()
        .skip_while(|b| matches!(b, b'"' | b'\'' | b' '))
        .take_while(|b| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_' | b':'))
        .copied()
        .collect::<Vec<u8>>();
    // The bytes are known not to be valid UTF-8, whatever they declare.
    Encoding::for_label(&label).filter(|&e| e != UTF_8)
}

fn find(haystack: &[u8], needle: &[u8]) -> Option<usize> {
    haystack.windows(needle.len()).position(|w| w == needle)
}

fn guessed(bytes: &[u8]) -> &'static Encoding {
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    detector.guess(None, Utf8Detection::Deny)
}

#[cfg(test)]
mod tests {
    use super::decode;

    #[test]
    fn decodes_what_browsers_would() {
        let cases: &[(&[u8], &str)] = &[
            (b"plain", "plain"),
            ("\u{feff}mark".as_bytes(), "\u{feff}mark"),
            (b"\xff\xfeh\0i\0", "hi"),
            (b"\xfe\xff\0h\0i", "hi"),
            (b"the caf\xe9 \x93quoted\x94 it", "the café “quoted” it"),
            (
                b"<meta charset=\"windows-1251\"> \xc4\xe0",
                "<meta charset=\"windows-1251\"> Да",
            ),
        ];
        for (bytes, text) in cases {
            assert_eq!(decode(bytes).as_deref(), Ok(*text));
        }
    }

    #[test]
    fn names_what_is_no_text() {
        assert_eq!(decode(b"%PDF-1.7 ..."), Err("a PDF file"));
        assert_eq!(decode(b"a\0b"), Err("a binary file"));
    }
}
