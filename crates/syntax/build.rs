//! Lays out the indexes of the lists of lemmas, so that no run has to read them.

use std::{env, error::Error, fs, path::Path};

use gainsay_table::Layout;

fn main() -> Result<(), Box<dyn Error>> {
    let out = env::var("OUT_DIR")?;
    for name in ["bases", "lemmas"] {
        let table = format!("../../data/{name}.tsv");
        println!("cargo::rerun-if-changed={table}");
        let layout = Layout::of_rows(&fs::read_to_string(&table)?);
        fs::write(
            Path::new(&out).join(format!("{name}.index")),
            layout.bytes(),
        )?;
    }
    Ok(())
}
