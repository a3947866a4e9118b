"""The main ways through the program, each told by people in a real browser before the real server."""
