//! The recognizers of all kinds of value.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| gainsay_fuzz::recognize(bytes));
