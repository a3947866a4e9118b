"""What if: a project some days later, or another one doing somebody's work, seen across all projects before it is so.

*Change*: what would be otherwise. *Clash*: a week in which somebody has more to do than hours. Nothing is stored; what
one likes is taken, and then it goes through the same verbs as by hand.
"""
