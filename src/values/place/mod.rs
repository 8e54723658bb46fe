//! Places: what contains what, and which clock they keep.
