"""The benchmark at a terminal: one row, or (``make bench``) everything in turn."""

import argparse
import json
import os
import signal
import sys
from contextlib import suppress

from bench import table, whole
from bench.board import whole as board
from bench.board.results import latest as latest_board
from bench.board.table import sections
from bench.documents.results import latest as latest_documents
from bench.documents.table import sections as document_sections
from bench.peerage import SERVERS
from bench.plan import FULL, QUICK
from bench.profile import summed_up
from bench.row import measure
from bench.servers import ROOT

PARTS = ("peers", "board", "documents")
STACKS = ROOT / ".tools" / "bench" / "stacks.txt"


def main() -> None:
    """Does what the arguments say."""
    asked = _parser().parse_args()
    signal.signal(signal.SIGTERM, signal.default_int_handler)  # no server is left behind
    if asked.urgent:
        with suppress(PermissionError):
            os.nice(-15)
    if asked.server:
        _one_row(asked)
    elif asked.table:
        table.write_page(whole.latest(), latest_board(), latest_documents())
    else:
        with suppress(KeyboardInterrupt):
            _everything(asked)
            return
        sys.exit("Stopped; the same command takes it up again.")


def _everything(asked: argparse.Namespace) -> None:
    if asked.what in (None, "peers"):
        whole.run(QUICK if asked.quick else FULL)
    if asked.what in (None, "board"):
        print("\n\n".join(sections(board.run(2 if asked.quick else board.RUNS))))
    if asked.what in (None, "documents"):
        from bench.documents import whole as documents  # needs pandoc, which the page does not

        print("\n\n".join(document_sections(documents.run(2 if asked.quick else documents.RUNS))))
    found = whole.latest()
    if asked.what != "peers" and found["plan"]["name"] == FULL.name:
        table.write_page(found, latest_board(), latest_documents())


def _one_row(asked: argparse.Namespace) -> None:
    stacks = str(STACKS) if asked.profile else ""
    row = measure(SERVERS[asked.server], asked.typing, asked.seconds, profile=stacks)
    print(json.dumps(row))
    if asked.profile:
        print(summed_up(STACKS), file=sys.stderr)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("what", nargs="?", choices=PARTS, help="only one part of it")
    parser.add_argument("--quick", action="store_true", help="40 and 400 typing; two boards only")
    parser.add_argument("--table", action="store_true", help="write docs/benchmarks.md again")
    parser.add_argument("--server", choices=SERVERS, help="measure one row of this server")
    parser.add_argument("--typing", type=int, default=40, help="people typing, two at a table")
    parser.add_argument("--seconds", type=float, default=8, help="measured, after the warm-up")
    parser.add_argument("--profile", action="store_true", help="take the server's stacks as well")
    parser.add_argument("--urgent", action="store_true", help="go before other work (as root)")
    return parser


if __name__ == "__main__":
    main()
