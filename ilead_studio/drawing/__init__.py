"""HOW a page looks: device-free drawings in points, y down. Imports model and rules.

A layout turns outline rows into a ``Drawing``; painters (window, PDF, SVG) paint it and never
wrap, align or measure.
"""
