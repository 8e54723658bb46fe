//! The published schemas are made from the types that are written: a field can not be changed and forgotten there.
//!
//! After a wanted change: `GAINSAY_BLESS=1 cargo test --lib schema`, then read the difference.

use schemars::generate::SchemaSettings;
use schemars::{JsonSchema, Schema};
use serde_json::{Value, json};

use super::article::ArticleRecord;
use super::json::FindingLine;
use crate::comparison::Comparison;

/// The schema of what is written of a type.
fn schema<T: JsonSchema>() -> Schema {
    let settings = SchemaSettings::draft2020_12().for_serialize();
    settings.into_generator().into_root_schema_for::<T>()
}

/// The schema under its name, which stands first.
fn headed(name: &str, schema: &Schema) -> Value {
    let mut headed = json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": format!("gainsay:schema/{name}.v1.json"),
        "title": format!("gainsay/{name}/v1"),
    });
    for (keyword, rule) in schema.as_object().into_iter().flatten() {
        if headed.get(keyword).is_none() {
            headed[keyword] = rule.clone();
        }
    }
    headed
}

#[test]
fn the_published_schemas_are_those_of_the_types() {
    for (name, schema) in [
        ("comparison", schema::<Comparison>()),
        ("finding", schema::<FindingLine>()),
        ("article", schema::<ArticleRecord>()),
    ] {
        let schema = headed(name, &schema);
        let made = serde_json::to_string_pretty(&schema).expect("a schema is JSON") + "\n";
        let path = format!("{}/schema/{name}.v1.json", env!("CARGO_MANIFEST_DIR"));
        if std::env::var_os("GAINSAY_BLESS").is_some() {
            std::fs::write(&path, &made).expect("the folder is in the repository");
        }
        let published = std::fs::read_to_string(&path).unwrap_or_default();
        assert!(published == made, "{path} is not what the types say");
    }
}
