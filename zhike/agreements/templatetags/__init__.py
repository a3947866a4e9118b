"""Words of templates about the ledger."""
