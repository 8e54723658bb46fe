//! Quantities: bounds, unit or counted noun, dimension, currency.
