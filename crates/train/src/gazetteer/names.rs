//! Names as newsrooms write them: in plain letters, without the words that officials put before or after them.

use std::collections::HashMap;

const LETTERS: &str = include_str!("../../../../src/lexicon/letters.tsv");

/// Words that officials put before or after a region's name, and newsrooms leave out.
const PREFIXES: &[&str] = &[
    "Province of ",
    "Kabupaten ",
    "Kota ",
    "Departement du ",
    "Departement de la ",
    "Departement de ",
    "Provincia de ",
    "Provincia di ",
    "Royal Borough of ",
    "City and Borough of ",
    "Borough of ",
    "Sir ",
    "Muhafazat ",
    "County ",
];
const SUFFIXES: &[&str] = &[
    " County Borough",
    " county borough",
    " Governorate",
    " Oblast'",
    " Oblast",
    " oblast",
    " Province",
    " Prefecture",
    " Regency",
    " Sheng",
    " Shi",
    " Kray",
    " Krai",
    " Republic",
    " District",
    " Voivodeship",
];

/// Words of honour before a city's name.
const HONOURS: &[&str] = &[
    "Heroica Ciudad de ",
    "Heroica ",
    "Universitats- und Hansestadt ",
    "Hansestadt ",
];

/// Countries in whose names an apostrophe is the soft sign, which newsrooms leave out: "Ryazan".
const SOFT_SIGNS: &[&str] = &["BY", "RU"];

/// What makes letters plain.
pub(super) struct Letters(HashMap<char, String>);

impl Letters {
    pub(super) fn read() -> Self {
        let rows = LETTERS.lines().filter(|line| !line.starts_with('#'));
        let letters = rows
            .filter_map(|line| line.split_once('\t'))
            .flat_map(|(plain, letters)| {
                letters
                    .chars()
                    .map(move |letter| (letter, plain.to_owned()))
            });
        Self(letters.collect())
    }

    /// The name of a city of that country.
    pub(super) fn city(&self, name: &str, country: &str) -> String {
        let plain = self.plain(name);
        let honoured = HONOURS.iter().find_map(|h| plain.strip_prefix(h));
        let name = honoured.unwrap_or(&plain);
        if SOFT_SIGNS.contains(&country) {
            name.replace('\'', "")
        } else {
            name.to_owned()
        }
    }

    /// A region's or county's name.
    pub(super) fn area(&self, name: &str) -> String {
        let plain = self.plain(name);
        let prefix = PREFIXES.iter().find_map(|p| plain.strip_prefix(p));
        let headless = prefix.unwrap_or(&plain);
        let suffix = SUFFIXES.iter().find_map(|s| headless.strip_suffix(s));
        suffix.unwrap_or(headless).trim().to_owned()
    }

    /// Letters and digits in lower case: two spellings of one name.
    pub(super) fn folded(&self, name: &str) -> String {
        let plain = self.plain(name);
        let letters = plain.chars().filter(char::is_ascii_alphanumeric);
        letters.map(|c| c.to_ascii_lowercase()).collect()
    }

    fn plain(&self, name: &str) -> String {
        let plain: String = name
            .chars()
            .filter_map(|c| match self.0.get(&c) {
                Some(plain) => Some(plain.clone()),
                None if c.is_ascii() => Some(c.to_string()),
                None => None,
            })
            .collect();
        plain.trim_start_matches(['\'', ' ']).to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::Letters;

    #[test]
    fn words_of_office_and_honour_go() {
        let letters = Letters::read();
        assert_eq!(letters.area("Samara Oblast"), "Samara");
        assert_eq!(letters.area("Province of Cebu"), "Cebu");
        assert_eq!(letters.city("Heroica Guaymas", "MX"), "Guaymas");
        assert_eq!(letters.city("Panama City", "PA"), "Panama City");
        assert_eq!(letters.city("Arkhangel’sk", "RU"), "Arkhangelsk");
        assert_eq!(letters.city("Ta’if", "SA"), "Ta'if");
    }

    #[test]
    fn spellings_fold_together() {
        let letters = Letters::read();
        assert_eq!(letters.folded("Al-Kut"), letters.folded("Al Kūt"));
    }
}
