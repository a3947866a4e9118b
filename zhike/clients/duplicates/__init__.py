"""The same client or person kept twice: found by what two records have in common, and said before it happens.

*Key*: something of a record that could give it away, made comparable: its name without the legal form, a phone, a tax
number. *Candidate*: a record that may be the one meant. *Pair*: two records that may be the same. *Reason*: what they
have in common. *Told apart*: someone knows that the two are not the same.
"""
