"""What administrators set for everybody: people, teams, calendars, own fields, the company."""
