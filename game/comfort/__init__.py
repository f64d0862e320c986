"""Measures of what could hurt: flashes. Worlds are refused, not warned about."""
