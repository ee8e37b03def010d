"""The section Problem: problems of practice, and what was found out about them."""
