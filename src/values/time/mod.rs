//! Times: TIMEX3 type and value, and the interval of instants they leave open.
