//! Vectors of weights that begin where a line of the cache begins, so that no load touches more lines than it must.

/// Numbers that are added and multiplied side by side.
#[derive(Clone, Copy, Debug)]
#[repr(align(64))]
pub struct Vector<const N: usize>(pub(crate) [i16; N]);

impl<const N: usize> Vector<N> {
    /// The sum, modulo 2^16.
    #[must_use]
    pub(crate) fn plus(self, other: &Self) -> Self {
        Self(std::array::from_fn(|k| self.0[k].wrapping_add(other.0[k])))
    }
}
