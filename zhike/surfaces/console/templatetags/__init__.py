"""Words of the console's templates."""
