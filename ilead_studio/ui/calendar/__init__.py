"""The calendar of cycles."""
