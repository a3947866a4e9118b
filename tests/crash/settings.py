"""What the processes that are killed run with: the settings of the stories, and an area that counts."""

from tests.stories.settings import *  # noqa: F403
from tests.stories.settings import INSTALLED_APPS

INSTALLED_APPS = ["tests.crash.tally", *INSTALLED_APPS]
