"""The product's look: base pages, components, stylesheet, script, and what the frame of each page shows.

Words: *shell* the frame round a page; *gate* the page before sign-in; *seal* a client's square mark;
*avatar* a person's round one; *cell* a small piece of safe HTML; *asset* a file served under its content's hash.
"""
