"""What a client bought: so that value and frequency can be told.

*Purchase*: a date, what, and money in its own currency. *Rate*: what one unit of a currency was worth in the company's
on a day. *At home*: an amount in the company's currency at the rate of its day; without a rate it is not known.
"""
