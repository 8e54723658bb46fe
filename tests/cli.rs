//! The binary as users meet it: real files, real exit codes, what is said where. A file a command.

mod binary;
#[path = "cli/cache.rs"]
mod cache;
#[path = "cli/compare.rs"]
mod compare;
#[path = "cli/explain.rs"]
mod explain;
#[path = "cli/extract.rs"]
mod extract;
#[path = "cli/input.rs"]
mod input;
#[path = "cli/links.rs"]
mod links;
#[path = "cli/samples.rs"]
mod samples;
#[path = "cli/watch.rs"]
mod watch;
