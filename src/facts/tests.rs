//! The tables of spec.md: two articles, and the rules that find them to disagree.

use crate::article::Article;
use crate::spec;

#[test]
fn spec_holds() {
    spec::hold_rules(include_str!("spec.md"), Article::plain, |_| true);
}
