"""Words of the templates about facts."""
