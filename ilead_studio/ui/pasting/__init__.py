"""What comes from the clipboard and from dropped files, and what goes there."""
