"""Killed again and again while it delivers, the program loses nothing and doubles nothing."""
