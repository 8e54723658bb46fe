//! An offset that may be known, written down as its seconds.

use jiff::tz::Offset;
use serde::de::{Deserialize, Deserializer, Error};
use serde::ser::{Serialize, Serializer};

#[expect(
    clippy::ref_option,
    clippy::trivially_copy_pass_by_ref,
    reason = "serde hands a field on so"
)]
pub(super) fn serialize<S: Serializer>(offset: &Option<Offset>, to: S) -> Result<S::Ok, S::Error> {
    offset.map(Offset::seconds).serialize(to)
}

pub(super) fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Option<Offset>, D::Error> {
    let seconds: Option<i32> = Option::deserialize(from)?;
    let offset = seconds.map(Offset::from_seconds);
    offset.transpose().map_err(D::Error::custom)
}
