"""What is always done in the same way: a list of to-dos that a client gets when its time has come.

*Playbook*: a named list of to-do templates. *Line*: one of them: what, who, how many working days after the start.
*Run*: a playbook at work on one client, as it was written when it started. *Occasion*: why it was started; a
playbook starts once for each client and occasion.
"""
