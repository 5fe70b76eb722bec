"""The command line: serve, link, new, export, certificate, rehearse; each is a few lines."""

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from urllib.parse import urlsplit

from discussion.domain.people import ROLES
from discussion.domain.programme_file import ProgrammeProblems
from discussion.domain.translations import LANGUAGES
from discussion.errors import DiscussionError
from discussion.settings import Settings, SettingsError

INSPECT_MEMORY, INSPECT_SECONDS = 512_000_000, 10
"""What looking through a file may take: bytes, and seconds of a processor. Ours take a tenth."""


def run(arguments: Sequence[str]) -> int:
    """Runs one command; a refusal is told in words and ends with status 1, misuse with 2."""
    from discussion.web.sentences import sentence

    choices = _parser().parse_args(arguments)
    try:
        return int(choices.run(choices, Settings.from_env(os.environ)) or 0)
    except SettingsError as refusal:
        print(refusal, file=sys.stderr)
    except ProgrammeProblems as refusal:
        for problem in refusal.problems:
            print(f"{problem.key or 'file'}: {problem.message}", file=sys.stderr)
        print("Nothing was imported.", file=sys.stderr)
    except DiscussionError as refusal:
        words = sentence(refusal)
        print(f"{words['what']} {words['safe']} {words['do']}", file=sys.stderr)
        if refusal.code == "database_unavailable":  # the sentence is for people at a page
            print(f"The database says: {refusal.facts['reason']}", file=sys.stderr)
    except KeyboardInterrupt:
        print("Stopped.", file=sys.stderr)
    return 1


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="discussion", description=__doc__)
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    serve = commands.add_parser("serve", help="start the server and print a sign-in link")
    serve.add_argument(
        "--sample", action="store_true", help="make the sample workshop when there is none"
    )
    serve.set_defaults(run=_serve)
    link = commands.add_parser("link", help="print a new sign-in link")
    link.add_argument("--role", required=True, choices=[r for r in ROLES if r != "rapporteur"])
    link.add_argument("--workshop", metavar="ID", help="instead of the newest one")
    link.add_argument("--topic", type=int, metavar="N", help="bind the link to one topic")
    link.set_defaults(run=_link)
    new = commands.add_parser("new", help="make a workshop from a programme file")
    new.add_argument("file", type=Path, metavar="FILE")
    new.set_defaults(run=_new)
    _add_export(commands)
    certificate = commands.add_parser(
        "certificate", help="make an https certificate for a venue without internet"
    )
    certificate.add_argument(
        "--new-authority", action="store_true", help="also what devices have to install"
    )
    certificate.set_defaults(run=_certificate)
    _add_own(commands)
    _add_rehearse(commands)
    return parser


def _add_own(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """The server's own commands, for its children; none has a help."""
    build = commands.add_parser("build")
    build.add_argument("--final", action="store_true")
    build.add_argument("--address", default="", metavar="URL")
    build.add_argument("workshop", metavar="WORKSHOP")
    build.add_argument("folder", type=Path, metavar="FOLDER")
    build.add_argument("documents", nargs="+", metavar="DOCUMENT")
    build.set_defaults(run=_build)
    inspect = commands.add_parser("inspect")  # the server's own as well, for a brought house style
    inspect.add_argument("format", metavar="FORMAT")
    inspect.add_argument("folder", type=Path, metavar="FOLDER")
    inspect.set_defaults(run=_inspect)
    variant = commands.add_parser("variant")
    variant.add_argument("exports", type=Path)
    variant.add_argument("wanted", nargs=3)
    variant.add_argument("--against")
    variant.add_argument("--language", default="")
    variant.add_argument("-o", "--output", type=Path, required=True)
    variant.set_defaults(run=_variant)
    archive = commands.add_parser("archive")
    archive.add_argument("workshop")
    archive.add_argument("exports", type=Path)
    archive.add_argument("output", type=Path)
    archive.set_defaults(run=_archive)
    cards = commands.add_parser("cards")
    cards.add_argument("output", type=Path)
    cards.set_defaults(run=_cards)


def _add_export(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    export = commands.add_parser("export", help="write a document as it stands now to a file")
    export.add_argument(
        "document",
        metavar="DOCUMENT",
        help="declaration, proceedings, guidelines, presentation-topic-N, provenance, programme, "
        "participants, contributions, table-reports or workshop (zip)",
    )
    export.add_argument("format", metavar="FORMAT", help="docx, pdf, html, pptx, csv, ics ...")
    export.add_argument(
        "--topic", type=int, metavar="N", help="of contributions: those of one topic alone"
    )
    export.add_argument(
        "--table", type=int, metavar="N", help="of table-reports: that of one table alone"
    )
    export.add_argument(
        "--variant", choices=("clean", "provenance", "redline"), help="of a text of paragraphs"
    )
    export.add_argument(
        "--against", metavar="LABEL", help="of a redline: the edition to compare with, as ZERO"
    )
    export.add_argument(
        "--language", choices=tuple(LANGUAGES), default="", help="instead of the workshop's own"
    )
    export.add_argument("--reader", help=argparse.SUPPRESS)  # the server's own, for its child
    export.add_argument("--workshop", metavar="ID", help="instead of the newest one")
    export.add_argument("-o", "--output", type=Path, required=True, metavar="FILE")
    export.set_defaults(run=_export)


def _add_rehearse(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    rehearse = commands.add_parser("rehearse", help="play a whole workshop against a real server")
    rehearse.add_argument("--tables", type=int, default=4, metavar="N")
    rehearse.add_argument("--rapporteurs", type=int, default=2, metavar="R", help="per table")
    rehearse.add_argument("--seed", type=int, default=1, metavar="S")
    rehearse.add_argument("--out", type=Path, required=True, metavar="DIR")
    rehearse.add_argument("--programme", type=Path, metavar="FILE")
    rehearse.add_argument("--url", metavar="URL", help="a running server instead of its own")
    rehearse.add_argument("--link", metavar="LINK", help="a secretariat's link on that server")
    rehearse.add_argument("--keep", action="store_true", help="keep the rehearsal's workshop")
    rehearse.add_argument(
        "--language",
        action="append",
        choices=tuple(LANGUAGES),
        default=[],
        dest="languages",
        help="also issue the documents in it; may be given again",
    )
    rehearse.set_defaults(run=_rehearse)


def _serve(choices: argparse.Namespace, settings: Settings) -> int:
    from discussion.serving import serve

    return serve(settings, sample=choices.sample)


def _link(choices: argparse.Namespace, settings: Settings) -> int:
    from discussion.desk import new_link

    print(new_link(settings, choices.role, workshop=choices.workshop, topic=choices.topic))
    return 0


def _new(choices: argparse.Namespace, settings: Settings) -> int:
    from discussion.desk import new_workshop

    print(new_workshop(settings, _read(choices.file)))
    return 0


def _export(choices: argparse.Namespace, settings: Settings) -> int:
    from discussion import desk

    output, workshop = choices.output, choices.workshop
    if choices.document == "contributions" and not choices.variant:
        topic = choices.topic
        desk.export_contributions(settings, choices.format, output, workshop=workshop, topic=topic)
    elif (choices.document, choices.format) == ("workshop", "zip"):
        desk.export_workshop(settings, output, workshop=workshop)
    else:
        _write(output, _exported(choices, settings))
    print(f"{output} ({output.stat().st_size} bytes)")
    return 0


def _exported(choices: argparse.Namespace, settings: Settings) -> bytes:
    """What fits into memory as a whole."""
    from discussion import desk

    document, form, workshop = choices.document, choices.format, choices.workshop
    language = choices.language
    if choices.variant:
        wanted, against = (choices.variant, form), choices.against
        return desk.export_variant(
            settings, document, wanted, against=against, workshop=workshop, language=language
        )
    if document == "table-reports":
        table, reader = choices.table, choices.reader
        return desk.export_table_reports(
            settings, form, workshop=workshop, table=table, reader=reader
        )
    return desk.export(settings, document, form, workshop=workshop, language=language)


def _certificate(choices: argparse.Namespace, settings: Settings) -> int:
    from discussion.desk import make_certificate

    fingerprint, ends = make_certificate(settings, anew=choices.new_authority)
    plain = settings.url.replace("https:", "http:", 1)
    plain += "" if urlsplit(plain).port else ":443"
    print(f"A certificate for {settings.url}, good until {ends:%d %B %Y, %H:%M} UTC.")
    print("Start the server again. On each device, once, open\n")
    print(f"    {plain}/certificate\n")
    print("and follow that page. It shows this SHA-256 fingerprint, or somebody is in between:\n")
    print("\n".join(f"    {fingerprint[at : at + 23]}" for at in range(0, 96, 24)))
    return 0


def _variant(choices: argparse.Namespace, settings: Settings) -> int:
    from discussion.desk import write_variant
    from discussion.services.publications.variants import Wanted

    edition, variant, form = choices.wanted
    wanted = Wanted(edition, variant, form, choices.against, choices.language)
    _write(choices.output, write_variant(settings, choices.exports, wanted))
    return 0


def _archive(choices: argparse.Namespace, settings: Settings) -> int:
    from discussion.desk import export_workshop

    export_workshop(settings, choices.output, workshop=choices.workshop, exports=choices.exports)
    return 0


def _cards(choices: argparse.Namespace, settings: Settings) -> int:
    from discussion.desk import write_cards

    _write(choices.output, write_cards(settings, sys.stdin.buffer.read()))
    return 0


def _build(choices: argparse.Namespace, settings: Settings) -> int:
    from discussion.desk import build

    build(
        settings,
        choices.workshop,
        choices.documents,
        choices.folder,
        final=choices.final,
        address=choices.address,
    )
    return 0


def _inspect(choices: argparse.Namespace, settings: Settings) -> int:
    import resource

    from discussion.documents.house_styles import inspect

    resource.setrlimit(resource.RLIMIT_AS, (INSPECT_MEMORY, INSPECT_MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (INSPECT_SECONDS, INSPECT_SECONDS))
    inspect(choices.format, choices.folder)
    return 0


def _rehearse(choices: argparse.Namespace, settings: Settings) -> int:
    from discussion.rehearsal.play import rehearse

    return rehearse(
        tables=choices.tables,
        rapporteurs=choices.rapporteurs,
        seed=choices.seed,
        out=choices.out,
        programme=_read(choices.programme) if choices.programme else None,
        url=choices.url,
        link=choices.link,
        keep=choices.keep,
        languages=choices.languages,
    )


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as failure:
        raise DiscussionError("file_unreadable", file=path, reason=failure.strerror) from None


def _write(path: Path, content: bytes) -> None:
    try:
        path.write_bytes(content)
    except OSError as failure:
        raise DiscussionError("file_unwritable", file=path, reason=failure.strerror) from None
