//! The way from a named place to the one that is meant: "55 km south of", "northern", "off", "near".

use std::fmt;

/// How the meant place lies to the named one.
#[derive(Clone, Copy, Debug, PartialEq, serde::Serialize, serde::Deserialize)]
pub enum Offset {
    /// Somewhere close to it: "near Bireun".
    Near,
    /// In the water before it: "off Somalia".
    Off,
    /// The part of it that lies there: "northern Iraq"; `None` for the middle: "central Java".
    Part(Option<Bearing>),
    /// Outside it, in a direction, at a distance, or both: "55 km south of Bireun".
    Away {
        /// Least and most metres that the words leave open.
        metres: Option<(f64, f64)>,
        /// The direction from the named place.
        bearing: Option<Bearing>,
    },
}

/// A direction of the compass, in sixteenths of the circle clockwise from north.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
pub struct Bearing(u8);

const SHORT: [&str; 16] = [
    "N", "NNE", "NE", "ENE", "E", "ESE", "SE", "SSE", "S", "SSW", "SW", "WSW", "W", "WNW", "NW",
    "NNW",
];

impl Bearing {
    /// The bearing of a word: "south", "north-easterly", "NNW", "west-northwest".
    pub fn read(word: &str) -> Option<Self> {
        let first = word.bytes().find(u8::is_ascii_alphabetic)?;
        if !matches!(first.to_ascii_lowercase(), b'n' | b's' | b'e' | b'w') {
            return None;
        }
        if let Some(i) = SHORT.iter().position(|&short| short == word) {
            return Some(Self(i as u8));
        }
        let plain: String = word
            .chars()
            .filter(char::is_ascii_alphabetic)
            .collect::<String>()
            .to_ascii_lowercase();
        let mut rest = plain.as_str();
        let mut letters = String::new();
        while !rest.is_empty() {
            let (name, letter) = [("north", 'N'), ("south", 'S'), ("east", 'E'), ("west", 'W')]
                .into_iter()
                .find(|(name, _)| rest.starts_with(name))?;
            rest = &rest[name.len()..];
            letters.push(letter);
            if matches!(rest, "ern" | "erly" | "wards" | "ward") {
                rest = "";
            }
        }
        SHORT
            .iter()
            .position(|&short| short == letters)
            .map(|i| Self(i as u8))
    }

    /// Degrees clockwise from north.
    pub fn degrees(self) -> f64 {
        f64::from(self.0) * 22.5
    }

    /// The angle between two directions, from 0 to 180 degrees.
    pub fn angle(self, other: Self) -> f64 {
        let turn = (self.degrees() - other.degrees()).abs();
        turn.min(360.0 - turn)
    }

    /// "south", "north-northeast".
    pub fn name(self) -> String {
        let words: Vec<&str> = SHORT[usize::from(self.0)]
            .chars()
            .map(|letter| match letter {
                'N' => "north",
                'S' => "south",
                'E' => "east",
                _ => "west",
            })
            .collect();
        match words.as_slice() {
            [first, second, third] => format!("{first}-{second}{third}"),
            short => short.concat(),
        }
    }
}

impl fmt::Display for Bearing {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(SHORT[usize::from(self.0)])
    }
}

#[cfg(test)]
mod tests {
    use super::Bearing;

    #[test]
    fn directions_are_read_in_all_spellings() {
        for (word, name) in [
            ("south", "south"),
            ("north-east", "northeast"),
            ("Southeastern", "southeast"),
            ("westerly", "west"),
            ("NNW", "north-northwest"),
            ("west-northwest", "west-northwest"),
        ] {
            assert_eq!(
                Bearing::read(word).map(Bearing::name).as_deref(),
                Some(name),
                "{word}"
            );
        }
        assert_eq!(Bearing::read("southnorth"), None);
        assert_eq!(Bearing::read(""), None);
        assert_eq!(Bearing::read("northfield"), None);
    }
}
