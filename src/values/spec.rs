//! The tables of the kinds' spec.md as tests read them.

/// The rows of a specification with their line numbers; heads and rules of tables left out.
pub(super) fn rows(spec: &'static str) -> impl Iterator<Item = (usize, Vec<&'static str>)> {
    let row = |line: &str| {
        line.contains(" | ") && !line.starts_with("says |") && !line.starts_with("one |")
    };
    let lines = spec.lines().enumerate();
    lines
        .filter(move |(_, line)| row(line))
        .map(|(i, line)| (i + 1, line.split(" | ").map(str::trim).collect()))
}

/// Holds every row against what the program makes of it: `reads` gives what a row expects and what it got.
pub(super) fn hold(spec: &'static str, reads: impl Fn(usize, &[&str]) -> (String, String)) {
    let wrong: Vec<String> = rows(spec)
        .filter_map(|(line, row)| {
            let (expected, got) = reads(line, &row);
            let row = row.join(" | ");
            let told = || format!("spec.md:{line}: {row}\n  expected {expected}\n  got      {got}");
            (expected != got).then(told)
        })
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
