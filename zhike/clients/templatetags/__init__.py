"""Words of the templates about clients."""
