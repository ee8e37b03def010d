"""The section Meetings."""
