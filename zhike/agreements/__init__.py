"""The agreement ledger: what was promised, expected, decided and agreed, by whom and to whom."""
