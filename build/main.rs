//! Lays out the indexes of the large tables of names and the phrases of states, so that no run has to read them.

mod states;

use std::{env, error::Error, fs, path::Path};

use gainsay_table::{Layout, rows};

fn main() -> Result<(), Box<dyn Error>> {
    let naming = "src/values/naming";
    for name in ["given", "given-world", "surnames"] {
        write(
            &format!("{name}.index"),
            &Layout::of_rows(&read(naming, name)?).bytes(),
        )?;
    }
    let (areas, cities) = (
        read("src/values/place", "areas")?,
        read("src/values/place", "cities")?,
    );
    write("areas.index", &of_areas(&areas).bytes())?;
    write("cities.index", &of_cities(&cities).bytes())?;
    let starts = rows(&areas).flat_map(|(place, _)| (place as u32).to_le_bytes());
    write("area-starts.index", &starts.collect::<Vec<u8>>())?;
    let folder = "src/claims/state";
    let files = states::lay_out(&read(folder, "states")?, &read(folder, "bearers")?);
    files
        .iter()
        .try_for_each(|(name, bytes)| write(name, bytes))
}

/// All areas by their names and by the first words of those.
fn of_areas(areas: &str) -> Layout {
    let mut layout = Layout::new(2 * rows(areas).count());
    for (place, row) in rows(areas) {
        for word in names(row) {
            layout.enter(word, place);
        }
    }
    layout
}

/// Where the cities of each name begin, and those whose names begin with each word: the table is sorted.
fn of_cities(cities: &str) -> Layout {
    let mut known = std::collections::BTreeSet::new();
    let mut layout = Layout::new(rows(cities).count());
    for (place, row) in rows(cities) {
        for word in names(row) {
            if known.insert(word) {
                layout.enter(word, place);
            }
        }
    }
    layout
}

/// The name of a row and, where it has more than one, its first word.
fn names(row: &str) -> impl Iterator<Item = &str> {
    let name = row.split('\t').next().unwrap_or_default();
    let word = name
        .split(|c: char| !c.is_alphanumeric())
        .next()
        .unwrap_or_default();
    let has_more = !word.is_empty() && word.len() < name.len();
    [name, word].into_iter().take(1 + usize::from(has_more))
}

fn read(folder: &str, name: &str) -> Result<String, Box<dyn Error>> {
    let path = format!("{folder}/{name}.tsv");
    println!("cargo::rerun-if-changed={path}");
    Ok(fs::read_to_string(path)?)
}

fn write(name: &str, bytes: &[u8]) -> Result<(), Box<dyn Error>> {
    let out = env::var("OUT_DIR")?;
    Ok(fs::write(Path::new(&out).join(name), bytes)?)
}
