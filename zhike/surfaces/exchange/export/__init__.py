"""A list taken out as a file: as it is shown, or with all that is known of its records.

*Heading*: whose words the columns are called by: ours, or those of the program that shall read the file. *Plain*: a
phone or e-mail as it is; *masked* for those who may not take them out in bulk. *Formula*: a cell that a spreadsheet
would run; it gets an apostrophe, which the import takes off again.
"""
