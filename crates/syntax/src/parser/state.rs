//! Arc-hybrid transitions: a stack, a buffer that ends with the root, and the arcs drawn so far.
//!
//! Every state but the last allows some move, so a parse always ends, after two moves a word.

use crate::Deprel;

/// "No such node", where a node is asked for that the state does not have.
pub const NONE: usize = usize::MAX;

/// What can be done in a state.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(usize)]
pub enum Move {
    /// Push the front of the buffer.
    Shift,
    /// Hang the top of the stack on the front of the buffer.
    Left,
    /// Hang the top of the stack on the word below it.
    Right,
}

impl Move {
    /// Every move, in order of its number.
    pub const ALL: [Self; 3] = [Self::Shift, Self::Left, Self::Right];
}

/// A node's outermost dependents on one side: the last one drawn and the one before it.
#[derive(Clone, Copy, Debug)]
pub struct Side {
    /// The outermost dependent, or [`NONE`].
    pub outer: usize,
    /// The dependent next to it, or [`NONE`].
    pub inner: usize,
    /// How many there are.
    pub count: usize,
}

const EMPTY: Side = Side {
    outer: NONE,
    inner: NONE,
    count: 0,
};

/// A partial parse of a sentence; node `len` is the root above the sentence.
#[derive(Clone, Debug)]
pub struct State {
    stack: Vec<usize>,
    front: usize,
    len: usize,
    last: [usize; 2],
    heads: Vec<usize>,
    labels: Vec<Deprel>,
    left: Vec<Side>,
    right: Vec<Side>,
    kinds: Vec<u8>,
}

impl State {
    /// The state before the first move over `len` words.
    pub fn new(len: usize) -> Self {
        Self {
            stack: Vec::with_capacity(len + 1),
            front: 0,
            len,
            last: [3, 3],
            heads: vec![NONE; len + 1],
            labels: vec![Deprel::Dep; len + 1],
            left: vec![EMPTY; len + 1],
            right: vec![EMPTY; len + 1],
            kinds: vec![0; len + 1],
        }
    }

    /// The node of the root above the sentence.
    pub fn root(&self) -> usize {
        self.len
    }

    /// The `depth`-th node of the stack from the top, or [`NONE`].
    pub fn stack(&self, depth: usize) -> usize {
        let at = self.stack.len().wrapping_sub(depth + 1);
        self.stack.get(at).copied().unwrap_or(NONE)
    }

    /// The whole stack, top last.
    pub fn stack_nodes(&self) -> &[usize] {
        &self.stack
    }

    /// The `ahead`-th node of the buffer, or [`NONE`] behind the root.
    pub fn buffer(&self, ahead: usize) -> usize {
        let node = self.front + ahead;
        if node <= self.len { node } else { NONE }
    }

    /// Whether every word has a head.
    pub fn is_done(&self) -> bool {
        self.front == self.len && self.stack.is_empty()
    }

    /// Whether a move is possible; the root takes one dependent only.
    pub fn allows(&self, step: Move) -> bool {
        match step {
            Move::Shift => self.front < self.len,
            Move::Left => match self.stack.len() {
                0 => false,
                1 => true,
                _ => self.front < self.len,
            },
            Move::Right => self.stack.len() > 1,
        }
    }

    /// The arc `(dependent, head)` that a move would draw.
    pub fn arc(&self, step: Move) -> Option<(usize, usize)> {
        match step {
            Move::Shift => None,
            Move::Left => Some((self.stack(0), self.front)),
            Move::Right => Some((self.stack(0), self.stack(1))),
        }
    }

    /// Makes a move that the state allows; `label` names the arc, if one is drawn.
    pub fn apply(&mut self, step: Move, label: Deprel) {
        self.last = [step as usize, self.last[0]];
        match self.arc(step) {
            None => {
                self.stack.push(self.front);
                self.front += 1;
            }
            Some((dependent, head)) => {
                self.stack.pop();
                self.draw(dependent, head, label);
            }
        }
    }

    fn draw(&mut self, dependent: usize, head: usize, label: Deprel) {
        self.heads[dependent] = head;
        self.labels[dependent] = label;
        self.kinds[head] |= kind(label);
        let sides = if dependent < head {
            &mut self.left
        } else {
            &mut self.right
        };
        let side = &mut sides[head];
        *side = Side {
            outer: dependent,
            inner: side.outer,
            count: side.count + 1,
        };
    }

    /// The last two moves as numbers, the latest first; 3 where there was none.
    pub fn last_moves(&self) -> [usize; 2] {
        self.last
    }

    /// The head of a node, or [`NONE`].
    pub fn head(&self, node: usize) -> usize {
        self.heads[node]
    }

    /// The relation of a node that has a head.
    pub fn label(&self, node: usize) -> Deprel {
        self.labels[node]
    }

    /// The dependents of a node on its left.
    pub fn left(&self, node: usize) -> Side {
        self.left.get(node).copied().unwrap_or(EMPTY)
    }

    /// The dependents of a node on its right.
    pub fn right(&self, node: usize) -> Side {
        self.right.get(node).copied().unwrap_or(EMPTY)
    }

    /// Which kinds of dependent a node has, as bits below 64.
    pub fn kinds(&self, node: usize) -> u8 {
        self.kinds.get(node).copied().unwrap_or(0)
    }
}

/// The bit that tells what a dependent does for its head: what a verb or noun already has decides what it still takes.
pub const fn kind(label: Deprel) -> u8 {
    use Deprel as D;
    match label {
        D::Nsubj
        | D::NsubjPass
        | D::NsubjOuter
        | D::Csubj
        | D::CsubjPass
        | D::CsubjOuter
        | D::Expl => 1,
        D::Obj | D::Ccomp | D::Xcomp => 2,
        D::Aux | D::AuxPass | D::Cop => 4,
        D::Case | D::Mark => 8,
        D::Cc | D::Conj => 16,
        D::Det | D::NmodPoss => 32,
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn moves_draw_a_tree() {
        // "Troops left": shift, left (nsubj), shift, left (root).
        let mut state = State::new(2);
        assert!(!state.allows(Move::Left) && !state.allows(Move::Right));
        state.apply(Move::Shift, Deprel::Dep);
        state.apply(Move::Left, Deprel::Nsubj);
        state.apply(Move::Shift, Deprel::Dep);
        assert!(!state.allows(Move::Shift) && state.allows(Move::Left));
        state.apply(Move::Left, Deprel::Root);
        assert!(state.is_done());
        assert_eq!((state.head(0), state.head(1)), (1, 2));
        assert_eq!(state.left(1).outer, 0);
    }
}
