"""WHAT follows from a workbook: who is under whom, in which order, and what is missing.

Imports the model and networkx, which lives here only and is loaded when a command needs it.
"""
