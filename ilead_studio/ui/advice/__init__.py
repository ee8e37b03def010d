"""What the program points out, and what can be done about it."""
