"""What is known about what is selected."""
