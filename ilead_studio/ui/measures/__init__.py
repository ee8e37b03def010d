"""The section Measures."""
