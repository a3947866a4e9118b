"""Telling the staff, in the program and at once, what concerns them."""
