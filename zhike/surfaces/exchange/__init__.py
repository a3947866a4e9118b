"""What comes in and goes out in bulk: import and the demo company."""
