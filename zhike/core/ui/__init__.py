"""How everything looks and behaves in the browser."""
