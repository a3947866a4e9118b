"""Words of the templates of discussion."""
