"""Short stretches of a project: what is taken on for two weeks, looked at together, and planned anew.

*Iteration*: days, a goal, and the hours that the team can give. *Taken*: a task that is to be done in it. *Backlog*:
open tasks of the project that no iteration has taken. *Review*: what came of it, said to the client; what was not
finished goes on or back, and what moved in the plan meanwhile is told with it. *Pace*: hours finished lately.
"""
