"""Lines and paragraphs of every shape, for laws that hold of all; not a test itself."""

from datetime import UTC, datetime, timedelta

from hypothesis import strategies as st

from discussion.documents.tree import (
    Alternatives,
    Attribution,
    Bracket,
    Change,
    Comment,
    Commented,
    Deleted,
    Editorial,
    Emphasis,
    Footnote,
    Heading,
    Inserted,
    LineBreak,
    Link,
    ListItem,
    MarkChange,
    Numbering,
    Paragraph,
    Reference,
    Sourced,
    Strong,
    Text,
    normal,
)

START = datetime(2025, 7, 8, tzinfo=UTC)

letters = st.sampled_from("aB 1.;:[]{}|&<>\"'\\é—\n\tيةاختبار、2")
words = st.text(letters, min_size=1, max_size=12)
names = st.text(st.sampled_from("ABC &<é"), min_size=1, max_size=6).map(lambda n: f"N{n}N")
moments = st.integers(0, 10**6).map(lambda seconds: START + timedelta(seconds=seconds))
changes = st.builds(Change, names, moments)
marks = st.none() | st.builds(MarkChange, st.sampled_from(["inserted", "deleted"]), changes)
anchors = st.integers(1, 10**6).map(lambda n: f"S-{n}")
comments = st.builds(Comment, names, words.map(str.strip).filter(bool), moments)
attributions = st.lists(
    st.builds(Attribution, st.lists(names, min_size=1, max_size=3).map(tuple), st.just("") | names),
    max_size=2,
).map(tuple)
languages = st.sampled_from([None, None, "en", "fr", "ar"])
leaves = (
    st.builds(Text, words, languages)
    | st.builds(Editorial, names)
    | st.just(LineBreak())
    | st.builds(Reference, st.just("A-1"), st.sampled_from(["number", "page"]))
    | st.builds(Footnote, st.tuples(st.builds(Text, words)))
)


linked = st.lists(st.builds(Text, words, languages), max_size=2).map(tuple)


def _spans(inside: st.SearchStrategy) -> st.SearchStrategy:
    content = st.lists(inside, max_size=3).map(tuple)
    options = st.lists(content, min_size=2, max_size=3).map(tuple)
    return (
        st.builds(Emphasis, content)
        | st.builds(Strong, content)
        | st.builds(Link, linked, st.just("#A-1") | st.just("https://example.org/?a=1&b"))
        | st.builds(Sourced, content, anchors)
        | st.builds(Inserted, content, changes)
        | st.builds(Deleted, content, changes)
        | st.builds(Bracket, content, attributions)
        | st.builds(Bracket, content, signs=marks)
        | st.builds(Alternatives, options, attributions)
        | st.builds(Alternatives, options, signs=marks)
        | st.builds(Commented, content, comments)
    )


inlines = st.recursive(leaves, _spans, max_leaves=5)
numberings = st.builds(
    Numbering, st.sampled_from(["1.", "1)", "(1)"]), st.sampled_from(["(a)", "a)", "(أ)"])
)
contents = st.lists(inlines, max_size=4).map(tuple)


def _block(content, shape, index, end):
    said, anchor = normal(content), f"A-{index}"
    match shape:
        case "heading":
            return Heading(1 + index % 3, said, anchor, end=end)
        case "item":
            return ListItem(said, anchor, (), 1 + index % 2, 1 + index % 3, end=end)
        case "numbered":
            return Paragraph(said, anchor, (), "operative", number=1 + index // 2, end=end)
        case _:
            return Paragraph(said, anchor, (), shape, mark="PP-01 · one table", end=end)


shapes = st.sampled_from(["heading", "item", "numbered", "body", "preambular", "note", "bullet"])
blocks = st.lists(st.tuples(contents, shapes, marks), min_size=1, max_size=5).map(
    lambda made: tuple(
        _block(content, shape, index, None if index == len(made) else end)
        for index, (content, shape, end) in enumerate(made, 1)
    )
)
"""Paragraphs in their one form; the last one's end never comes or goes, since nothing follows."""
