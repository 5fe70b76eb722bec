"""Discussion captures what tables say at a workshop and carries it into an adopted declaration."""

__version__ = "0.1.0"
