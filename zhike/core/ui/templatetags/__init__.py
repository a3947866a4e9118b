"""Words of the templates of ui."""
