//! What ties the articles of one story: those that name nobody and nothing in common tell of different events after all.
//!
//! A folder can hold two fires or two trials. Their words are alike, their claims are too, and only the names part them.
//! The bounds were chosen on five pairs of such twins, poured together.

use super::portrait::{Gallery, Portrait, cosine};
use crate::article::Article;
use crate::facts::{Tie, Ties};

/// At most this cosine of their names, weighed by rarity, and two articles have none in common that tells anything.
const NONE_IN_COMMON: f64 = 0.03;
/// At most this cosine, and it takes more than common words to make one event of them.
const LITTLE_IN_COMMON: f64 = 0.08;
/// Fewer names than this tell nothing.
const FEWEST: usize = 2;
/// Above this many articles every pair is too many; such a crowd wants to be parted into stories first.
const MOST: usize = 600;

/// What ties the articles at these positions of the run to each other.
pub fn ties(articles: &[Article], members: &[usize]) -> Ties {
    let mut ties = Ties::default();
    if members.len() > MOST {
        return ties;
    }
    let own: Vec<&Article> = members.iter().map(|&i| &articles[i]).collect();
    let portraits = Gallery::of(&own).portraits;
    let portraits: Vec<(usize, Portrait)> = members.iter().copied().zip(portraits).collect();
    for (at, (i, one)) in portraits.iter().enumerate() {
        for (j, other) in &portraits[at + 1..] {
            ties.note(*i, *j, tie(one, other));
        }
    }
    ties
}

fn tie(one: &Portrait, other: &Portrait) -> Tie {
    if one.names.len().min(other.names.len()) < FEWEST {
        return Tie::Close;
    }
    match cosine(&one.names, &other.names) {
        shared if shared <= NONE_IN_COMMON => Tie::None,
        shared if shared <= LITTLE_IN_COMMON => Tie::Loose,
        _ => Tie::Close,
    }
}

#[cfg(test)]
mod tests {
    use super::ties;
    use crate::article::Article;
    use crate::facts::Tie;

    #[test]
    fn two_fires_that_name_nobody_in_common_are_not_tied() {
        let texts = [
            "A fire gutted the Vantaa mill on Sunday, said Pekka Laine of the Espoo brigade.",
            "Pekka Laine said that the Vantaa mill burned down. The Espoo brigade came late.",
            "A fire gutted the Oporto mill on Sunday, said Rui Matos of the Braga brigade.",
            "a fire gutted a mill on sunday.",
        ];
        let articles = texts.map(|text| Article::plain("a", text));
        let ties = ties(&articles, &[0, 1, 2, 3]);
        assert_eq!(ties.between(1, 0), Tie::Close);
        assert_eq!(ties.between(0, 2), Tie::None);
        assert_eq!(ties.between(2, 1), Tie::None);
        assert_eq!(
            ties.between(3, 0),
            Tie::Close,
            "who names nobody may be of any event"
        );
    }
}
