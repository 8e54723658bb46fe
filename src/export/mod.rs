//! What machines read: one format a file.

pub mod article;
