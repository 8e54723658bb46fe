//! Turns the name counts of the United States census into two tables: given names with gender, and surnames.
//!
//! The package `names` of the Python index carries the three files of the 1990 census, which are in the public domain.

use std::collections::BTreeMap;
use std::error::Error;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

const HEADER: &str = "# source: United States Census Bureau, names of 1990, by way of the package names 0.3.0, made by \
    `gainsay-train names`; licence: public domain\n";

/// Names that fewer people in 25,000 bear are left out: many of them are words or slips.
const LEAST_SHARE: f64 = 0.004;

/// How many times as common a name must be with one gender to tell it.
const TELLING: f64 = 8.0;

/// How many surnames are kept, the most common first.
const SURNAMES: usize = 3_000;

/// Reads the package's folder, writes `given.tsv` and `surnames.tsv` to `out`.
pub(crate) fn run(arguments: &[String]) -> Result<(), Box<dyn Error>> {
    let [folder, out] = arguments else {
        return Err("names needs FOLDER OUT".into());
    };
    let mut shares: BTreeMap<String, (f64, f64)> = BTreeMap::new();
    for (name, share) in rows(folder, "dist.male.first")? {
        shares.entry(name).or_default().0 = share;
    }
    for (name, share) in rows(folder, "dist.female.first")? {
        shares.entry(name).or_default().1 = share;
    }
    let mut given = format!("{HEADER}# name<TAB>m, f or e (either)\n");
    for (name, (male, female)) in shares {
        if male.max(female) < LEAST_SHARE {
            continue;
        }
        let gender = if male > TELLING * female {
            'm'
        } else if female > TELLING * male {
            'f'
        } else {
            'e'
        };
        let _ = writeln!(given, "{name}\t{gender}");
    }
    let mut surnames: Vec<String> = rows(folder, "dist.all.last")?
        .into_iter()
        .take(SURNAMES)
        .map(|(name, _)| name)
        .collect();
    surnames.sort();
    let out = Path::new(out);
    fs::write(out.join("given.tsv"), given)?;
    fs::write(
        out.join("surnames.tsv"),
        format!("{HEADER}# surname\n{}\n", surnames.join("\n")),
    )?;
    Ok(())
}

/// The lines of one census file: name, share in per cent, running share, rank.
fn rows(folder: &str, file: &str) -> Result<Vec<(String, f64)>, Box<dyn Error>> {
    let path = Path::new(folder).join(file);
    let text = fs::read_to_string(&path).map_err(|e| format!("{}: {e}", path.display()))?;
    Ok(text
        .lines()
        .filter_map(|line| {
            let mut fields = line.split_ascii_whitespace();
            Some((capitalized(fields.next()?), fields.next()?.parse().ok()?))
        })
        .collect())
}

fn capitalized(name: &str) -> String {
    let lower = name.to_ascii_lowercase();
    let (first, rest) = lower.split_at(1.min(lower.len()));
    let rest = match rest.strip_prefix('c') {
        Some(scottish) if first == "m" => format!("c{}", capitalized(scottish)),
        _ => rest.to_owned(),
    };
    first.to_ascii_uppercase() + &rest
}
