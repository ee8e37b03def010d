"""Copies for others: without names, without private notes."""
