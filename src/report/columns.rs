//! How wide the columns are, and whether every source gets one of its own.

/// How the answers are arranged beside the question.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Arrangement {
    /// A column a source, in article order.
    BySource,
    /// Too many sources for the width: one line an answer, with the sources that give it.
    ByAnswer,
}

/// Columns that a separator and its padding take between two cells.
const BETWEEN: usize = 3;
/// "contradiction", the longest verdict.
pub(super) const VERDICT: usize = 13;
/// A source's column narrower than this breaks words.
const READABLE: usize = 15;

/// The arrangement for so many articles (those that answer a shown question) in `width`.
pub(super) fn arrange(articles: usize, width: usize) -> Arrangement {
    let columns = articles + 1;
    if room(width, columns + 1) / columns >= READABLE {
        Arrangement::BySource
    } else {
        Arrangement::ByAnswer
    }
}

/// What is left for the text of all columns but the verdict's.
pub(super) fn room(width: usize, columns: usize) -> usize {
    width.saturating_sub(BETWEEN * (columns - 1) + VERDICT + 2)
}

/// Divides `room` among columns of these natural widths: no column gets more than it needs, and what the narrow ones
/// leave goes to the wide ones in equal parts.
pub(super) fn share(room: usize, naturals: &[usize]) -> Vec<usize> {
    let mut order: Vec<usize> = (0..naturals.len()).collect();
    order.sort_by_key(|&i| naturals[i]);
    let mut widths = vec![0; naturals.len()];
    let mut left = room;
    for (done, &i) in order.iter().enumerate() {
        widths[i] = naturals[i].min(left / (naturals.len() - done)).max(1);
        left = left.saturating_sub(widths[i]);
    }
    widths
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sources_share_a_line_while_their_columns_stay_readable() {
        let fits = |n: usize, width| arrange(n, width) == Arrangement::BySource;
        assert!(fits(2, 80) && !fits(3, 80));
        assert!(fits(4, 120) && !fits(5, 120));
        assert!(fits(8, 200) && !fits(14, 200));
    }

    #[test]
    fn narrow_columns_leave_their_room_to_wide_ones() {
        assert_eq!(share(60, &[10, 50, 100]), [10, 25, 25]);
        assert_eq!(share(60, &[10, 20]), [10, 20]);
    }
}
