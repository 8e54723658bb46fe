//! Reads CoNLL-U: the trees that the models are trained and scored on.
//!
//! Multiword-token lines (`4-5`) only tell what the page showed ("don't" for "do" and "n't"); empty nodes (`8.1`) belong
//! to the enhanced graph and are left out.

use std::{error::Error, fs, path::Path};

use gainsay_syntax::{Deprel, Span, Upos, Xpos};

/// One syntactic word of a treebank.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Word {
    /// The word as written.
    pub(crate) form: String,
    /// Dictionary form.
    pub(crate) lemma: String,
    /// Universal part of speech.
    pub(crate) upos: Upos,
    /// Penn part of speech.
    pub(crate) xpos: Xpos,
    /// Index of the head, `None` for the root.
    pub(crate) head: Option<usize>,
    /// Relation to the head.
    pub(crate) deprel: Deprel,
}

/// What the page shows for one or more words, and whether a space follows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Surface {
    /// The characters on the page.
    pub(crate) form: String,
    /// Indices of the first word and of the word after the last.
    pub(crate) words: (usize, usize),
    /// Whether a space follows.
    pub(crate) space_after: bool,
}

/// One sentence of a treebank.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Tree {
    /// Its syntactic words.
    pub(crate) words: Vec<Word>,
    /// Its surface tokens, which cover the words in order.
    pub(crate) surfaces: Vec<Surface>,
    /// Whether a paragraph or document begins here.
    pub(crate) opens_paragraph: bool,
}

impl Tree {
    /// The words parted by single spaces, and where each stands: text for a run from gold tokens.
    pub(crate) fn spaced(&self) -> (String, Vec<Span>) {
        let mut text = String::new();
        let spans = self
            .words
            .iter()
            .map(|word| {
                if !text.is_empty() {
                    text.push(' ');
                }
                let start = text.len();
                text.push_str(&word.form);
                Span::new(start, text.len())
            })
            .collect();
        (text, spans)
    }
}

/// The trees of several files, in order.
pub(crate) fn read_all<P: AsRef<Path>>(paths: &[P]) -> Result<Vec<Tree>, Box<dyn Error>> {
    let mut trees = Vec::new();
    for path in paths {
        let path = path.as_ref();
        let content =
            fs::read_to_string(path).map_err(|e| format!("cannot read {}: {e}", path.display()))?;
        trees.extend(read(&content).map_err(|e| format!("{}:{e}", path.display()))?);
    }
    Ok(trees)
}

/// The trees of one file's content; an error names the line.
pub(crate) fn read(content: &str) -> Result<Vec<Tree>, String> {
    let mut trees = Vec::new();
    let mut tree = Tree::default();
    let mut until = 0;
    for (number, line) in content.lines().enumerate() {
        if line.is_empty() {
            if !tree.words.is_empty() {
                trees.push(std::mem::take(&mut tree));
            }
            until = 0;
        } else if let Some(comment) = line.strip_prefix('#') {
            let comment = comment.trim_start();
            tree.opens_paragraph |= comment == "newpar"
                || comment.starts_with("newpar ")
                || comment.starts_with("newdoc");
        } else {
            let columns: Vec<&str> = line.split('\t').collect();
            read_line(&columns, &mut tree, &mut until)
                .map_err(|e| format!("{}: {e}", number + 1))?;
        }
    }
    if !tree.words.is_empty() {
        trees.push(tree);
    }
    Ok(trees)
}

/// Adds one line of ten columns to the tree; `until` is the index up to which a multiword token reaches.
fn read_line(columns: &[&str], tree: &mut Tree, until: &mut usize) -> Result<(), String> {
    let &[id, form, lemma, upos, xpos, _, head, deprel, _, misc] = columns else {
        return Err(format!("{} columns where ten are due", columns.len()));
    };
    if id.contains('.') {
        return Ok(());
    }
    let space_after = !misc.split('|').any(|m| m == "SpaceAfter=No");
    if let Some((first, last)) = id.split_once('-') {
        let words = (number(first)? - 1, number(last)?);
        *until = words.1;
        tree.surfaces.push(Surface {
            form: form.to_owned(),
            words,
            space_after,
        });
        return Ok(());
    }
    let index = tree.words.len();
    if index >= *until {
        tree.surfaces.push(Surface {
            form: form.to_owned(),
            words: (index, index + 1),
            space_after,
        });
    }
    tree.words.push(Word {
        form: form.to_owned(),
        lemma: lemma.to_owned(),
        upos: Upos::from_name(upos).ok_or_else(|| format!("unknown part of speech '{upos}'"))?,
        xpos: Xpos::from_name(xpos).unwrap_or(Xpos::Xx),
        head: number(head)?.checked_sub(1),
        deprel: relation(deprel),
    });
    Ok(())
}

/// The relation of that name; a subtype that the inventory lacks falls back to its main type.
fn relation(name: &str) -> Deprel {
    let main = name.split(':').next().unwrap_or(name);
    Deprel::from_name(name)
        .or_else(|| Deprel::from_name(main))
        .unwrap_or(Deprel::Dep)
}

fn number(text: &str) -> Result<usize, String> {
    text.parse().map_err(|_| format!("'{text}' is no number"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn multiword_tokens_show_the_page_and_empty_nodes_are_left_out() {
        let file = "# newpar\n1-2\tDon't\t_\t_\t_\t_\t_\t_\t_\t_\n\
            1\tDo\tdo\tAUX\tVB\t_\t3\taux\t_\t_\n2\tn't\tnot\tPART\tRB\t_\t3\tadvmod\t_\t_\n\
            3\tgo\tgo\tVERB\tVB\t_\t0\troot\t_\tSpaceAfter=No\n3.1\tgo\tgo\tVERB\tVB\t_\t_\t_\t_\t_\n\
            4\t!\t!\tPUNCT\t.\t_\t3\tpunct\t_\t_\n\n";
        let trees = read(file).unwrap();
        let page: Vec<&str> = trees[0].surfaces.iter().map(|s| s.form.as_str()).collect();
        assert_eq!(page, ["Don't", "go", "!"]);
        assert_eq!(trees[0].spaced().0, "Do n't go !");
        assert_eq!(trees[0].words[0].head, Some(2));
        assert!(trees[0].opens_paragraph && !trees[0].surfaces[1].space_after);
    }

    #[test]
    fn a_broken_line_is_named() {
        assert_eq!(
            read("# text\n1\tone\n").unwrap_err(),
            "2: 2 columns where ten are due"
        );
    }
}
