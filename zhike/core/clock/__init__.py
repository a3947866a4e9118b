"""One clock for all: working time, calendars and deadlines.

Words: a *calendar* says when people work (zone, hours, days off, make-up days); a *shift* is one stretch of
hours of a day; *working time* is time inside shifts; a *deadline* is a promise with a clock; a *segment* is a
stretch in which that clock ran or stood still.
"""
