"""Markdown as markup that is safe to show, whoever wrote it; must not know who did."""

import markdown
import nh3
from markupsafe import Markup

TAGS = {
    "h1", "h2", "h3", "p", "ul", "ol", "li", "strong", "em", "code", "pre", "blockquote",
    "table", "thead", "tbody", "tr", "th", "td", "a", "br", "hr",
}  # fmt: skip


def rendered(text: str) -> Markup:
    """The text as HTML of a few plain elements; raw markup, scripts and pictures fall away."""
    unsafe = markdown.markdown(text, extensions=["tables", "sane_lists"], output_format="html")
    clean = nh3.clean(unsafe, tags=TAGS, attributes={"a": {"href"}}, url_schemes={"http", "https"})
    return Markup(clean)  # noqa: S704 - cleaned above
