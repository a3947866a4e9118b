"""Long work that people watch: progress, what went wrong, cancel."""
