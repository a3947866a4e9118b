"""How we mean to look after clients, in writing: in editions, with goals that are measured and the rules that carry it.

*Strategy*: one edition; one is in force. *Goal*: what shall be reached, by when, and where it stands now. *Measure*: a
figure that Zhike knows, which a goal may follow. *Carried by*: the tiers, stages, segments, playbooks and contact plans
through which a section is done.
"""
