"""What happens to the nodes while visitors walk: one dies and comes back, the key is rotated, a release is rolled."""

from collections.abc import Callable
from pathlib import Path

from tests.deploy.cluster import KEY, NEXT_KEY, Node, Proxy

Happening = tuple[float, str, Callable[[], None]]

ROTATION = (
    ("the next key is known to all nodes", {"SECRET_KEY": KEY, "SECRET_KEY_FALLBACKS": NEXT_KEY}),
    ("the next key seals, the former one still opens", {"SECRET_KEY": NEXT_KEY, "SECRET_KEY_FALLBACKS": KEY}),
)
"""The former key is dropped a day later, when nothing that it sealed is open any more; NOTES.md."""


def roll(nodes: tuple[Node, Node], proxy: Proxy, **environment: str) -> None:
    """Restart one node after the other, each when the one before is up again."""
    for node, server in zip(nodes, ("a", "b"), strict=True):
        node.restart(**environment)
        proxy.wait_up(server)


def happenings(nodes: tuple[Node, Node], proxy: Proxy, release: Path) -> list[Happening]:
    """All of it, each at its share of the pages of all visitors."""

    def back() -> None:
        proxy.wait_down("a")
        nodes[0].start()
        nodes[0].wait()
        proxy.wait_up("a")

    def new_release() -> None:
        for node in nodes:
            node.root = release
        roll(nodes, proxy)

    return [
        (0.1, "a node is killed", nodes[0].kill),
        (0.2, "it comes back", back),
        (0.35, ROTATION[0][0], lambda: roll(nodes, proxy, **ROTATION[0][1])),
        (0.5, ROTATION[1][0], lambda: roll(nodes, proxy, **ROTATION[1][1])),
        (0.7, "a new release is rolled", new_release),
    ]
