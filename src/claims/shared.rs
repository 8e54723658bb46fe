//! What claims share, written down as if each had its own.

use std::sync::Arc;

use serde::de::{Deserialize, Deserializer};
use serde::ser::{Serialize, Serializer};

use super::Event;

/// The event that a question is about.
pub(super) mod event {
    use super::{Arc, Deserialize, Deserializer, Event, Serialize, Serializer};

    #[expect(clippy::ref_option, reason = "serde hands a field on so")]
    pub(in crate::claims) fn serialize<S: Serializer>(
        event: &Option<Arc<Event>>,
        to: S,
    ) -> Result<S::Ok, S::Error> {
        event.as_deref().serialize(to)
    }

    pub(in crate::claims) fn deserialize<'de, D: Deserializer<'de>>(
        from: D,
    ) -> Result<Option<Arc<Event>>, D::Error> {
        let event: Option<Event> = Option::deserialize(from)?;
        Ok(event.map(Arc::new))
    }
}

/// The words that a claim is said in connection with.
pub(super) mod words {
    use super::{Arc, Deserialize, Deserializer, Serializer};

    pub(in crate::claims) fn serialize<S: Serializer>(
        words: &[Arc<str>],
        to: S,
    ) -> Result<S::Ok, S::Error> {
        to.collect_seq(words.iter().map(|word| &**word))
    }

    pub(in crate::claims) fn deserialize<'de, D: Deserializer<'de>>(
        from: D,
    ) -> Result<Vec<Arc<str>>, D::Error> {
        let words: Vec<String> = Vec::deserialize(from)?;
        Ok(words.into_iter().map(Arc::from).collect())
    }
}
