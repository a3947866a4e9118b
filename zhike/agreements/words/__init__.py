"""What a text says, by rules of language in English and Chinese: no tables, no network, the same answer each time.

Words: a *promise* is a sentence in which somebody binds himself to do something; a *due* is the day, and perhaps the
time, until which; the *moment* is when and on whose working calendar it was said. Each module answers one question:
`promises.promises_in` what is promised.
"""
