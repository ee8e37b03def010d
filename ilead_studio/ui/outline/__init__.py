"""The page as an outline."""
