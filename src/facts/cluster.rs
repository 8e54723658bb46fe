//! Average-linkage clustering over sparse links.

use std::collections::{BTreeMap, BinaryHeap};

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
    let mut linkage = Linkage::of(count, within_reach(count, links, threshold), threshold);
    while let Some(link) = linkage.queue.pop() {
        if linkage.is_current(&link) {
            linkage.join(link.one, link.other);
        }
    }
    let within = linkage.within;
    let cohesion = |id: usize, members: &[usize]| {
        let pairs = members.len() * (members.len() - 1) / 2;
        if pairs == 0 {
            1.0
        } else {
            within.get(&id).copied().unwrap_or_default() / pairs as f64
        }
    };
    let groups = linkage.groups.into_iter();
    groups
        .map(|(id, mut members)| {
            members.sort_unstable();
            let cohesion = cohesion(id, &members);
            (members, cohesion)
        })
        .collect()
}

/// Groups while they are joined, each under its smallest member, and what links them.
struct Linkage {
    groups: BTreeMap<usize, Vec<usize>>,
    /// Sums of links between groups, under the smaller group first.
    sums: FxHashMap<(usize, usize), f64>,
    neighbours: FxHashMap<usize, Vec<usize>>,
    /// Sums of links inside groups.
    within: FxHashMap<usize, f64>,
    /// Links of groups that may join, the strongest first.
    queue: BinaryHeap<Link>,
    threshold: f64,
}

/// Two groups, the smaller first.
fn key(a: usize, b: usize) -> (usize, usize) {
    (a.min(b), a.max(b))
}

impl Linkage {
    /// Each member a group of its own.
    fn of(count: usize, links: Vec<(usize, usize, f64)>, threshold: f64) -> Self {
        let mut linkage = Self {
            groups: (0..count).map(|i| (i, vec![i])).collect(),
            sums: FxHashMap::default(),
            neighbours: FxHashMap::default(),
            within: FxHashMap::default(),
            queue: BinaryHeap::new(),
            threshold,
        };
        for (i, j, p) in links {
            linkage.sums.insert((i, j), p);
            linkage.meet(i, j, p);
        }
        linkage
    }

    /// Makes two groups neighbours, which may join if their mean link is strong enough.
    fn meet(&mut self, one: usize, other: usize, mean: f64) {
        self.neighbours.entry(one).or_default().push(other);
        self.neighbours.entry(other).or_default().push(one);
        if mean >= self.threshold {
            self.queue.push(Link { mean, one, other });
        }
    }

    /// Whether a link is still what it was: one from before one of its groups grew is stale, and its successor waits.
    fn is_current(&self, link: &Link) -> bool {
        let size = |group| self.groups.get(group).map(Vec::len);
        let sizes = size(&link.one).zip(size(&link.other));
        let sum = self.sums.get(&(link.one, link.other));
        let mean = sum.zip(sizes).map(|(sum, (a, b))| sum / (a * b) as f64);
        mean.is_some_and(|mean| (mean - link.mean).abs() <= 1e-12)
    }

    /// Joins the second group into the first, and links what was around either to both.
    fn join(&mut self, one: usize, other: usize) {
        let joined = self.groups.remove(&other).unwrap_or_default();
        let sum = self.sums.remove(&(one, other)).unwrap_or_default();
        let own = self.within.get(&other).copied().unwrap_or_default();
        *self.within.entry(one).or_default() += sum + own;
        self.groups.entry(one).or_default().extend(joined);
        let mut around = self.neighbours.remove(&other).unwrap_or_default();
        around.extend(self.neighbours.remove(&one).unwrap_or_default());
        around.sort_unstable();
        around.dedup();
        around.retain(|n| *n != one && *n != other && self.groups.contains_key(n));
        for third in around {
            let moved = self.sums.remove(&key(other, third)).unwrap_or_default();
            let sum = self.sums.entry(key(one, third)).or_default();
            *sum += moved;
            let mean = *sum / (self.groups[&one].len() * self.groups[&third].len()) as f64;
            let (first, second) = key(one, third);
            self.meet(first, second, mean);
        }
    }
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
