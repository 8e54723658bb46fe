//! The gate on the real binary: states, exit codes, formats, and a baseline that is always whole.
//!
//! Most comparisons are made by hand (`--report`), so that nothing but the gate is tested; the story has real articles.

#[path = "gate/formats.rs"]
mod formats;
#[path = "gate/integrations.rs"]
mod integrations;
#[path = "gate/lines.rs"]
mod lines;
#[path = "gate/mutations.rs"]
mod mutations;
#[path = "made/schema.rs"]
mod schema;
#[path = "gate/states.rs"]
mod states;
#[path = "gate/story.rs"]
mod story;
#[path = "gate/whole.rs"]
mod whole;
#[path = "gate/world.rs"]
mod world;
