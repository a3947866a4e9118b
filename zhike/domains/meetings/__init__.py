"""Meetings with clients: prepared, held, written down and confirmed.

*Meeting*: one of them, single or of a *series* in which one follows the other every few weeks. *Attendee*: somebody
of ours or theirs, with the answer to the invitation. *Topic*: a line of the agenda; what was not spoken about, and what
was *parked*, comes back at the next one. *Line*: one sentence of the minutes, which may be a decision, a promise or a
to-do.
"""
