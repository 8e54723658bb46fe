//! Scores the comparison on annotated stories, holds values against annotated text, fits the weights of the question
//! model, and measures how the cost grows.

mod crowd;
mod fit;
mod floors;
mod generate;
mod gold;
mod learn;
mod left_out;
mod mentions;
mod misses;
mod scale;
mod score;
mod stories;

use std::error::Error;
use std::process::ExitCode;

const USAGE: &str = "usage: gainsay-measure score [--floors FILE] ROOT...
       gainsay-measure values [--floors FILE] FOLDER
       gainsay-measure misread FOLDER
       gainsay-measure misses ROOT [STORY...]
       gainsay-measure crowd ROOT...
       gainsay-measure generate COUNT [SEED [TELLERS]]
       gainsay-measure scale COUNT...
       gainsay-measure recall [COUNT]
       gainsay-measure weights PRIOR.tsv OUT.tsv ROOT...
       gainsay-measure leave-one-out PRIOR.tsv ROOT [ROOT...]";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match run(&arguments) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("gainsay-measure: {error}");
            ExitCode::from(2)
        }
    }
}

fn run(arguments: &[String]) -> Result<(), Box<dyn Error>> {
    match arguments.split_first() {
        Some((command, rest)) if command == "score" => score::command(rest),
        Some((command, rest)) if command == "values" => mentions::command(rest),
        Some((command, rest)) if command == "misread" => mentions::misread(rest),
        Some((command, rest)) if command == "misses" => misses::command(rest),
        Some((command, rest)) if command == "crowd" => crowd::command(rest),
        Some((command, rest)) if command == "generate" => scale::generate(rest),
        Some((command, rest)) if command == "scale" => scale::command(rest),
        Some((command, rest)) if command == "recall" => scale::recall(rest),
        Some((command, rest)) if command == "weights" => fit::command(rest),
        Some((command, rest)) if command == "leave-one-out" => left_out::command(rest),
        _ => Err(USAGE.into()),
    }
}
