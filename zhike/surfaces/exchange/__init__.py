"""What comes in and goes out in bulk: import and the demo company.

*Import*: one file on its way in, with its match and its marker. *Match*: which column becomes which field, and why.
*Target*: a field that a column may become. *Key*: how a row finds the record it means. *Reject*: a row that was not
taken, with the reasons. *Region*: whose national telephone numbers the file holds.
"""
