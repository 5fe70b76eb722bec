"""What code may not do wherever it stands, and what the inner floors may not even import."""

import ast
import re
import sys
from collections.abc import Iterator

from tests.house.sources import Source, python, sources

UNSAFE = {"pickle", "cPickle", "shelve", "marshal", "dill"}  # loading them runs what they hold
INNER = ("discussion/domain/", "discussion/live/")
TALKS_TO_THE_WORLD = {  # parts of the standard library with I/O, a clock, chance or threads
    "asyncio", "http", "io", "os", "pathlib", "queue", "random", "secrets", "shutil", "socket",
    "sqlite3", "subprocess", "tempfile", "threading", "time", "urllib",
}  # fmt: skip
CLOCKS = {"datetime.now", "datetime.utcnow", "datetime.today", "date.today", "time.time"}
IDS = {"uuid.uuid1", "uuid.uuid4", "uuid1", "uuid4"}
WHERE_TIME_COMES_FROM = (  # the one Runtime is made where the house is put together
    "discussion/app.py",
    "discussion/app/",
    "discussion/cli.py",
    "discussion/rehearsal/",
)
ENGINES = ("discussion.live", "discussion.documents", "discussion.storage")
HANDED_ON = (  # what web holds without asking an engine anything
    "discussion.storage.database.",  # the handle that services are given, and its error
    "discussion.live.commands.",  # the form of the messages that browsers send
)


def imports(source: Source) -> Iterator[tuple[int, str]]:
    """Line and full name of every module a file imports."""
    for node in ast.walk(source.tree):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield from ((node.lineno, f"{node.module}.{alias.name}") for alias in node.names)


def calls(source: Source) -> Iterator[tuple[int, str]]:
    """Line and dotted name of everything a file calls."""
    for node in ast.walk(source.tree):
        if isinstance(node, ast.Call):
            yield node.lineno, ast.unparse(node.func)


def unsafe_imports(source: Source) -> list[str]:
    return [
        f"{source.place}:{line} {name}"
        for line, name in imports(source)
        if name.split(".")[0] in UNSAFE
    ]


def worldly_imports(source: Source) -> list[str]:
    allowed = sys.stdlib_module_names - TALKS_TO_THE_WORLD
    return [
        f"{source.place}:{line} {name}"
        for line, name in imports(source)
        if name.split(".")[0] not in allowed
        and not name.startswith(("discussion.domain", "discussion.errors", "discussion.live"))
    ]


def own_clocks(source: Source) -> list[str]:
    if source.place.startswith(WHERE_TIME_COMES_FROM):
        return []
    return [
        f"{source.place}:{line} {name}()"
        for line, name in calls(source)
        if name.removeprefix("datetime.") in CLOCKS or name in CLOCKS | IDS
    ]


def engines_in_web(source: Source) -> list[str]:
    return [
        f"{source.place}:{line} {name}"
        for line, name in imports(source)
        if name.startswith(ENGINES) and not name.startswith(HANDED_ON)
    ]


def lost_text(source: Source) -> list[str]:
    return [
        f"{source.place}:{node.lineno} {ast.unparse(node)}"
        for node in ast.walk(source.tree)
        if isinstance(node, ast.Attribute)
        and node.attr == "text"
        and re.search(r"(^|\.)(p|par|para|paragraph)$", ast.unparse(node.value))
    ]


def told_by_files(check, planted: str, *under: str) -> list[str]:
    """What ``check`` finds in these folders, once it has found the planted fault."""
    assert check(Source("discussion/planted.py", planted)), "the check misses a planted fault"
    return [fault for source in python(*under) for fault in check(source)]


def test_nothing_is_unpickled():
    assert told_by_files(unsafe_imports, "import pickle") == []


def test_domain_and_live_touch_neither_files_nor_clocks_nor_other_peoples_code():
    assert worldly_imports(Source("a.py", "from flask import g"))
    assert worldly_imports(Source("a.py", "import discussion.storage.log"))
    assert told_by_files(worldly_imports, "from time import monotonic", *INNER) == []


def test_time_and_ids_come_from_the_runtime():
    assert own_clocks(Source("a.py", "import datetime\ndatetime.datetime.now(tz)"))
    assert own_clocks(Source("a.py", "from uuid import uuid4\nuuid4()"))
    assert told_by_files(own_clocks, "datetime.now(UTC)", "discussion/") == []


def test_web_asks_services_and_never_an_engine():
    planted = "from discussion.storage import log"
    assert told_by_files(engines_in_web, planted, "discussion/web/") == []


def test_readers_never_take_the_text_that_drops_tracked_changes():
    # python-docx's paragraph.text leaves out inserted and deleted words alike, without a word.
    planted = "words = paragraph.text"
    assert told_by_files(lost_text, planted, "discussion/documents/readers") == []


def test_no_file_names_a_machine_or_an_index():
    # Written in two halves, so that this file does not name what it forbids.
    hosts = ("py" + "pi.org", "python" + "hosted.org", "registry.npm" + "js", "npm" + "js.com")
    paths = ("/wo" + "rk/", "/ro" + "ot/", "/ho" + "me/", "/opt/" + "pypi")
    named = re.compile("|".join(map(re.escape, (*hosts, *paths))))
    assert named.search("cd /wo" + "rk/main")
    everything = sources("", under=("",))
    found = [f"{each.place}: {hit[0]}" for each in everything if (hit := named.search(each.text))]
    assert found == []
