"""Offers: what some clients get for a while to bring them closer, who took it up, and whether it did anything.

*Offer*: what is given, from when until when, and for whom. *Eligible*: whom it is for; noted when it opens.
*Offering*: the offer made to one client. *Redemption*: one use of it by that client. *Effect*: what those who were
offered it bought before and after, beside those who could have been and were not.
"""
