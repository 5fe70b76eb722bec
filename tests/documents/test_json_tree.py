"""A tree kept as JSON is the tree that comes back, and nothing else is taken for one."""

import json
from dataclasses import replace
from datetime import timedelta, timezone

import pytest
from hypothesis import given

from discussion.documents.readers.json_tree import NotATree, read_tree
from discussion.documents.tree import Document, Numbering, Paragraph, Text
from discussion.documents.writers.json_tree import write_tree
from tests.documents.any_tree import blocks, numberings
from tests.documents.every_node import DOCUMENT, META

KEPT = json.loads(write_tree(DOCUMENT))


@given(blocks, numberings)
def test_every_tree_comes_back_as_it_was_kept(made, numbering: Numbering) -> None:
    document = Document(replace(META, numbering=numbering), made)
    assert read_tree(write_tree(document)) == document


def test_a_tree_that_says_nothing_of_its_numbering_is_numbered_as_all_were() -> None:
    assert "numbering" not in KEPT["document"]["meta"]
    assert read_tree(write_tree(DOCUMENT)).meta.numbering == Numbering("1.", "(a)")


def test_every_node_comes_back_and_the_same_tree_is_the_same_bytes() -> None:
    assert read_tree(write_tree(DOCUMENT)) == DOCUMENT
    elsewhere = META.created.astimezone(timezone(timedelta(hours=8)))
    moved = replace(DOCUMENT, meta=replace(META, created=elsewhere))
    assert write_tree(moved) == write_tree(DOCUMENT)


def test_whatever_words_hold_is_kept() -> None:
    words = '\x00 \ud800 \u2028 \U0001f600 \\ " </script> NaN'
    document = Document(META, (Paragraph((Text(words),), "P-1", ()),))
    assert read_tree(write_tree(document)) == document


def _without(tree: dict, *path: object) -> dict:
    return _with(tree, *path, value=None, gone=True)


def _with(tree: dict, *path: object, value: object, gone: bool = False) -> dict:
    """A copy in which the value at that place is another."""
    copy = json.loads(json.dumps(tree))
    inside = copy
    for step in path[:-1]:
        inside = inside[step]
    if gone:
        del inside[path[-1]]
    else:
        inside[path[-1]] = value
    return copy


P = ("document", "blocks", 6)  # the paragraph with every inline


@pytest.mark.parametrize(
    ("tree", "where"),
    [
        ([], "not the JSON of a tree"),
        ({"tree": 1}, "not the JSON of a tree"),
        (_with(KEPT, "tree", value=2), "version 2"),
        (_with(KEPT, "tree", value=True), "version True"),
        (_with(KEPT, "more", value=1), "not the JSON of a tree"),
        (_with(KEPT, "document", value="x"), "document: no such node"),
        (_with(KEPT, "document", "blocks", value={}), "document.Document.blocks: no list"),
        (_with(KEPT, *P, "node", value="Script"), "no such node"),
        (_with(KEPT, *P, "node", value=["Paragraph"]), "no such node"),
        (_with(KEPT, *P, "node", value="Text"), "no such node"),
        (_with(KEPT, *P, "__class__", value="Text"), "__class__"),
        (_without(KEPT, *P, "anchor"), "anchor"),
        (_with(KEPT, *P, "number", value="1"), "number: no int"),
        (_with(KEPT, *P, "number", value=True), "number: no int"),
        (_with(KEPT, *P, "number", value=1.5), "number: no int"),
        (_with(KEPT, *P, "anchor", value=None), "anchor: no str"),
        (_with(KEPT, *P, "style", value="evil"), "style: none of"),
        (_with(KEPT, *P, "style", value=["body"]), "style: none of"),
        (_with(KEPT, "document", "meta", "created", value="yesterday"), "no time"),
        (_with(KEPT, "document", "meta", "created", value="2025-07-08T10:30:00"), "no zone"),
        (_with(KEPT, "document", "meta", "draft", value=1), "draft: no bool"),
        (_with(KEPT, "document", "blocks", 13, "png", value="%"), "png: no base64"),
        (_with(KEPT, "document", "blocks", 0, "lines", 0, value=["symbol"]), "not 2 values"),
    ],
)
def test_what_is_no_tree_of_ours_is_refused_with_its_place(tree: object, where: str) -> None:
    with pytest.raises(NotATree, match=where.replace("[", r"\[")):
        read_tree(json.dumps(tree).encode())


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\xff\xfe",
        b"{",
        b"[" * 100_000,
        b'{"tree":NaN,"document":1}',
        b'{"tree":1,"document":' + b'{"node":"Document","blocks":[' * 5_000,
        b" " * 50_000_001,
    ],
    ids=["nothing", "no text", "cut", "deep", "no number", "deep nodes", "long"],
)
def test_hostile_bytes_are_refused(content: bytes) -> None:
    with pytest.raises(NotATree):
        read_tree(content)


def test_deeply_nested_nodes_are_refused_and_not_followed_down() -> None:
    inner: dict = {"node": "Text", "words": "x"}
    depth = 400
    for _ in range(depth):
        inner = {"node": "Emphasis", "content": [inner]}
    tree = _with(KEPT, *P, "content", value=[inner])
    with pytest.raises(NotATree):
        read_tree(json.dumps(tree).encode())
