"""What every record of every area inherits: reference, version, archive and undo, amend, custom values.

*Record*: a row that people work with. *Reference*: its short name, `CL-12`. *Amend*: change fields through the gate.
*Gate*: the one form which validates HTML, JSON, CSV and mail.
"""
