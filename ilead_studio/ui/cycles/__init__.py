"""The section PDSA: cycles, their pages and their ramps."""
