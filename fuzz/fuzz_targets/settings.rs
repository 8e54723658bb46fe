//! Baseline, settings and template.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| gainsay_fuzz::settings(bytes));
