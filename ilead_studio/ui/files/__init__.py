"""The open file: opened, saved, locked, kept in recovery, watched, offered again."""
