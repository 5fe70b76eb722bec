"""The way in from a terminal: ``discussion ...`` or ``python -m discussion ...``."""

import sys


def main() -> int:
    """Runs the command line; returns the exit status."""
    from discussion.cli import run

    return run(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
