"""What a text says, by rules of language in English and Chinese: no tables, no network, the same answer each time.

Words: a *promise* is a sentence in which somebody binds himself to do something; a *due* is the day, and perhaps the
time, until which; the *moment* is when and on whose working calendar it was said. Each of five modules answers one
question: `promises` what is promised, `touching` which decisions a statement touches, `asked` what was asked already,
`unclear` what may be misread, `differences` where a text and its twin in the other language disagree.
"""
