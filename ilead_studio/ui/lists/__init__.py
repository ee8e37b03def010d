"""Lists and tables whose rows are painted."""
