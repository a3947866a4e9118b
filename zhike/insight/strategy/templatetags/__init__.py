"""Words of templates about the strategy."""
