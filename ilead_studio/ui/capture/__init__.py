"""Words typed on a page, in the tray and in the parking lot."""
