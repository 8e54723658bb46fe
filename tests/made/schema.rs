//! As much of JSON Schema as the published schemas use; a keyword outside of that is an error, not a pass.

use serde_json::Value;

/// Where `value` breaks `schema`, as `/path: reason` lines.
pub(crate) fn violations(schema: &Value, value: &Value) -> Vec<String> {
    let mut found = Vec::new();
    check(schema, schema, value, "", &mut found);
    found
}

fn check(root: &Value, schema: &Value, value: &Value, path: &str, found: &mut Vec<String>) {
    let keywords = schema.as_object().expect("a schema is an object");
    for (keyword, rule) in keywords {
        let number = value.as_f64();
        let holds = match keyword.as_str() {
            "$schema" | "$id" | "$defs" | "definitions" | "title" | "description" | "format"
            | "default" => true,
            "$ref" => {
                let target = rule.as_str().and_then(|r| r.strip_prefix('#'));
                let target = target.and_then(|r| root.pointer(r));
                check(
                    root,
                    target.expect("the reference leads somewhere"),
                    value,
                    path,
                    found,
                );
                true
            }
            "const" => value == rule,
            "enum" => rule.as_array().is_some_and(|all| all.contains(value)),
            "type" => types(rule).iter().any(|kind| is(kind, value)),
            "minimum" => number.is_none_or(|n| Some(n) >= rule.as_f64()),
            "maximum" => number.is_none_or(|n| Some(n) <= rule.as_f64()),
            "minItems" => value
                .as_array()
                .is_none_or(|all| Some(all.len() as u64) >= rule.as_u64()),
            "maxItems" => value
                .as_array()
                .is_none_or(|all| Some(all.len() as u64) <= rule.as_u64()),
            "required" => types(rule).iter().all(|name| value.get(*name).is_some()),
            // Beside kinds to choose from, each kind has them too.
            "properties" => {
                if keywords.get("oneOf").is_none() {
                    members(root, schema, value, path, found);
                }
                true
            }
            // Without properties it stands alone; with them it is seen to beside them.
            "additionalProperties" => {
                if keywords.get("properties").is_none() {
                    members(root, schema, value, path, found);
                }
                true
            }
            "anyOf" => fitting(root, rule, value) > 0,
            "oneOf" => fitting(root, &with_common(rule, schema), value) == 1,
            "minLength" => value
                .as_str()
                .is_none_or(|text| Some(text.chars().count() as u64) >= rule.as_u64()),
            "pattern" => {
                let pattern = regex::Regex::new(rule.as_str().expect("a pattern is text"));
                let pattern = pattern.expect("a pattern that can be read");
                value.as_str().is_none_or(|text| pattern.is_match(text))
            }
            "uniqueItems" => value.as_array().is_none_or(|all| {
                let twice = |(i, item): (usize, &Value)| all[..i].contains(item);
                !all.iter().enumerate().any(twice)
            }),
            "items" => {
                for (i, item) in value.as_array().into_iter().flatten().enumerate() {
                    check(root, rule, item, &format!("{path}/{i}"), found);
                }
                true
            }
            other => panic!("the schemas use `{other}`, which this check does not know"),
        };
        if !holds {
            found.push(format!("{path}: {keyword} {rule}"));
        }
    }
}

/// Every member is described, and as described; others only where the schema allows them in so many words.
fn members(root: &Value, schema: &Value, value: &Value, path: &str, found: &mut Vec<String>) {
    for (name, member) in value.as_object().into_iter().flatten() {
        let described = schema.get("properties").and_then(|all| all.get(name));
        let place = format!("{path}/{name}");
        match described.or(schema.get("additionalProperties")) {
            Some(Value::Bool(true)) => {}
            Some(schema) if schema.is_object() => check(root, schema, member, &place, found),
            _ => found.push(format!("{place}: not described")),
        }
    }
}

/// The kinds to choose from, each with the members that all of them have.
fn with_common(kinds: &Value, schema: &Value) -> Value {
    let mut kinds = kinds.clone();
    let common = schema["properties"].as_object();
    for kind in kinds.as_array_mut().into_iter().flatten() {
        let own = kind.get_mut("properties").and_then(Value::as_object_mut);
        if let (Some(own), Some(common)) = (own, common) {
            own.extend(common.clone());
        }
    }
    kinds
}

/// How many of the schemas a value follows.
fn fitting(root: &Value, schemas: &Value, value: &Value) -> usize {
    let follows = |schema: &&Value| {
        let mut found = Vec::new();
        check(root, schema, value, "", &mut found);
        found.is_empty()
    };
    schemas
        .as_array()
        .into_iter()
        .flatten()
        .filter(follows)
        .count()
}

fn types(rule: &Value) -> Vec<&str> {
    match rule {
        Value::String(one) => vec![one],
        other => other
            .as_array()
            .into_iter()
            .flatten()
            .filter_map(Value::as_str)
            .collect(),
    }
}

fn is(kind: &str, value: &Value) -> bool {
    match kind {
        "null" => value.is_null(),
        "boolean" => value.is_boolean(),
        "string" => value.is_string(),
        "number" => value.is_number(),
        "integer" => value.is_u64() || value.is_i64(),
        "array" => value.is_array(),
        "object" => value.is_object(),
        _ => false,
    }
}
