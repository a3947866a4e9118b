"""Lists as the studio keeps them: its own and those shared with all."""

from zhike.core.pages.models import SavedView
from zhike.surfaces.exchange.demo.world import World

# owner, resource, name, query, shared
VIEWS = (
    ("lena", "clients", "我的客户", "owner=me", False),
    ("lena", "clients", "重点客户", "tags=重点&tags=key", False),
    ("omar", "clients", "Mine", "owner=me", False),
    ("ida", "clients", "Mine", "owner=me", False),
    ("mona", "clients", "Quiet for 30 days · 30天没联系", "last_contact_at=over-30d", True),
    ("mona", "conversations", "Waiting for us · 等我们回复", "state=waiting", True),
    ("ida", "todos", "Late", "owner=me&due_on=late&state=open", False),
)


def build(world: World) -> None:
    for owner, resource, name, query, shared in VIEWS:
        view = SavedView(owner=world.staff[owner], resource=resource, name=name, query=query, shared=shared)
        view.save()
