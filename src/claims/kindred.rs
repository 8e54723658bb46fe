//! Families of deeds: kinds of event that can be one event in other words, as "was shot" and "was stabbed" are.
//!
//! A class holds what means the same; a family holds what two reports of one event can take it for.

use std::sync::LazyLock;

use crate::lexicon::Groups;

use super::class::Class;

static FAMILIES: LazyLock<Groups> = LazyLock::new(|| Groups::read(include_str!("kindred.tsv")));

/// The families that a kind of event stands in.
pub fn families(class: Class) -> &'static [&'static str] {
    FAMILIES.of(class.name())
}

#[cfg(test)]
mod tests {
    use super::families;
    use crate::claims::class::Class;

    #[test]
    fn a_resignation_and_a_dismissal_can_be_one_event() {
        let family = |class: &str| families(Class::named(class).expect("a class of the table"));
        assert_eq!(family("resign"), family("dismiss"));
        assert_ne!(family("resign"), family("arrest"));
    }
}
