"""What holds for all is tested for all: every resource, step, event, migration, page."""
