"""Own fields: what a company adds to its records without a programmer.

*Definition*: a row that says name, kind and rules. Values live in one JSONB column of the record, `custom`.
Forms, columns, filters, import and API treat them like any field, under the name `own_<key>`.
"""
