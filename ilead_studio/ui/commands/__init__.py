"""Commands: their table, their keys, the lists of them."""
