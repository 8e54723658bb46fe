//! Web and mail addresses, file names, handles: whole, whatever marks are in them.

use super::Place;

/// Endings that make "word.ending" an address or a file name.
const ENDINGS: [&str; 24] = [
    "com", "org", "net", "gov", "edu", "mil", "int", "info", "co", "uk", "us", "eu", "ru", "de",
    "fr", "tv", "io", "doc", "docx", "pdf", "xls", "html", "jpg", "txt",
];

/// Length of the address that starts here.
pub(super) fn len(place: &Place) -> Option<usize> {
    if place.before().is_some_and(char::is_alphanumeric) {
        return None;
    }
    let rest = place.rest();
    let whole = trimmed(rest);
    let found = has_scheme(rest) || is_mail(whole) || is_handle(whole) || is_domain(whole);
    (found && !whole.is_empty()).then_some(whole.len())
}

/// The chunk without the marks that belong to the sentence around it.
fn trimmed(rest: &str) -> &str {
    let end = rest
        .find(['<', '>', '"', '”', '“', '|', '[', ']', '{', '}'])
        .unwrap_or(rest.len());
    rest[..end].trim_end_matches(['.', ',', ';', ':', '!', '?', ')', '\'', '’', '*', '…'])
}

/// "http://…", "www.…".
fn has_scheme(rest: &str) -> bool {
    ["http://", "https://", "ftp://", "mailto:", "www."]
        .into_iter()
        .any(|scheme| rest.len() > scheme.len() && starts_with_ascii(rest, scheme))
}

/// Whether `text` starts with the lower-case `prefix`, in any case.
fn starts_with_ascii(text: &str, prefix: &str) -> bool {
    text.as_bytes()
        .get(..prefix.len())
        .is_some_and(|head| head.eq_ignore_ascii_case(prefix.as_bytes()))
}

/// "a.roe@example.org".
fn is_mail(whole: &str) -> bool {
    whole.split_once('@').is_some_and(|(user, host)| {
        !user.is_empty()
            && host.len() > 1
            && whole
                .bytes()
                .all(|b| b.is_ascii_alphanumeric() || b"@._-%+&/=?#~".contains(&b))
    })
}

/// "@newsroom", "#harbour".
fn is_handle(whole: &str) -> bool {
    whole.len() > 2
        && whole.starts_with(['@', '#'])
        && whole[1..].chars().all(|c| c.is_alphanumeric() || c == '_')
        && whole[1..].starts_with(char::is_alphabetic)
}

/// "example.org/path", "minutes.pdf".
fn is_domain(whole: &str) -> bool {
    let host = whole.split('/').next().unwrap_or(whole);
    let Some((name, ending)) = host.rsplit_once('.') else {
        return false;
    };
    name.len() > 1
        && name
            .bytes()
            .all(|b| b.is_ascii_alphanumeric() || matches!(b, b'.' | b'-' | b'_' | b'#'))
        && !name.split('.').all(|label| label.len() < 2)
        && ENDINGS.contains(&ending.to_ascii_lowercase().as_str())
}
