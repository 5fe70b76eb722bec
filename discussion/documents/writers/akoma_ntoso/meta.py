"""What an Akoma Ntoso document says of itself: its addresses, its makers; not its text.

The addresses follow the naming convention for documents of intergovernmental bodies. ``int`` is
the house's own word for a jurisdiction above states: the one that is reserved is the United
Nations'. A draft is addressed by its own symbol and day.
"""

from collections.abc import Collection

from discussion.documents.phrases import phrase
from discussion.documents.tree import CoverRole, Meta
from discussion.documents.writers.akoma_ntoso.lines import Lines, editorial
from discussion.documents.writers.akoma_ntoso.xml import attributes, moment, slug, words_of

JURISDICTION, UNKNOWN = "int", "-"
_LANGUAGES = {"ar": "ara", "en": "eng", "fr": "fra"}  # ISO 639-2, terminological codes


def meta_of(meta: Meta, lines: Lines, kind: str) -> str:
    """The meta of a document of that kind, once all its lines are written."""
    return (
        f'<meta>\n<identification source="#creator">\n{_identification(meta, kind)}'
        f"</identification>\n{_references(meta, lines)}{lines.notes()}</meta>\n"
    )


def edition_of(meta: Meta, cover: Collection[CoverRole]) -> str:
    """What Word prints in header and footer, for the preface; without what the cover says."""
    told = (
        (meta.rehearsal, "rehearsal", editorial(phrase(meta.language, "printed.rehearsal"))),
        ("symbol" not in cover, "symbol", _marked("docNumber", meta.symbol)),
        (True, "stamp", _marked("docStage", meta.stamp)),
        ("status" not in cover, "status", _marked("docStatus", meta.status)),
        ("title" not in cover, "title", _marked("docTitle", meta.title)),
    )
    lines = "".join(
        f'<p class="{n}">{shown}</p>\n' for wanted, n, shown in told if wanted and shown
    )
    return f'<container name="edition">\n{lines}</container>\n' if lines else ""


def _marked(tag: str, words: str) -> str:
    return f"<{tag}>{words_of(words)}</{tag}>" if words else ""


def _identification(meta: Meta, kind: str) -> str:
    day = moment(meta.created)[:10]
    parts = (kind, slug(meta.document), slug(meta.creator), day, slug(meta.symbol))
    work = f"/akn/{JURISDICTION}/{'/'.join(parts)}"
    language = _LANGUAGES.get(meta.language, meta.language)
    expression = f"{work}/{language}@{day}"
    return (
        "<FRBRWork>\n"
        + _core(work, "", moment(meta.created), _value("FRBRalias", meta.title, name="title"))
        + _value("FRBRcountry", JURISDICTION)
        + _value("FRBRsubtype", meta.document)
        + _value("FRBRnumber", meta.symbol)
        + _value("FRBRname", meta.title)
        + _value("FRBRprescriptive", "false")
        + _value("FRBRauthoritative", "false" if meta.draft else "true")
        + "</FRBRWork>\n<FRBRExpression>\n"
        + _core(expression, "", moment(meta.created))
        + f"<FRBRlanguage{attributes(language=language)}/>\n"
        + "</FRBRExpression>\n<FRBRManifestation>\n"
        + _core(expression, ".xml", moment(meta.created))
        + _value("FRBRformat", "application/akn+xml")
        + "</FRBRManifestation>\n"
    )


def _core(address: str, ending: str, at: str, alias: str = "") -> str:
    return (
        _value("FRBRthis", f"{address}/!main{ending}")
        + _value("FRBRuri", f"{address}{ending}")
        + alias
        + f"<FRBRdate{attributes(date=at, name='generation')}/>\n"
        + '<FRBRauthor href="#creator" as="#author"/>\n'
    )


def _value(tag: str, value: str, name: str = "") -> str:
    """An element with a value; the schema wants one even where nothing is known."""
    return f"<{tag}{attributes(value=value or UNKNOWN, name=name)}/>\n"


def _references(meta: Meta, lines: Lines) -> str:
    ontology = "/akn/ontology"

    def reference(tag: str, eid: str, kind: str, name: str) -> str:
        href = f"{ontology}/{kind}/{JURISDICTION}/{slug(name)}"
        return f"<{tag}{attributes(eId=eid, href=href, showAs=name or UNKNOWN)}/>\n"

    return (
        '<references source="#creator">\n'
        + reference("TLCOrganization", "creator", "organization", meta.creator)
        + lines.people()
        + reference("TLCEvent", "event", "event", meta.subject)
        + reference("TLCRole", "author", "role", "author")
        + "</references>\n"
    )
