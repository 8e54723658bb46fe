//! Builds and scores the models that gainsay embeds.

mod alignment;
mod conllu;
mod evaluate;
mod gazetteer;
mod given_names;
mod lemmas;
mod parser;
mod rng;
mod tagger;
mod vocabulary;

use std::{env, error::Error, process::ExitCode};

const USAGE: &str = "usage: gainsay-train evaluate [--raw] FILE.conllu...
       gainsay-train lemmas FOLDER TRAIN.conllu...
       gainsay-train vocabulary WORDNET OUT.bin
       gainsay-train tagger OUT.bin DEV.conllu TRAIN.conllu...
       gainsay-train parser TREEBANKS OUT.bin [NAME=VALUE...]
       gainsay-train gazetteer CITIES5000.json GEOCODE.json OUT
       gainsay-train names FOLDER OUT";

fn main() -> ExitCode {
    let arguments: Vec<String> = env::args().skip(1).collect();
    match run(&arguments) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("gainsay-train: {error}");
            ExitCode::from(2)
        }
    }
}

fn run(arguments: &[String]) -> Result<(), Box<dyn Error>> {
    match arguments.split_first() {
        Some((command, rest)) if command == "evaluate" => evaluate::run(rest),
        Some((command, rest)) if command == "lemmas" => lemmas::command(rest),
        Some((command, rest)) if command == "vocabulary" => vocabulary::command(rest),
        Some((command, rest)) if command == "tagger" => tagger::command(rest),
        Some((command, rest)) if command == "parser" => parser::command::run(rest),
        Some((command, rest)) if command == "gazetteer" => gazetteer::run(rest),
        Some((command, rest)) if command == "names" => given_names::run(rest),
        _ => Err(USAGE.into()),
    }
}
