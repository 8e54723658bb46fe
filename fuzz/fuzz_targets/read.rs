//! Each reader: the first byte names the format.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| gainsay_fuzz::read(bytes));
