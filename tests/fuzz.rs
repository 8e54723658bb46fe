//! The targets of `fuzz/` on stable Rust: inputs made from the fixtures by chance, every run the same ones.
//!
//! `GAINSAY_FUZZ_SECONDS=3600 cargo test --release --test fuzz -- --ignored` goes on for an hour.

#[expect(unreachable_pub, reason = "the file is a crate of its own, too")]
#[path = "../fuzz/src/lib.rs"]
mod targets;

#[path = "hostile/seed.rs"]
mod seed;

use std::panic::catch_unwind;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use seed::Chance;

/// A target by name.
type Target = (&'static str, fn(&[u8]));

const TARGETS: [Target; 5] = [
    ("read", targets::read),
    ("tokenize", targets::tokenize),
    ("recognize", targets::recognize),
    ("settings", targets::settings),
    ("whole", targets::whole),
];

/// What means something to one of the readers or recognizers.
const PIECES: [&str; 48] = [
    "\"",
    "“",
    "”",
    "'",
    "’",
    "(",
    ")",
    "[",
    "{",
    "}",
    "<",
    ">",
    "</p>",
    "<td>",
    "<table>",
    "&amp;",
    "&#x",
    "---\n",
    "+++\n",
    "# ",
    "- ",
    "> ",
    "|",
    "`",
    "```\n",
    "\n\n",
    "\r\n",
    "\t",
    "\u{202e}",
    "\u{1b}[",
    "\u{301}",
    "😀",
    "İ",
    "9:38 a.m.",
    "on Sunday",
    "between",
    "at least",
    "$",
    "%",
    "million",
    "1/0",
    "2024-02-30",
    "not ",
    "who ",
    "said ",
    " GMT",
    "{{",
    "{%",
];

/// Runs longer than this on a few thousand bytes, in a debug build on a busy machine, are hangs.
const PATIENCE: Duration = Duration::from_secs(60);

#[test]
fn a_few_hundred_inputs() {
    fuzz(1, |round, _| round < 60);
}

#[test]
#[ignore = "runs as long as GAINSAY_FUZZ_SECONDS says, an hour without it"]
fn many_inputs() {
    let seconds = std::env::var("GAINSAY_FUZZ_SECONDS").ok();
    let seconds = seconds.and_then(|s| s.parse().ok()).unwrap_or(3600);
    let seed = std::env::var("GAINSAY_FUZZ_SEED").ok();
    let seed = seed.and_then(|s| s.parse().ok()).unwrap_or(2);
    fuzz(seed, |_, begun| {
        begun.elapsed() < Duration::from_secs(seconds)
    });
}

/// Rounds over all targets while `go_on` says so.
fn fuzz(seed: u64, go_on: impl Fn(u64, Instant) -> bool) {
    let seeds = seeds();
    let begun = Instant::now();
    let mut round = 0;
    while go_on(round, begun) {
        for (i, (name, target)) in TARGETS.into_iter().enumerate() {
            let number = (seed << 40) + round * TARGETS.len() as u64 + i as u64;
            let input = mutated(&seeds, &mut Chance::of(number));
            hold(name, target, &input);
        }
        round += 1;
    }
    println!(
        "{round} rounds of {} targets in {:.0} s",
        TARGETS.len(),
        begun.elapsed().as_secs_f64()
    );
}

fn hold(name: &str, target: fn(&[u8]), input: &[u8]) {
    let begun = Instant::now();
    let ended = catch_unwind(|| target(input));
    if ended.is_err() || begun.elapsed() > PATIENCE {
        let path = std::env::temp_dir().join(format!("gainsay-fuzz-{name}"));
        std::fs::write(&path, input).expect("the input can be kept");
        panic!(
            "{name} fails or hangs on {}: {:?}",
            path.display(),
            String::from_utf8_lossy(input)
        );
    }
}

/// The beginnings of the fixtures' files, and the small settings, baselines and pages of `fuzz/seeds`, whose first byte
/// chooses among formats.
fn seeds() -> Vec<Vec<u8>> {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    let read = |file: &PathBuf| std::fs::read(file).expect("seeds can be read");
    let stories = sorted(&here.join("fixtures/stories"));
    let files = stories.iter().flat_map(|story| sorted(story));
    let beginning = |bytes: Vec<u8>| bytes[..bytes.len().min(1500)].to_vec();
    let small = sorted(&here.join("fuzz/seeds"));
    let rest = |bytes: Vec<u8>| bytes[1..].to_vec();
    files
        .map(|file| beginning(read(&file)))
        .chain(small.iter().map(|file| rest(read(file))))
        .collect()
}

fn sorted(folder: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
    let mut paths: Vec<_> = entries.map(|entry| entry.path()).collect();
    paths.sort();
    paths
}

/// A seed with a few things changed, behind a byte that chooses.
fn mutated(seeds: &[Vec<u8>], chance: &mut Chance) -> Vec<u8> {
    let mut input = seeds[chance.below(seeds.len())].clone();
    let changes = 1 + chance.below(8);
    for _ in 0..changes {
        let at = chance.below(input.len() + 1);
        let end = (at + chance.below(40)).min(input.len());
        match chance.below(6) {
            0 => drop(input.drain(at..end)),
            1 => drop(input.splice(at..end, chance.pick(&PIECES).bytes())),
            2 => drop(input.splice(
                at..at,
                chance.pick(&PIECES).repeat(1 + chance.below(30)).bytes(),
            )),
            3 => {
                let other = &seeds[chance.below(seeds.len())];
                let from = chance.below(other.len() + 1);
                let to = (from + chance.below(300)).min(other.len());
                input.splice(at..end, other[from..to].iter().copied());
            }
            4 => {
                let again = input[at..end].repeat(1 + chance.below(6));
                input.splice(at..at, again);
            }
            _ => {
                let byte = chance.below(256) as u8;
                input.splice(at..end.min(at + 1), [byte]);
            }
        }
    }
    let choice = chance.below(256) as u8;
    [vec![choice], input].concat()
}
