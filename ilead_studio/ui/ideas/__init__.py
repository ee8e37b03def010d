"""The change ideas as a table, a board and a square."""
