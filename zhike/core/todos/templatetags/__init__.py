"""Words of the templates of todos."""
