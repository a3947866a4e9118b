"""A person's right to know what we keep about them, and to have it erased (GDPR; 个人信息保护法).

*Trace*: what gives a person away: name, phone, e-mail, WeChat ID, now or formerly. *Belonging*: a row that is there for
this person alone. *Mention*: a trace in a row about something else. *Erasure*: that a person was erased; holds nothing
personal.
"""
