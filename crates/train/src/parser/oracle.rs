//! The dynamic oracle of arc-hybrid parsing (Goldberg and Nivre 2013): which moves lose no gold arc that can still be
//! drawn, in any state, also one that no gold tree leads to.

use gainsay_syntax::parser::state::{Move, NONE, State};

/// How many reachable gold arcs a possible move makes unreachable; `heads[i]` is the gold head of word `i`.
pub(super) fn cost(state: &State, heads: &[usize], step: Move) -> usize {
    let (s0, s1, b0) = (state.stack(0), state.stack(1), state.buffer(0));
    let root = state.root();
    // Dependents of s0 that wait in the buffer.
    let lost_dependents = |from: usize| (from..root).filter(|&i| heads[i] == s0).count();
    match step {
        Move::Left => {
            let head = heads[s0];
            let lost = (s1 != NONE && head == s1) || (head > b0 && head <= root);
            usize::from(lost) + lost_dependents(b0)
        }
        Move::Right => {
            let head = heads[s0];
            usize::from(head >= b0 && head <= root) + lost_dependents(b0)
        }
        Move::Shift => {
            let stack = state.stack_nodes();
            let below = &stack[..stack.len().saturating_sub(1)];
            let lost = below.contains(&heads[b0]);
            usize::from(lost) + stack.iter().filter(|&&i| heads[i] == b0).count()
        }
    }
}

/// Lifts arcs until none cross: the dependent of the shortest crossing arc moves up to its head's head.
pub(super) fn projective(mut heads: Vec<usize>) -> Vec<usize> {
    while let Some(dependent) = crossing(&heads) {
        heads[dependent] = heads[heads[dependent]];
    }
    heads
}

/// The dependent of the shortest arc that is not projective; the root is node `heads.len()`.
fn crossing(heads: &[usize]) -> Option<usize> {
    let root = heads.len();
    let under = |mut node: usize, top: usize| {
        let mut steps = 0;
        while node != top && node != root && steps <= root {
            node = heads[node];
            steps += 1;
        }
        node == top
    };
    (0..root)
        .filter(|&d| heads[d] != root)
        .filter(|&d| {
            let (low, high) = (d.min(heads[d]), d.max(heads[d]));
            (low + 1..high).any(|i| !under(i, heads[d]))
        })
        .min_by_key(|&d| d.abs_diff(heads[d]))
}

#[cfg(test)]
mod tests {
    use super::*;
    use gainsay_syntax::Deprel;

    #[test]
    fn following_the_oracle_rebuilds_the_tree() {
        // "The troops left Kharkiv on Monday": 0<-1, 1<-2, 2 root, 3<-2, 4<-5, 5<-2.
        let heads = vec![1, 2, 6, 2, 5, 2];
        let mut state = State::new(heads.len());
        while !state.is_done() {
            let step = Move::ALL
                .into_iter()
                .find(|&s| state.allows(s) && cost(&state, &heads, s) == 0)
                .unwrap();
            state.apply(step, Deprel::Dep);
        }
        assert!((0..6).all(|i| state.head(i) == heads[i]));
    }

    #[test]
    fn crossing_arcs_are_lifted() {
        // Word 3 hangs on 0 across the root 2: it is lifted to 2.
        assert_eq!(projective(vec![2, 2, 4, 0]), vec![2, 2, 4, 2]);
    }
}
