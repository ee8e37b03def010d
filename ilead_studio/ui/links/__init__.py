"""Links between items: asked for, drawn, listed."""
