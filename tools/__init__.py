"""What builds and checks the program. Not installed with it."""
