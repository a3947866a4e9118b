"""Pages designed by hand take the place of generated ones."""

from zhike.core.resources.registry import climb
from zhike.surfaces.console.client import ClientPage

climb("clients", detail=ClientPage)
