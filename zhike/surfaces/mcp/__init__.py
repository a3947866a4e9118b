"""The door for assistants: the Model Context Protocol, by the official SDK.

*Tool*: one thing that an assistant may do. Every tool asks the API with the assistant's token, so that rights, scopes,
limits and words of refusal are the API's; here is only how a tool is called and which address it asks.
"""
