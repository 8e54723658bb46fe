//! How long the names are that begin with a word: most stretches of text are turned away by their length.

use std::ops::BitOr;

/// A set of lengths in bytes; those from 63 on are one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(in crate::values::place) struct Lengths(u64);

impl Lengths {
    /// The set of one length.
    pub(super) fn of(length: usize) -> Self {
        Self(1 << length.min(63))
    }

    /// Whether a name may have that length.
    pub(in crate::values::place) fn has(self, length: usize) -> bool {
        self.0 & Self::of(length).0 != 0
    }

    /// The greatest length that a name may have; `None` if there is no name.
    pub(in crate::values::place) fn most(self) -> Option<usize> {
        match self.0.checked_ilog2()? {
            63 => Some(usize::from(u8::MAX)),
            most => Some(most as usize),
        }
    }
}

impl BitOr for Lengths {
    type Output = Self;

    fn bitor(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

impl FromIterator<usize> for Lengths {
    fn from_iter<I: IntoIterator<Item = usize>>(lengths: I) -> Self {
        let sets = lengths.into_iter().map(Self::of);
        sets.fold(Self::default(), Self::bitor)
    }
}

#[cfg(test)]
mod tests {
    use super::Lengths;

    #[test]
    fn a_set_has_what_went_into_it() {
        let lengths: Lengths = [4, 9].into_iter().collect();
        assert_eq!(
            [4, 5, 9].map(|length| lengths.has(length)),
            [true, false, true]
        );
        assert_eq!((lengths.most(), Lengths::default().most()), (Some(9), None));
        let long = lengths | Lengths::of(80);
        assert!(long.has(70) && long.most() == Some(255));
    }
}
