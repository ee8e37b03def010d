"""Work for which nobody waits: on a thread, in quiet seconds, in turns."""
