"""The trunk: who our clients are and who speaks for them.

*Client*: an organisation or a person we work for. *Contact*: a person at a client; may stand with several.
*Position*: a contact's place at a further client. *Owner*: who answers for the client. *Deputy*: who stands in.
*Watcher*: who wants to hear. *Visibility*: who of the staff sees a client.
"""
