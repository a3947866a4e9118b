"""To-dos: what someone of the staff has to do, on any record.

*Owner*: who does it. *Due*: the day, or the moment. *Snooze*: out of sight until a day. *Repeat*: comes back when done.
"""
