//! The tables of spec.md and the laws that every time obeys.
