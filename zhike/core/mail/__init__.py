"""Every mail that leaves the house: written inside a verb, sent after its commit, its fate seen.

*Letter*: one mail to one person. *Outbox*: all of them. *Server*: who takes them over (SMTP). *Trouble*: why one did
not go. *Bounce*: a mail server's word that one did not arrive. *Mailbox*: what is kept here while there is no server.
"""
