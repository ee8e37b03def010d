"""The page to begin with, and ways to begin."""
