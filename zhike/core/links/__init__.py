"""Signed links: what somebody without an account may do, on one record, for a while.

*Purpose*: the one thing that a kind of link is for, declared once by its area. *Link*: an address with a secret that is
stored nowhere. *Use*: what was done through it; looking is none, so that mail scanners use nothing up. *Device*: from
where it was used first; from another one it may be forwarded, and who comes says who they are. *Revoked*: ended by us.
"""
