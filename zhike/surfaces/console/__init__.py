"""The staff's own pages: my day, search, administration."""
