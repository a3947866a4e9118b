"""The laws are tried on many calendars; a busy machine must not make them fail."""

from hypothesis import settings

settings.register_profile("unhurried", deadline=None)
settings.load_profile("unhurried")
