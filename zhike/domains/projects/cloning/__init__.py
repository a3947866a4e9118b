"""A project made after another one: the same plan for the same or another client, from another day on."""
