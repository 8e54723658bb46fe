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
#[derive(Clone, Debug, Default)]
pub struct State {
    stack: Vec<usize>,
    front: usize,
    len: usize,
    last: [usize; 2],
    nodes: Vec<Node>,
}

/// What is known of a node so far.
#[derive(Clone, Copy, Debug)]
struct Node {
    head: usize,
    left: Side,
    right: Side,
    label: Deprel,
    kinds: u8,
}

const LOOSE: Node = Node {
    head: NONE,
    left: EMPTY,
    right: EMPTY,
    label: Deprel::Dep,
    kinds: 0,
};

impl State {
    /// The state before the first move over `len` words.
    pub fn new(len: usize) -> Self {
        let mut state = Self::default();
        state.begin(len);
        state
    }

    /// Becomes the state before the first move over `len` words.
    pub(super) fn begin(&mut self, len: usize) {
        self.stack.clear();
        self.front = 0;
        self.len = len;
        self.last = [3, 3];
        self.nodes.clear();
        self.nodes.resize(len + 1, LOOSE);
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
        self.nodes[dependent].head = head;
        self.nodes[dependent].label = label;
        let above = &mut self.nodes[head];
        above.kinds |= kind(label);
        let side = if dependent < head {
            &mut above.left
        } else {
            &mut above.right
        };
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
        self.nodes[node].head
    }

    /// The relation of a node that has a head.
    pub fn label(&self, node: usize) -> Deprel {
        self.nodes[node].label
    }

    /// The dependents of a node on its left.
    pub fn left(&self, node: usize) -> Side {
        self.nodes.get(node).map_or(EMPTY, |node| node.left)
    }

    /// The dependents of a node on its right.
    pub fn right(&self, node: usize) -> Side {
        self.nodes.get(node).map_or(EMPTY, |node| node.right)
    }

    /// Which kinds of dependent a node has, as bits below 64.
    pub fn kinds(&self, node: usize) -> u8 {
        self.nodes.get(node).map_or(0, |node| node.kinds)
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
