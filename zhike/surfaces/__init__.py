"""The doors: people and programs come and go through these."""
