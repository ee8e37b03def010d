"""The PDF of a packet as it will be, in a process of its own: made, looked at, and written.

The window asks and is answered in frames; neither waits for the other.
"""
