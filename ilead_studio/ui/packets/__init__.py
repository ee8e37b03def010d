"""The section Handouts: packets, their preview, and forms that come back."""
