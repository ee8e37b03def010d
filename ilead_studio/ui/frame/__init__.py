"""The window's frame: what stands where, and how one gets there."""
