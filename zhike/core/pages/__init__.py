"""The generated pages: they read a Resource."""
