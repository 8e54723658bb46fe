//! The table as it is printed, held against files that a person has looked at.
//!
//! After a wanted change: `GAINSAY_BLESS=1 cargo test --test table`, then read the difference.

mod made;

use gainsay::comparison::{Comparison, Verdict};
use gainsay::report::difference::stories;
use gainsay::report::explain::explain;
use gainsay::report::link::Links;
use gainsay::report::{DIFFERENCES, Layout, ink::Paint, table};

fn layout(width: usize) -> Layout {
    Layout {
        width,
        paint: Paint::Plain,
        links: Links::None,
        verdicts: DIFFERENCES.to_vec(),
    }
}

/// Holds what is printed against `tests/table/NAME.txt`.
fn check(name: &str, printed: &str) {
    let path = format!("{}/tests/table/{name}.txt", env!("CARGO_MANIFEST_DIR"));
    if std::env::var_os("GAINSAY_BLESS").is_some() {
        std::fs::write(&path, printed).expect("the folder is in the repository");
    }
    let wanted = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(printed == wanted, "{path} differs; printed was:\n{printed}");
}

fn check_at_all_widths(name: &str, comparison: &Comparison) {
    for width in [80, 120, 200] {
        let printed = table(comparison, &layout(width));
        for line in printed.lines() {
            assert!(
                line.chars().count() <= width,
                "too wide for {width}: {line}"
            );
        }
        check(&format!("{name}_{width}"), &printed);
    }
}

#[test]
fn two_sources() {
    check_at_all_widths("two", &made::ferry(2));
}

#[test]
fn three_sources() {
    check_at_all_widths("three", &made::ferry(3));
}

#[test]
fn fourteen_sources() {
    check_at_all_widths("fourteen", &made::quake());
}

#[test]
fn three_hundred_sources() {
    let printed = table(&made::crowd(), &layout(120));
    check("crowd_120", &printed);
    assert!(printed.lines().count() < 100);
}

#[test]
fn every_verdict_asked_for() {
    let mut layout = layout(120);
    layout
        .verdicts
        .extend([Verdict::Agreement, Verdict::Single]);
    check("all", &table(&made::ferry(2), &layout));
}

#[test]
fn nothing_differs() {
    let mut c = made::ferry(2);
    c.findings.clear();
    c.facts.retain(|fact| fact.verdict == Verdict::Agreement);
    check("nothing", &table(&c, &layout(80)));
}

#[test]
fn colours() {
    let mut c = made::ferry(2);
    c.findings.truncate(1);
    c.facts.truncate(1);
    let layout = Layout {
        paint: Paint::Ansi,
        ..layout(80)
    };
    check("colours", &table(&c, &layout));
}

#[test]
fn places_can_be_clicked() {
    let mut c = made::ferry(2);
    c.articles[0].path = "news/a b\u{1b}]0;x\u{7}.txt".to_owned();
    let layout = Layout {
        links: Links::From("/home/ed".into()),
        ..layout(120)
    };
    let printed = table(&c, &layout);
    let plain = table(&c, &self::layout(120));
    let link = "\u{1b}]8;;file:///home/ed/news/a%20b%1B%5D0%3Bx%07.txt#1\u{1b}\\";
    assert!(printed.contains(link), "{printed}");
    let mut bare = String::new();
    for (i, part) in printed.split("\u{1b}]8;;").enumerate() {
        bare += match part.split_once("\u{1b}\\") {
            Some((_, text)) if i > 0 => text,
            _ => part,
        };
    }
    assert_eq!(bare, plain, "links change nothing else");
}

#[test]
fn hostile_text_can_not_act_on_the_terminal() {
    let mut c = made::ferry(2);
    c.facts[0].accounts[0].said = "Sunday\u{1b}]0;owned\u{7} evening".to_owned();
    c.findings[0].sides[0].quote = "left\u{1b}[2J\u{202E} on\nSunday".to_owned();
    c.findings[0].question = "\u{9b}31mWhen".to_owned();
    c.articles[0].source = Some("\u{1b}[31mCourier".to_owned());
    c.articles[1].path = "a\u{8}b.txt".to_owned();
    let printed = table(&c, &layout(120));
    assert!(printed.chars().all(|c| c == '\n' || !c.is_control()));
    assert!(!printed.contains('\u{202E}'));
}

#[test]
fn no_width_panics() {
    for width in 0..160 {
        for comparison in [made::ferry(2), made::ferry(3), made::quake()] {
            table(&comparison, &layout(width));
        }
    }
}

#[test]
fn a_finding_explained() {
    let (comparison, articles) = made::annotated::annotated(
        &std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures"),
        "leader-train",
    );
    let told = |verdict| {
        let stories = stories(&comparison, &[verdict]);
        stories[0].rows[0]
    };
    for (name, verdict) in [
        ("explained", Verdict::Contradiction),
        ("explained_precision", Verdict::Precision),
    ] {
        let told = told(verdict);
        check(name, &explain(&comparison, &articles, &told, &layout(100)));
        for width in 0..120 {
            explain(&comparison, &articles, &told, &layout(width));
        }
    }
}
