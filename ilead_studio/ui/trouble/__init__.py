"""What the window does when the program itself fails."""
