"""What was said between us and the client, on whatever channel.

*Conversation*: a call, mail, chat, video call, visit or note. *Waiting*: the client wrote last and wants an answer.
*Mood*: how it felt. *Next step*: what follows, with a follow-up day which becomes a to-do.
"""
