"""Words of the generated pages' templates."""
