//! Distances on the globe, for places whose position is known.

use super::offset::Offset;
use super::{Place, gazetteer};

/// Latitude and longitude in degrees.
pub(super) type Position = (f64, f64);

const EARTH_RADIUS: f64 = 6_371_000.0;

/// Metres between two positions (haversine).
pub(super) fn distance(one: Position, other: Position) -> f64 {
    let (latitude, longitude) = (one.0.to_radians(), one.1.to_radians());
    let (other_latitude, other_longitude) = (other.0.to_radians(), other.1.to_radians());
    let a = ((other_latitude - latitude) / 2.0).sin().powi(2)
        + latitude.cos()
            * other_latitude.cos()
            * ((other_longitude - longitude) / 2.0).sin().powi(2);
    2.0 * EARTH_RADIUS * a.sqrt().clamp(0.0, 1.0).asin()
}

/// Where a place is, and how many metres it may be off: a city is wide, and so is a rounded distance.
pub(super) fn position(place: &Place) -> Option<(Position, f64)> {
    let city = gazetteer::position(place)?;
    match place.offset {
        None => Some((city, 5_000.0)),
        Some(Offset::Near) => Some((city, 30_000.0)),
        Some(Offset::Away {
            metres: Some((least, most)),
            bearing: Some(bearing),
        }) => {
            let middle = f64::midpoint(least, most);
            let slack = (most - least) / 2.0 + middle * 0.25 + 10_000.0;
            Some((walk(city, middle, bearing.degrees()), slack))
        }
        Some(Offset::Off | Offset::Part(_) | Offset::Away { .. }) => None,
    }
}

/// The position after so many metres in that direction.
fn walk(from: Position, metres: f64, degrees: f64) -> Position {
    let (angle, turn) = (metres / EARTH_RADIUS, degrees.to_radians());
    let (latitude, longitude) = (from.0.to_radians(), from.1.to_radians());
    let reached = (latitude.sin() * angle.cos() + latitude.cos() * angle.sin() * turn.cos())
        .clamp(-1.0, 1.0)
        .asin();
    let east = (turn.sin() * angle.sin() * latitude.cos())
        .atan2(angle.cos() - latitude.sin() * reached.sin());
    (reached.to_degrees(), (longitude + east).to_degrees())
}

#[cfg(test)]
mod tests {
    use super::{distance, walk};

    #[test]
    fn a_walk_has_its_length() {
        let start = (5.2, 96.7);
        for degrees in [0.0, 45.0, 180.0, 270.0] {
            assert!((distance(start, walk(start, 55_000.0, degrees)) - 55_000.0).abs() < 10.0);
        }
    }
}
