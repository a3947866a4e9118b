"""Contracts: clauses put together, offered, read and signed; amended, ended, renewed; and what is paid when.

*Contract*: what is written, until it is *sent*. *Term*: one line of what is written; sent, it becomes a clause of the
ledger, unsigned. *Edition*: what was sent, word for word; it is signed, declined or taken back as a whole and never
changes. *In force*: the edition signed last. *Instalment*: one payment of the plan, invoiced and received. *Billing*:
what a client's invoices are made out to (抬头、税号).
"""
