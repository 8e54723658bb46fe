//! Aligns two ways of cutting the same characters into words, as the `CoNLL` 2018 shared task does.
//!
//! Places are counted in characters that are no white space. Words with the same place are the same word. Where a
//! treebank's multiword token is not simply cut ("gonna" read as "going" and "to"), the words inside it are aligned by the
//! longest common subsequence of their forms.

use crate::conllu::Tree;

/// A word's place and form in one of the two cuts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Placed {
    /// Index of the first character.
    pub(crate) start: usize,
    /// Index of the character after the last.
    pub(crate) end: usize,
    /// The form, lower case.
    pub(crate) form: String,
    /// Whether the place is that of a whole multiword token.
    pub(crate) shared: bool,
}

/// How many characters of a string are no white space.
pub(crate) fn visible(text: &str) -> usize {
    text.chars().filter(|c| !c.is_whitespace()).count()
}

/// The places of a treebank's words, from the character `start` on, and the first character after them.
pub(crate) fn place(tree: &Tree, start: usize) -> (Vec<Placed>, usize) {
    let mut placed = Vec::new();
    let mut at = start;
    for surface in &tree.surfaces {
        let words = &tree.words[surface.words.0..surface.words.1];
        let end = at + visible(&surface.form);
        let joined: String = words.iter().map(|w| w.form.to_lowercase()).collect();
        let cut = joined == surface.form.to_lowercase();
        let mut from = at;
        for word in words {
            let to = from + visible(&word.form);
            let (start, end) = if cut { (from, to) } else { (at, end) };
            placed.push(Placed {
                start,
                end,
                form: word.form.to_lowercase(),
                shared: !cut,
            });
            from = to;
        }
        at = end;
    }
    (placed, at)
}

/// Pairs of indices of the words that are the same in both cuts, ascending.
pub(crate) fn align(gold: &[Placed], system: &[Placed]) -> Vec<(usize, usize)> {
    let mut pairs = Vec::new();
    let (mut i, mut j) = (0, 0);
    while i < gold.len() && j < system.len() {
        if gold[i].shared {
            let end = gold[i].end;
            let gold_end = i + gold[i..].iter().take_while(|w| w.start < end).count();
            let system_start = j + system[j..]
                .iter()
                .take_while(|w| w.end <= gold[i].start)
                .count();
            let inside = system[system_start..].iter().take_while(|w| w.start < end);
            let system_end = system_start + inside.count();
            let (one, other) = (&gold[i..gold_end], &system[system_start..system_end]);
            pairs.extend(
                common(one, other)
                    .into_iter()
                    .map(|(a, b)| (i + a, system_start + b)),
            );
            (i, j) = (gold_end, system_end);
        } else if gold[i].start == system[j].start && gold[i].end == system[j].end {
            pairs.push((i, j));
            (i, j) = (i + 1, j + 1);
        } else if gold[i].end <= system[j].end {
            i += 1;
        } else {
            j += 1;
        }
    }
    pairs
}

/// Longest common subsequence of two short runs of words.
fn common(one: &[Placed], other: &[Placed]) -> Vec<(usize, usize)> {
    let mut longest = vec![vec![0; other.len() + 1]; one.len() + 1];
    for i in (0..one.len()).rev() {
        for j in (0..other.len()).rev() {
            longest[i][j] = if one[i].form == other[j].form {
                longest[i + 1][j + 1] + 1
            } else {
                longest[i + 1][j].max(longest[i][j + 1])
            };
        }
    }
    let mut pairs = Vec::new();
    let (mut i, mut j) = (0, 0);
    while i < one.len() && j < other.len() {
        if one[i].form == other[j].form {
            pairs.push((i, j));
            (i, j) = (i + 1, j + 1);
        } else if longest[i + 1][j] >= longest[i][j + 1] {
            i += 1;
        } else {
            j += 1;
        }
    }
    pairs
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cut(words: &[(usize, usize)]) -> Vec<Placed> {
        let placed = |&(start, end)| Placed {
            start,
            end,
            form: String::new(),
            shared: false,
        };
        words.iter().map(placed).collect()
    }

    #[test]
    fn words_with_the_same_place_are_the_same() {
        let pairs = align(&cut(&[(0, 2), (2, 5), (5, 6)]), &cut(&[(0, 5), (5, 6)]));
        assert_eq!(pairs, [(2, 1)]);
    }

    #[test]
    fn words_of_a_contracted_token_are_aligned_by_form() {
        let word = |form: &str, shared| Placed {
            start: 0,
            end: 5,
            form: form.to_owned(),
            shared,
        };
        let gold = [word("going", true), word("to", true)];
        assert_eq!(align(&gold, &[word("going", false)]), [(0, 0)]);
    }
}
