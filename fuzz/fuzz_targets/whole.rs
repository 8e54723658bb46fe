//! The whole pipeline on two articles, and every format of its result.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| gainsay_fuzz::whole(bytes));
