"""The spine: one append-only stream of events which is history, audit log and outbox at once.

*Event*: something that happened to a record, told in the past tense. *Kind*: its declaration.
*Reaction*: what another part of the program does about it. *Delivery*: an event on its way to a reaction.
"""
