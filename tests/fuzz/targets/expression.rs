#![no_main]

libfuzzer_sys::fuzz_target!(init: paktlint_fuzz::prepare(), |input: &[u8]| paktlint_fuzz::expression(input));
