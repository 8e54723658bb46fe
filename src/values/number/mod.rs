//! Numbers in digits and words, which times and quantities share.
