"""When a client does not answer: what that means, when, and after which notices.

*Silence rule*: what was settled with a client about not answering; it does nothing until it is in force. *Wait*: one
entry for which an answer is awaited, with the day on which the rule ends it. *Notice*: that the client was told, when
and by which way; notices are only ever added. Price and scope are never agreed by silence.
"""
