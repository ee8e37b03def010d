"""Votes in the window."""
