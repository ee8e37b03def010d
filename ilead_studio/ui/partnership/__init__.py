"""The section Partnership: parties, roles, and what belongs to whom."""
