"""Declare once: from a Resource come list, board, detail, form, import, search, saved views and API.

*Resource*: a frozen declaration of one model for people and programs. *Column*: one fact of a row, as a list shows it.
*Filter*: one question a list can be narrowed by. *Registry*: all resources, by name and by record type.
"""
