"""How the window looks at its pages: filters, lines of sight, what colours mean."""
