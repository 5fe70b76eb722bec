"""What was found in a house style; it must not know how."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Need:
    """Something a house style must have, by the name people see in Word or PowerPoint."""

    name: str
    kind: str  # "Paragraph style", "Layout"
    use: str  # where it shows
    there: bool


@dataclass(frozen=True)
class Found:
    """Everything that is needed, and remarks about the rest, as sentences."""

    needs: tuple[Need, ...]
    remarks: tuple[str, ...]

    @property
    def complete(self) -> bool:
        """Whether nothing is missing."""
        return all(need.there for need in self.needs)
