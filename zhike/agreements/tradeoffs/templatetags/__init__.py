"""Words of templates about trade-offs."""
