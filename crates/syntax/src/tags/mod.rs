//! The closed inventories: universal tags, Penn tags and dependency relations, a file each.

mod deprel;
mod upos;
mod xpos;

pub use deprel::Deprel;
pub use upos::Upos;
pub use xpos::Xpos;

#[cfg(test)]
mod tests {
    use super::{Deprel, Upos, Xpos};

    #[test]
    fn names_lead_back_to_their_members() {
        assert!(
            Upos::ALL
                .iter()
                .all(|&u| Upos::from_name(u.name()) == Some(u))
        );
        assert!(
            Xpos::ALL
                .iter()
                .all(|&x| Xpos::from_name(x.name()) == Some(x))
        );
        assert!(
            Deprel::ALL
                .iter()
                .all(|&d| Deprel::from_name(d.name()) == Some(d))
        );
        assert_eq!(
            (Upos::X.name(), Xpos::Dollar.name(), Deprel::Xcomp.name()),
            ("X", "$", "xcomp")
        );
    }
}
