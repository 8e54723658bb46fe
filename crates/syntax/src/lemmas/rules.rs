//! The regular endings of English, by tag, and the verbs that have none.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use crate::{Upos, Xpos};

/// The lemma by rule; `is_base` tells which words are known to be lemmas and decides between "hop" and "hope".
pub fn lemma(form: &str, upos: Upos, xpos: Xpos, is_base: impl Fn(&str) -> bool) -> String {
    if let Some(mark) = mark(form, upos) {
        return mark.to_owned();
    }
    let lower = lower(form);
    match (upos, xpos) {
        (Upos::Propn, Xpos::Nnps) | (Upos::Noun, Xpos::Nns) => plural(form, upos, &is_base),
        (Upos::Num, Xpos::Cd) if is_grouped(form) => form.replace(',', ""),
        (Upos::Propn, _) | (_, Xpos::Nnp | Xpos::Add | Xpos::Ls) => form.to_owned(),
        (Upos::Pron, Xpos::Prp) if lower == "i" || lower == "me" => "I".to_owned(),
        (Upos::Adj, Xpos::Jj) if is_demonym(form, &is_base) => form.to_owned(),
        (Upos::Num, Xpos::Cd) if !is_roman(form) => lower,
        (Upos::Noun | Upos::Num | Upos::X | Upos::Sym, _)
            if is_acronym(form) && !is_base(&lower) =>
        {
            form.to_owned()
        }
        (Upos::Verb | Upos::Aux, Xpos::Vbz) => third_person(&lower, &is_base),
        (Upos::Verb | Upos::Aux, Xpos::Vbd | Xpos::Vbn) => past(&lower, &is_base),
        (Upos::Verb | Upos::Aux, Xpos::Vbg) => stemmed(&lower, "ing", &is_base),
        (_, Xpos::Jjr | Xpos::Rbr) => stemmed(&lower, "er", &is_base),
        (_, Xpos::Jjs | Xpos::Rbs) => stemmed(&lower, "est", &is_base),
        _ => lower,
    }
}

/// The form in lower case, with straight apostrophes and without the blanks of torn words.
fn lower(form: &str) -> String {
    let lower = form.to_lowercase();
    if lower.contains(['’', ' ']) {
        lower.replace('’', "'").replace(' ', "")
    } else {
        lower
    }
}

/// The plain form of a mark: quotation marks are straight, dashes are hyphens.
fn mark(form: &str, upos: Upos) -> Option<&'static str> {
    match (form, upos) {
        ("“" | "”" | "``", Upos::Punct) => Some("\""),
        ("’" | "‘", Upos::Punct) => Some("'"),
        ("–" | "—" | "--", Upos::Punct | Upos::Sym) => Some("-"),
        _ => None,
    }
}

/// "12,000": digits with commas before groups of three.
fn is_grouped(form: &str) -> bool {
    let mut groups = form.split(',');
    let digits = |group: &str| group.bytes().all(|b| b.is_ascii_digit());
    groups
        .next()
        .is_some_and(|first| !first.is_empty() && digits(first))
        && groups.all(|group| group.len() == 3 && digits(group))
}

/// "Kenyan", "Turkish": adjectives made of names keep their capital, words that only open a sentence do not.
fn is_demonym(form: &str, is_base: &impl Fn(&str) -> bool) -> bool {
    const ENDINGS: [&str; 6] = ["an", "ese", "ish", "i", "ist", "ic"];
    form.starts_with(char::is_uppercase)
        && form.chars().skip(1).all(|c| !c.is_uppercase())
        && ENDINGS.iter().any(|ending| form.ends_with(ending))
        && !is_base(&form.to_lowercase())
}

/// "XIV".
fn is_roman(form: &str) -> bool {
    form.bytes().all(|b| b"IVXLCDM".contains(&b))
}

/// "TV", "AK47", "III": capitals that are no shout; a long word in capitals is one.
fn is_acronym(form: &str) -> bool {
    let mut letters = form.chars().filter(|c| c.is_alphabetic());
    let upper = letters.clone().filter(|c| c.is_uppercase()).count();
    let first = letters.next().is_some_and(char::is_uppercase);
    let whole = upper > 0 && upper == form.chars().filter(|c| c.is_alphabetic()).count();
    (whole && (upper < 5 || form.contains(|c: char| c.is_ascii_digit())))
        || (!first && upper > 0)
        || (upper > 1 && !whole)
}

/// Plurals that change more than their ending.
const CHANGES: [(&str, &str); 17] = [
    ("wives", "wife"),
    ("knives", "knife"),
    ("lives", "life"),
    ("halves", "half"),
    ("calves", "calf"),
    ("shelves", "shelf"),
    ("selves", "self"),
    ("wolves", "wolf"),
    ("thieves", "thief"),
    ("loaves", "loaf"),
    ("children", "child"),
    ("women", "woman"),
    ("men", "man"),
    ("teeth", "tooth"),
    ("feet", "foot"),
    ("crises", "crisis"),
    ("yses", "ysis"),
];

/// The singular: "cities" to "city", "crises" to "crisis", "Americans" to "American".
fn plural(form: &str, upos: Upos, is_base: &impl Fn(&str) -> bool) -> String {
    let keeps_case = upos == Upos::Propn || is_acronym(form.trim_end_matches('s'));
    let form = if keeps_case {
        form.to_owned()
    } else {
        form.to_lowercase()
    };
    let changed = CHANGES
        .iter()
        .find_map(|(plural, singular)| Some(form.strip_suffix(plural)?.to_owned() + singular));
    changed.unwrap_or_else(|| without_s(&form, is_base))
}

/// The third person without its ending: "carries" to "carry", "reaches" to "reach".
fn third_person(lower: &str, is_base: &impl Fn(&str) -> bool) -> String {
    match lower {
        "'s" | "is" => "be".to_owned(),
        "has" => "have".to_owned(),
        _ => without_s(lower, is_base),
    }
}

/// The form without "s", "es" or "ies".
fn without_s(form: &str, is_base: &impl Fn(&str) -> bool) -> String {
    let stem = form
        .strip_suffix("'s")
        .or_else(|| form.strip_suffix('s'))
        .unwrap_or(form);
    if let Some(stem) = form
        .strip_suffix("ies")
        .filter(|stem| stem.chars().count() > 1)
    {
        return stem.to_owned() + "y";
    }
    let Some(short) = stem.strip_suffix('e') else {
        return if stem.ends_with('s') {
            form.to_owned()
        } else {
            stem.to_owned()
        };
    };
    let hisses = ["ss", "sh", "ch", "x", "zz", "o"]
        .iter()
        .any(|hiss| short.ends_with(hiss));
    let latin = short.ends_with("us") && !short.ends_with("ous") && !short.ends_with("aus");
    if is_base(stem) && !is_base(short) {
        stem.to_owned()
    } else if hisses || latin || (is_base(short) && short.ends_with('s')) {
        short.to_owned()
    } else {
        stem.to_owned()
    }
}

/// The base of an irregular past form or participle.
pub(super) fn irregular(lower: &str) -> Option<&'static str> {
    static IRREGULAR: LazyLock<FxHashMap<&'static str, &'static str>> = LazyLock::new(|| {
        include_str!("irregular.tsv")
            .lines()
            .filter_map(|line| line.split_once('\t'))
            .flat_map(|(base, forms)| forms.split(' ').map(move |form| (form, base)))
            .collect()
    });
    IRREGULAR.get(lower).copied()
}

/// The base of a past form or participle.
fn past(lower: &str, is_base: &impl Fn(&str) -> bool) -> String {
    match irregular(lower) {
        Some(base) => base.to_owned(),
        None => stemmed(lower, "ed", is_base),
    }
}

/// The base of a form with one of the endings that double consonants and swallow an "e".
fn stemmed(lower: &str, ending: &str, is_base: &impl Fn(&str) -> bool) -> String {
    let Some(stem) = lower
        .strip_suffix(ending)
        .filter(|stem| stem.contains(is_vowel) || stem.contains('y'))
    else {
        return lower.to_owned();
    };
    let with_e = format!("{stem}e");
    let single = undoubled(stem);
    if let Some(rest) = stem.strip_suffix('i').filter(|_| ending != "ing") {
        return if rest.len() > 1 {
            format!("{rest}y")
        } else {
            with_e
        };
    }
    if let Some(rest) = stem
        .strip_suffix('y')
        .filter(|rest| ending == "ing" && rest.len() == 1)
    {
        return format!("{rest}ie");
    }
    let guess = if wants_e(stem) {
        &with_e
    } else {
        single.unwrap_or(stem)
    };
    let candidates = [guess, stem, &with_e, single.unwrap_or(stem)];
    candidates
        .into_iter()
        .find(|c| is_base(c))
        .unwrap_or(guess)
        .to_owned()
}

/// "stopp" without its second "p"; "pass", "call" and "buzz" keep theirs.
fn undoubled(stem: &str) -> Option<&str> {
    let bytes = stem.as_bytes();
    let [.., before, last] = bytes else {
        return None;
    };
    let doubled = before == last && b"bdgmnprt".contains(last);
    doubled.then(|| &stem[..stem.len() - 1])
}

fn is_vowel(c: char) -> bool {
    matches!(c, 'a' | 'e' | 'i' | 'o' | 'u')
}

/// Whether a stem that no list knows looks as if it had lost an "e": "mak", "decid", "chang".
fn wants_e(stem: &str) -> bool {
    const AFTER_ONE_VOWEL: [&str; 24] = [
        "at", "ut", "id", "ad", "ud", "od", "iz", "is", "os", "us", "as", "ir", "ur", "ar", "um",
        "im", "in", "ag", "ib", "ok", "ak", "ap", "ul", "il",
    ];
    const ALWAYS: [&str; 22] = [
        "v", "c", "u", "z", "dg", "rg", "ng", "bl", "dl", "gl", "pl", "tl", "kl", "fl", "rs", "ns",
        "ps", "lg", "ee", "ast", "yz", "th",
    ];
    let letters: Vec<char> = stem.chars().collect();
    let vowels = |from: &[char]| from.iter().filter(|&&c| is_vowel(c)).count();
    if ALWAYS.iter().any(|end| stem.ends_with(end)) {
        return !stem.ends_with("zz");
    }
    let [.., before, vowel, last] = letters.as_slice() else {
        return false;
    };
    let lone = is_vowel(*vowel)
        && !is_vowel(*last)
        && (!is_vowel(*before) || (*before == 'u' && letters.contains(&'q')));
    let short = vowels(&letters) == 1 && !matches!(last, 'w' | 'x' | 'y');
    lone && (short || AFTER_ONE_VOWEL.iter().any(|end| stem.ends_with(end)))
}
