//! Articles that are lines of one file and have no id: each keeps a name of its own, wherever its line stands.

use crate::world::World;

const CHECK: &str = "check news.jsonl --today 2026-06-15";

const HARBOUR: &str = r#"{"text": "Ferry sinks off Harrow Point.\nA ferry sank off Harrow Point on Tuesday evening, killing 12 people, the coast guard said."}"#;
const RADIO: &str = r#"{"text": "Many die in ferry disaster.\nA ferry sank off Harrow Point on Tuesday evening, killing 14 people, officials said."}"#;
const WEATHER: &str = r#"{"text": "A storm is on its way to the coast, the weather office said."}"#;

/// Whether the gate passes over these lines.
fn passes(world: &World, lines: &[&str]) -> bool {
    world.write("news.jsonl", &lines.join("\n"));
    world.gainsay(CHECK).code == Some(0)
}

#[test]
fn a_baseline_knows_lines_by_their_words() {
    let world = World::new();
    world.write("news.jsonl", &[HARBOUR, RADIO].join("\n"));
    let ran = world.gainsay("baseline create news.jsonl");
    assert_eq!(ran.code, Some(0), "{}", ran.err);
    let baseline = world.read("gainsay-baseline.jsonl");
    for name in [
        "news:ferry-sinks-off-harrow-point",
        "news:many-die-in-ferry-disaster",
    ] {
        assert!(baseline.contains(name), "{name} in {baseline}");
    }
    assert!(passes(&world, &[WEATHER, RADIO, HARBOUR]), "lines moved");
    let (twelve, fourteen) = (HARBOUR.replace("12", "14"), RADIO.replace("14", "12"));
    assert!(
        !passes(&world, &[&twelve, &fourteen]),
        "the answers were exchanged"
    );
    assert!(
        passes(&world, &[WEATHER, HARBOUR, WEATHER, RADIO]),
        "the same line twice"
    );
}
