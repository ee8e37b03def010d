"""Small widgets, fields and cards that every part uses."""
