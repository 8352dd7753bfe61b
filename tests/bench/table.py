"""The tables of the benchmarks, as Markdown."""

from dataclasses import dataclass, field


@dataclass
class Table:
    """A table: the first column is text, the others are figures."""

    title: str
    heads: tuple[str, ...]
    rows: list[tuple[str, ...]] = field(default_factory=list)

    def add(self, *cells: str) -> None:
        self.rows.append(cells)

    def markdown(self) -> str:
        rule = ["---", *("--:" for _ in self.heads[1:])]
        lines = [f"| {' | '.join(cells)} |" for cells in (self.heads, *self.rows)]
        return "\n".join([f"**{self.title}**", "", lines[0], f"|{'|'.join(rule)}|", *lines[1:], ""])
