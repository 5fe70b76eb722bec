"""Floors are kinds of code, columns are subjects: every module has its place in the grid."""

from tests.house.sources import Source, python, sources

COLUMNS = {
    "people",
    "programme",
    "contributions",
    "synthesis",
    "drafting",
    "publications",
    "watch",
    "outcome",
    "participants",
    "priorities",
    "translations",
}
SHARED_ROOMS = {  # what a floor needs that is no subject
    "domain": {
        "attribution",
        "moves",
        "countries",
        "country_names",
        "languages",
        "likeness",
        "programme_file",
    },
    "storage": {
        "database",
        "history",
        "house_styles",
        "log",
        "migrations",
        "moments",
        "prepared",
        "rows",
        "tables",
        "texts",
    },
    "services": {
        "channels",
        "cards",
        "commands",
        "copies",
        "history",
        "pad",
        "recent",
        "views",
        "work",
    },
    "web": {
        "attempts",
        "attribution",
        "build",
        "certificate",
        "downloads",  # written for whoever asks, of several columns
        "editions",  # of what publications keeps: all of them, and two compared
        "failures",
        "health",
        "history",
        "house",
        "house_styles",  # of what publications hands out, on pages of its own
        "live",
        "markdown",
        "offline",
        "pages",
        "passages",  # of drafting, on a page of their own
        "qr",
        "security",
        "sentences",
        "session",
        "sockets",
        "tls",
    },
}
SHARED_FOLDERS = {
    "templates": {"base.html", "frame", "failures", "history", "office", "print"},
    "static/js": {"frame", "history", "live"},
    "static/css": {"base.css", "tokens.css", "frame.css", "history.css", "print.css", "components"},
}


def out_of_the_grid(source: Source) -> list[str]:
    _, floor, *rest = source.place.split("/")
    allowed = COLUMNS | SHARED_ROOMS.get(floor, set())
    room = rest[0].removesuffix(".py") if rest else ""
    if floor not in SHARED_ROOMS or room in allowed | {"__init__"}:
        return []
    return [f"{source.place}: {room} is neither a column nor a shared room of {floor}"]


def out_of_the_folders(source: Source) -> list[str]:
    for folder, shared in SHARED_FOLDERS.items():
        inside = source.place.startswith(f"{folder}/")
        room = source.place.removeprefix(f"{folder}/").split("/")[0]
        if inside and room not in shared and room.removesuffix(".css") not in COLUMNS:
            return [f"{source.place}: {room} is neither a column nor a shared room"]
    return []


def test_modules_are_columns_or_shared_rooms_of_their_floor():
    assert out_of_the_grid(Source("discussion/web/notes.py", ""))
    assert out_of_the_grid(Source("discussion/storage/notes/rows.py", ""))
    assert not out_of_the_grid(Source("discussion/web/synthesis/board.py", ""))
    assert [fault for each in python("discussion/") for fault in out_of_the_grid(each)] == []


def test_templates_scripts_and_styles_follow_the_same_words():
    assert out_of_the_folders(Source("static/js/board/keys.js", ""))
    assert out_of_the_folders(Source("static/css/sheet.css", ""))
    assert not out_of_the_folders(Source("static/css/synthesis.css", ""))
    everything = sources(".html", ".js", ".css", under=tuple(SHARED_FOLDERS))
    assert [fault for each in everything for fault in out_of_the_folders(each)] == []
