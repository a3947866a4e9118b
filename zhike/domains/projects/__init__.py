"""Projects: what is done for a client, by whom until when, and how sure that is."""
