//! What the tagger sees of a word: hashes of its folded letters, its ends, its shape and its case, made once a token.

use super::{lexicon, vocabulary};

/// Bytes of a folded word that count; longer words differ before that.
const LONGEST: usize = 40;

/// One word as the features read it.
#[derive(Clone, Copy, Debug)]
pub struct Word {
    /// Hash of the folded form: lower case, digit runs as one "0", straight quotes.
    pub folded: u64,
    /// The last eight bytes of the folded form, the last one lowest.
    pub tail: u64,
    /// The first eight bytes of the folded form, the first one lowest.
    pub head: u64,
    /// Kinds of characters in their order, runs shortened to two.
    pub shape: u64,
    /// Bytes of the folded form.
    pub len: usize,
    /// How its letters are cased.
    pub case: Case,
    /// Number of its set of usual tags, 0 for a word not in the dictionary.
    pub class: u16,
    /// The same of the word it seems to be made of ("reopen" for "reopening"), with the ending in the upper bits.
    pub stem: u64,
    /// What the lists know of the word, and in the upper bits of the word it seems to be made of.
    pub listed: u64,
}

/// How a word is cased.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum Case {
    /// No letters.
    None,
    /// "train".
    Lower,
    /// "Train".
    Initial,
    /// "TRAIN".
    Upper,
    /// "iPhone".
    Mixed,
}

/// Reads a word; `class_of` tells the number of the usual tags of a folded form.
pub fn read(form: &str, class_of: impl Fn(u64) -> u16) -> Word {
    let mut buffer = [0; LONGEST];
    let folded = fold(form, &mut buffer);
    let hash = hash(folded);
    let (stem, made_of) = stem(folded, &class_of);
    Word {
        folded: hash,
        tail: folded
            .iter()
            .rev()
            .take(8)
            .rev()
            .fold(0, |t, &b| t << 8 | u64::from(b)),
        head: folded
            .iter()
            .take(8)
            .rev()
            .fold(0, |h, &b| h << 8 | u64::from(b)),
        shape: shape(form),
        len: folded.len(),
        case: case(form),
        class: class_of(hash),
        stem,
        listed: kinds(hash) | made_of << 16,
    }
}

/// What the vocabulary and the list by hand know of a word, as bits.
fn kinds(key: u64) -> u64 {
    u64::from(vocabulary::kinds(key)) << 8 | u64::from(lexicon::kinds(key))
}

/// Hash of a folded form, as the dictionary keys it.
pub fn key(form: &str) -> u64 {
    let mut buffer = [0; LONGEST];
    hash(fold(form, &mut buffer))
}

/// Lower case, digit runs as one "0", straight quotes, no blanks (a torn word has one); cut at the buffer's length.
fn fold<'a>(form: &str, buffer: &'a mut [u8; LONGEST]) -> &'a [u8] {
    let mut len = 0;
    let mut push = |byte: u8| {
        let digit = byte.is_ascii_digit();
        let byte = if digit {
            b'0'
        } else {
            byte.to_ascii_lowercase()
        };
        if len < LONGEST && !(digit && len > 0 && buffer[len - 1] == b'0') {
            buffer[len] = byte;
            len += 1;
        }
    };
    for c in form.chars() {
        match c {
            '’' | '‘' => push(b'\''),
            '“' | '”' => push(b'"'),
            '–' | '—' => push(b'-'),
            ' ' => {}
            _ if c.is_ascii() => push(c as u8),
            _ => {
                for lower in c.to_lowercase() {
                    lower.encode_utf8(&mut [0; 4]).bytes().for_each(&mut push);
                }
            }
        }
    }
    &buffer[..len]
}

/// A multiply-and-rotate hash of bytes, the same on every machine.
fn hash(bytes: &[u8]) -> u64 {
    let mut hash = 0x9e37_79b9_7f4a_7c15 ^ bytes.len() as u64;
    for chunk in bytes.chunks(8) {
        let word = chunk.iter().rev().fold(0, |w, &b| w << 8 | u64::from(b));
        hash = (hash ^ word).wrapping_mul(0xff51_afd7_ed55_8ccd);
        hash ^= hash >> 32;
    }
    hash
}

/// "Kim" is `Xx`, "U.S." is `X.X.`, "9:38" is `d:d`: seven kinds at most, each with its repetition.
fn shape(form: &str) -> u64 {
    let mut shape = 0;
    let (mut last, mut run) = (0, 0);
    for c in form.chars() {
        let kind = match c {
            _ if c.is_uppercase() => b'X',
            _ if c.is_alphabetic() => b'x',
            _ if c.is_numeric() => b'd',
            _ if c.is_ascii() => c as u8,
            _ => b'?',
        };
        run = if kind == last { run + 1 } else { 1 };
        last = kind;
        if run <= 2 && shape < 1 << 56 {
            shape = shape << 8 | u64::from(kind);
        }
    }
    shape
}

/// How the letters are cased.
fn case(form: &str) -> Case {
    let mut letters = form.chars().filter(|c| c.is_alphabetic());
    let Some(first) = letters.next() else {
        return Case::None;
    };
    let (mut upper, mut lower) = (0, 0);
    for letter in letters {
        *(if letter.is_uppercase() {
            &mut upper
        } else {
            &mut lower
        }) += 1;
    }
    match (first.is_uppercase(), upper, lower) {
        (false, 0, _) => Case::Lower,
        (true, 0, 1..) => Case::Initial,
        (true, _, 0) => Case::Upper,
        _ => Case::Mixed,
    }
}

/// Endings, longest first, with what may have been dropped or changed before them.
const ENDINGS: [(&[u8], &[&[u8]]); 9] = [
    (b"ing", &[b"", b"e"]),
    (b"ies", &[b"y"]),
    (b"ied", &[b"y"]),
    (b"ers", &[b"", b"e"]),
    (b"ed", &[b"", b"e"]),
    (b"es", &[b"", b"e"]),
    (b"er", &[b"", b"e"]),
    (b"ly", &[b""]),
    (b"s", &[b""]),
];

/// The class of the word that remains without its ending and what the list knows of it, each with the ending's number;
/// 0 if there is no ending, the bare number if no such word is known.
fn stem(folded: &[u8], class_of: impl Fn(u64) -> u16) -> (u64, u64) {
    let ended = (1..).zip(&ENDINGS).find_map(|(number, (ending, repairs))| {
        let rest = folded.strip_suffix(*ending).filter(|rest| rest.len() > 2)?;
        Some((number, rest, *repairs))
    });
    let Some((number, rest, repairs)) = ended else {
        return (0, 0);
    };
    let (last, short) = (rest[rest.len() - 1], &rest[..rest.len() - 1]);
    let single = if short.ends_with(&[last]) {
        short
    } else {
        rest
    };
    for base in [rest, single] {
        for repair in repairs {
            let mut buffer = [0; LONGEST];
            let end = base.len() + repair.len();
            buffer[..base.len()].copy_from_slice(base);
            buffer[base.len()..end].copy_from_slice(repair);
            let key = hash(&buffer[..end]);
            let (class, kinds) = (class_of(key), kinds(key));
            if class != 0 || kinds != 0 {
                return (u64::from(class) << 8 | number, kinds << 8 | number);
            }
        }
    }
    (number, number)
}

/// Reads the words of a text in capitals as if they were not.
pub fn calm(words: &mut [Word]) {
    for word in words.iter_mut().filter(|word| word.case == Case::Upper) {
        word.case = Case::Lower;
        word.shape = u64::from_be_bytes(
            word.shape
                .to_be_bytes()
                .map(|b| if b == b'X' { b'x' } else { b }),
        );
    }
}
