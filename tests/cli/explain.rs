//! `gainsay explain`: by the fingerprint that stands below a row, of whatever was compared.

use crate::binary::{files, run};

#[test]
fn whatever_has_a_fingerprint_is_explained() {
    let folder = files(&[
        (
            "a.txt",
            b"The ferry sank off Oslo on Sunday evening.\nThe fire killed 12 people.\n",
        ),
        (
            "b.txt",
            b"The ferry sank off Oslo on Sunday.\nThe fire killed 15 people.\n",
        ),
    ]);
    let told = run(
        folder.path(),
        &["compare", ".", "--format", "json", "--verdict", "all"],
    );
    let told: serde_json::Value = serde_json::from_str(&told.out).expect("JSON");
    let facts = told["facts"].as_array().expect("facts");
    let mut verdicts = Vec::new();
    for fact in facts {
        let Some(fingerprint) = fact["fingerprint"].as_str() else {
            assert_eq!(fact["verdict"], "single", "{fact}");
            continue;
        };
        let explained = run(folder.path(), &["explain", fingerprint, "."]);
        assert_eq!(explained.code, 0, "{fact}: {}", explained.err);
        let verdict = fact["verdict"].as_str().expect("a verdict");
        assert!(explained.out.starts_with(verdict), "{}", explained.out);
        assert!(explained.out.contains("match"), "{}", explained.out);
        verdicts.push(verdict.to_owned());
    }
    for verdict in ["contradiction", "precision", "agreement"] {
        assert!(verdicts.iter().any(|v| v == verdict), "{verdicts:?}");
    }
}

#[test]
fn an_unknown_fingerprint_says_where_to_look() {
    let folder = files(&[("a.txt", b"The ferry sank off Oslo on Sunday.\n")]);
    let unknown = run(folder.path(), &["explain", "0123", "a.txt"]);
    assert_eq!(unknown.code, 2);
    assert!(
        unknown.err.starts_with("error: 0123: nothing that"),
        "{}",
        unknown.err
    );
}
