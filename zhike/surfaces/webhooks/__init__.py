"""Webhooks: what happens here is told to programs elsewhere, by HTTP.

Words: a *webhook* is an address with what it wants to hear; it hears no more than its *keeper* sees. A *delivery* is
one event for one webhook; its reference is the same however often it is tried. A webhook *rests* while its address
fails, and is *switched off* when it has failed for days.
"""
