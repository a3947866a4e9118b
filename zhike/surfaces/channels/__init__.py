"""Doors by which clients reach us on channels of their own. So far: mail.

*Inbox*: the mailbox that answers come back to. *Incoming*: one mail that came in. *Placed*: it became a conversation;
*to place*: nobody knows whose it is; *set aside*: a machine wrote it. *Folded*: quotes and signatures, out of sight.
"""
