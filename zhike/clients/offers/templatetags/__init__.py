"""Words of templates about offers."""
