"""Files on any record, seen by those who see the record."""
