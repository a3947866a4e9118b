"""Words of templates about contracts."""
