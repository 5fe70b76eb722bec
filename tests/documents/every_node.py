"""One document and one deck with every kind of node in them; not a test itself."""

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
    Cover,
    Document,
    Editorial,
    Emphasis,
    Heading,
    LineBreak,
    Link,
    ListItem,
    Meta,
    PageBreak,
    Paragraph,
    Row,
    Strong,
    Table,
    TableOfContents,
    Text,
)

ARABIC = "يُبلَّغ الباحثون عن عمل بلغة واضحة"

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
        Table(
            "CAPTION",
            ("HEAD-1", "HEAD-2"),
            (1, 2),
            (Row(((Text("CELL-1"),), (Text(ARABIC),)), "T-1", SECRETARIAT),),
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
