"""Drivers made from root causes, the aim, and the columns of a driver diagram."""
