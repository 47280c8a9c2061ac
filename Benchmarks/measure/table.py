"""The table: what was measured, what was aimed at, and whether it was reached."""

from dataclasses import dataclass, field


@dataclass
class Row:
    letter: str
    what: str
    measured: str
    aim: str = ""
    reached: bool | None = None
    spread: list[float] = field(default_factory=list)

    @property
    def verdict(self) -> str:
        return "" if self.reached is None else "yes" if self.reached else "**no**"

    @property
    def cells(self) -> list[str]:
        measured = self.measured
        if self.spread:
            measured += f" ({min(self.spread):.2f} to {max(self.spread):.2f})"
        return [self.letter, self.what, measured, self.aim, self.verdict]


def number(value: float) -> str:
    return f"{value:,.0f}" if value >= 100 else f"{value:.1f}" if value >= 10 else f"{value:.2f}"


def markdown(rows: list[Row]) -> str:
    lines = [["", "What", "Measured", "Aim", "Reached"]] + [row.cells for row in rows]
    widths = [max(3, *(len(line[column]) for line in lines)) for column in range(5)]
    written = ["| " + " | ".join(cell.ljust(width) for cell, width in zip(line, widths)) + " |" for line in lines]
    written.insert(1, "| " + " | ".join("-" * width for width in widths) + " |")
    return "\n".join(written)
