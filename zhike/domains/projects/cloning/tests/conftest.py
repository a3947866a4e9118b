"""The project of `projects`."""

from zhike.domains.projects.tests.conftest import site  # noqa: F401
