"""Where a client stands in its life with us, from the first word to parting and perhaps coming back.

*Stage*: one step of that life. *Entry rule*: what must hold of a client to come in; whoever meets it is moved in by the
worker. *Exit rule*: what must hold to leave. *Next*: the stages that may follow. *Stay*: a client's time in a stage.
*Hold*: a rule which moves this client no more until it has been false once.
"""
