"""The page as a picture that one works in."""
