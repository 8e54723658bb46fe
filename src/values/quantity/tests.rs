//! The tables of spec.md and the laws of quantities.
