//! What other tools take: the comparison in their formats, a file a format.
//!
//! Each format has one public function that writes to any [`std::io::Write`]; whether that is a file or a pipe, and
//! that a file is written whole or not at all, is the caller's business.

pub mod article;
pub mod claimreview;
pub mod csv;
pub mod github;
pub mod gitlab;
pub mod html;
mod indent;
pub mod json;
pub mod junit;
pub mod markdown;
pub mod sarif;
#[cfg(test)]
mod schema;
pub mod select;
pub mod template;
