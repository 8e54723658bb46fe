//! Sentences, tokens, tags, lemmas and trees.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| gainsay_fuzz::tokenize(bytes));
