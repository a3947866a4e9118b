"""Words of the templates of mail."""
