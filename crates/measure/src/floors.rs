//! Floors below which no figure may fall: a section a set, a line a figure.

use std::error::Error;
use std::path::Path;

/// The lowest figures that a file allows.
#[derive(Debug, Default)]
pub(crate) struct Floors(toml::Table);

/// The floors of `--floors FILE`, where arguments begin with it, and the other arguments.
pub(crate) fn given(arguments: &[String]) -> Result<(Floors, &[String]), Box<dyn Error>> {
    match arguments {
        [flag, file, rest @ ..] if flag == "--floors" => {
            let table = std::fs::read_to_string(Path::new(file))?.parse()?;
            Ok((Floors(table), rest))
        }
        rest => Ok((Floors::default(), rest)),
    }
}

impl Floors {
    /// Fails if one of the figures of a set is below its floor; sets and figures without a floor always hold.
    pub(crate) fn hold(&self, set: &str, figures: &[(&str, f64)]) -> Result<(), Box<dyn Error>> {
        for &(name, figure) in figures {
            let floor = self.0.get(set).and_then(|floors| floors.get(name));
            let Some(floor) = floor.and_then(toml::Value::as_float) else {
                continue;
            };
            if figure < floor {
                let fall =
                    format!("{set}: {name} fell to {figure:.3}, below its floor of {floor:.3}");
                return Err(fall.into());
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::Floors;

    #[test]
    fn a_figure_below_its_floor_is_told() {
        let floors = Floors("[blind]\nrecall = 0.5".parse().unwrap());
        let hold = |set, recall| floors.hold(set, &[("precision", 0.1), ("recall", recall)]);
        assert!(hold("blind", 0.5).is_ok());
        assert!(hold("others", 0.4).is_ok());
        let fall = hold("blind", 0.4).unwrap_err().to_string();
        assert_eq!(
            fall,
            "blind: recall fell to 0.400, below its floor of 0.500"
        );
    }
}
