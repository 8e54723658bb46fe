//! 300 inputs made to break something, each run through the real binary: it ends, in time and in bounds, with 0, 1 or 2
//! and a clear line. `cargo test --release --test hostile` runs them four hundred times as large.

#[path = "hostile/mod.rs"]
mod hostile;

use std::sync::atomic::{AtomicUsize, Ordering};

#[test]
fn no_input_crashes_hangs_or_eats_the_machine() {
    let corpus = hostile::corpus();
    assert!(corpus.len() >= 300, "{} inputs", corpus.len());
    let next = AtomicUsize::new(0);
    let worker = || {
        let mut ended = Vec::new();
        while let Some((number, input)) = {
            let number = next.fetch_add(1, Ordering::Relaxed);
            corpus.get(number).map(|input| (number, input))
        } {
            let run = hostile::run::run(input, number);
            let name = format!("{number} {} {:?}", input.file, input.name);
            if let Some(fault) = &run.fault {
                println!("{name}: {fault}");
            }
            if run.took.as_secs() >= 5 {
                println!("{name} took {:.0} s", run.took.as_secs_f64());
            }
            ended.push((run, name));
        }
        ended
    };
    let mut ended: Vec<_> = std::thread::scope(|scope| {
        let workers = [(); 2].map(|()| scope.spawn(worker));
        workers
            .into_iter()
            .flat_map(|w| w.join().expect("a worker ends"))
            .collect()
    });
    ended.sort_by_key(|(run, _)| std::cmp::Reverse(run.took));
    for (run, name) in ended.iter().take(12) {
        println!("{:6.2} s  {name}", run.took.as_secs_f64());
    }
    let faults: Vec<String> = ended
        .iter()
        .filter_map(|(run, name)| Some(format!("{name}: {}", run.fault.as_ref()?)))
        .collect();
    assert!(
        faults.is_empty(),
        "{} of {}:\n{}",
        faults.len(),
        corpus.len(),
        faults.join("\n")
    );
}
