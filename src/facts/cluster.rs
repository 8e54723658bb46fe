//! Average-linkage clustering over sparse links.

use std::collections::BTreeMap;

use rustc_hash::FxHashMap;

/// Two accounts' groups join while their members' mean link is at least this.
pub(super) const THRESHOLD: f64 = 0.4;

/// Groups `0..count` by `links` `(i, j, probability)`; pairs without a link count as 0. Two groups join while their
/// members' mean link is at least `threshold`.
///
/// Returns the groups, members ascending, each with the mean link among its members (1 for a group of one).
pub(crate) fn gather(
    count: usize,
    links: Vec<(usize, usize, f64)>,
    threshold: f64,
) -> Vec<(Vec<usize>, f64)> {
    let links = within_reach(count, links, threshold);
    let mut groups: BTreeMap<usize, Vec<usize>> = (0..count).map(|i| (i, vec![i])).collect();
    // Sums of links between groups, under the smaller group first.
    let mut sums: FxHashMap<(usize, usize), f64> = FxHashMap::default();
    let mut neighbours: FxHashMap<usize, Vec<usize>> = FxHashMap::default();
    let mut within: FxHashMap<usize, f64> = FxHashMap::default();
    let mut queue = std::collections::BinaryHeap::new();
    for (i, j, p) in links {
        sums.insert((i, j), p);
        neighbours.entry(i).or_default().push(j);
        neighbours.entry(j).or_default().push(i);
        if p >= threshold {
            queue.push(Link {
                mean: p,
                one: i,
                other: j,
            });
        }
    }
    while let Some(Link { mean, one, other }) = queue.pop() {
        let current = |groups: &BTreeMap<usize, Vec<usize>>,
                       sums: &FxHashMap<(usize, usize), f64>|
         -> Option<f64> {
            let size = groups.get(&one)?.len() * groups.get(&other)?.len();
            Some(sums.get(&(one, other))? / size as f64)
        };
        // A link from before one of its groups grew is stale; its successor is in the queue.
        if current(&groups, &sums).is_none_or(|now| (now - mean).abs() > 1e-12) {
            continue;
        }
        let joined = groups.remove(&other).unwrap_or_default();
        let sum = sums.remove(&(one, other)).unwrap_or_default();
        *within.entry(one).or_default() += sum + within.get(&other).copied().unwrap_or_default();
        groups.entry(one).or_default().extend(joined);
        let mut around = neighbours.remove(&other).unwrap_or_default();
        around.extend(neighbours.remove(&one).unwrap_or_default());
        around.sort_unstable();
        around.dedup();
        around.retain(|n| *n != one && *n != other && groups.contains_key(n));
        for &third in &around {
            let key = |a: usize, b: usize| (a.min(b), a.max(b));
            let moved = sums.remove(&key(other, third)).unwrap_or_default();
            let sum = sums.entry(key(one, third)).or_default();
            *sum += moved;
            let size = groups[&one].len() * groups[&third].len();
            let mean = *sum / size as f64;
            let (one, other) = key(one, third);
            if mean >= threshold {
                queue.push(Link { mean, one, other });
            }
            neighbours.entry(third).or_default().push(key(one, other).0);
            neighbours.entry(third).or_default().push(key(one, other).1);
        }
        neighbours.insert(one, around);
    }
    let mean = |id: usize, members: &[usize]| {
        let pairs = members.len() * (members.len() - 1) / 2;
        if pairs == 0 {
            1.0
        } else {
            within.get(&id).copied().unwrap_or_default() / pairs as f64
        }
    };
    groups
        .into_iter()
        .map(|(id, mut members)| {
            members.sort_unstable();
            let cohesion = mean(id, &members);
            (members, cohesion)
        })
        .collect()
}

/// The links that can matter: two groups join over a link of at least the threshold among their members, since no mean
/// is above all that it is made of; so what such links do not tie together, directly or over others, never meets.
fn within_reach(
    count: usize,
    links: Vec<(usize, usize, f64)>,
    threshold: f64,
) -> Vec<(usize, usize, f64)> {
    let mut above: Vec<usize> = (0..count).collect();
    let top = |above: &mut Vec<usize>, mut i: usize| {
        while above[i] != i {
            above[i] = above[above[i]];
            i = above[i];
        }
        i
    };
    for &(i, j, _) in links.iter().filter(|link| link.2 >= threshold) {
        let (one, other) = (top(&mut above, i), top(&mut above, j));
        above[one.max(other)] = one.min(other);
    }
    let mut links = links;
    links.retain(|&(i, j, _)| top(&mut above, i) == top(&mut above, j));
    links
}

/// A possible join; the strongest comes first, ties by position.
struct Link {
    mean: f64,
    one: usize,
    other: usize,
}

impl Ord for Link {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        self.mean
            .total_cmp(&other.mean)
            .then(other.one.cmp(&self.one))
            .then(other.other.cmp(&self.other))
    }
}

impl PartialOrd for Link {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Link {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other).is_eq()
    }
}

impl Eq for Link {}

#[cfg(test)]
mod tests {
    use super::{THRESHOLD, gather};

    #[test]
    fn one_chance_link_does_not_chain_two_groups() {
        let links = vec![(0, 1, 0.9), (2, 3, 0.9), (1, 2, 0.7)];
        let groups: Vec<Vec<usize>> = gather(5, links, THRESHOLD)
            .into_iter()
            .map(|g| g.0)
            .collect();
        assert_eq!(groups, [vec![0, 1], vec![2, 3], vec![4]]);
    }

    #[test]
    fn everything_that_is_linked_to_everything_joins() {
        let links = vec![(0, 1, 0.8), (0, 2, 0.6), (1, 2, 0.7)];
        assert_eq!(
            gather(3, links, THRESHOLD)
                .into_iter()
                .map(|g| g.0)
                .collect::<Vec<_>>(),
            [vec![0, 1, 2]]
        );
    }
}
