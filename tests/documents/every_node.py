"""One document and one deck with every kind of node in them; not a test itself."""

from base64 import b64decode
from datetime import UTC, datetime

from discussion.documents.deck import (
    Bullet,
    BulletSlide,
    ChartSlide,
    Deck,
    FigureSlide,
    Strength,
    TableSlide,
    TextSlide,
    TitleSlide,
)
from discussion.documents.tree import (
    SECRETARIAT,
    Alternatives,
    Attribution,
    Bracket,
    Change,
    Comment,
    Commented,
    Cover,
    Deleted,
    Document,
    Editorial,
    Emphasis,
    Figure,
    Footnote,
    Heading,
    Inserted,
    LineBreak,
    Link,
    ListItem,
    MarkChange,
    Meta,
    PageBreak,
    Paragraph,
    Reference,
    Row,
    Sourced,
    Strong,
    Table,
    TableOfContents,
    Text,
)

ARABIC = "يُبلَّغ الباحثون عن عمل بلغة واضحة"

DOT = b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg=="
)
WHEN = datetime(2025, 7, 8, 9, 15, tzinfo=UTC)
CHANGE = Change("Delegation <A>", WHEN)

META = Meta(
    document="declaration",
    title="Every node <&>",
    symbol="A/B/1",
    stamp="DRAFT · ZERO",
    status="Not agreed",
    language="en",
    created=datetime(2025, 7, 8, 10, 30, tzinfo=UTC),
    creator="Somebody",
    subject="A subject",
    draft=True,
    rehearsal=True,
    snapshot="Frozen snapshot of now",
)

INLINES = (
    Text("PLAIN & <b>words</b> "),
    Emphasis((Text("EMPHASIS "),)),
    Strong((Text("STRONG "), Emphasis((Text("BOTH "),)))),
    LineBreak(),
    Link((Text("LINK "),), "#T-1"),
    Link((Text("ELSEWHERE "),), "https://example.org/"),
    Link((Text("SCRIPT "),), "javascript:alert(1)"),
    Text("LIGNE\nSUIVANTE ", "fr"),
    Editorial("REMARK"),
    Reference("P-1(a)"),
    Reference("H-1", "page"),
    Reference("NOWHERE"),
    Footnote((Text("FOOTNOTE"),)),
    Sourced((Text("SOURCED"),), "P-1.1", SECRETARIAT),
    Bracket((Text("NOT AGREED"),), (Attribution(("MY", "Table 4"), "WHY"),)),
    Alternatives(((Text("ONE"),), (Text("OTHER"), Emphasis((Text("WISE"),))))),
    Inserted((Text("CAME"),), CHANGE),
    Deleted((Text("WENT"), LineBreak(), Reference("P-1")), CHANGE),
    Commented((Text("SPOKEN OF"),), Comment("Somebody", "COMMENT\nIN TWO LINES", WHEN)),
)

DOCUMENT = Document(
    META,
    (
        Cover((("symbol", "COVER-SYMBOL"), ("title", "COVER-TITLE"), ("line", "COVER-LINE"))),
        TableOfContents("CONTENTS"),
        PageBreak(),
        Heading(1, (Text("HEADING-1"),), "H-1", "1"),
        Heading(2, (Text("HEADING-2"),), "H-2"),
        Heading(3, (Text("HEADING-3"),), "H-3"),
        Paragraph(INLINES, "P-1", SECRETARIAT, number=1, mark="MARK-1"),
        ListItem((Text("ITEM-A"),), "P-1(a)", SECRETARIAT),
        ListItem((Text("ITEM-I"),), "P-1(a)(i)", SECRETARIAT, level=2),
        Paragraph((Text(ARABIC, "ar"), Text(" OIC 2025")), "P-2", SECRETARIAT, number=2),
        Paragraph((Text("BULLET"),), "P-3", SECRETARIAT, style="bullet"),
        Paragraph((Text("BIS"),), "P-4", SECRETARIAT, number=2, suffix="bis"),
        Paragraph((Text("NEW"),), "P-5", SECRETARIAT, end=MarkChange("inserted", CHANGE)),
        Figure(DOT, "DESCRIPTION", "FIGURE-CAPTION", "F-1", width=20),
        Table(
            "CAPTION",
            ("HEAD-1", "HEAD-2"),
            (1, 2),
            (
                Row(((Text("CELL-1"),), (Text(ARABIC),)), "T-1", SECRETARIAT),
                Row(
                    ((Text("GONE"),), ()), "T-2", SECRETARIAT, change=MarkChange("deleted", CHANGE)
                ),
            ),
            "TABLE",
        ),
    ),
)

DECK = Deck(
    META,
    "1F5C99",
    (
        TitleSlide("S-1", "TITLE-SLIDE", ("SUBTITLE",), ("NOTE-1",)),
        BulletSlide(
            "S-2",
            "BULLETS",
            (
                Bullet("BULLET-1", "S-2-B1", SECRETARIAT, "LABEL", Strength("most tables", 6, 9)),
                Bullet(ARABIC, "S-2-B2", SECRETARIAT),
            ),
            ("NOTE-2",),
        ),
        FigureSlide("S-3", "FIGURES", (("42", "COUNTED"),), "FIGURE-LINE"),
        ChartSlide("S-4", "CHART", ("CAT-1", "CAT-2"), (("SERIES", (1, 2)),), "CHART-IN-WORDS"),
        TableSlide("S-5", "TABLE-SLIDE", ("TH-1",), (1,), (("TD-1",),)),
        TextSlide("S-6", "TEXT-SLIDE", (Bullet("READ-ALOUD", "S-6-B1", SECRETARIAT, "12."),)),
    ),
)
