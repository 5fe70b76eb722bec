"""How a document reads in a browser, printed or not; it must not know its words."""

STYLE = """
.document { max-width: 42rem; margin: 2rem auto; padding: 0 1rem; line-height: 1.5;
  font-family: "Times New Roman", "Noto Serif", serif; color: #1a1a1a; background: #fff; }
.document h1 { text-align: center; font-size: 1.9rem; }
.document h2 { font-size: 1.3rem; margin-block: 2rem .6rem; }
.document h3 { font-size: 1.08rem; margin-block: 1.4rem .4rem; }
.document h4 { font-size: 1rem; font-style: italic; }
.cover { text-align: center; margin-block: 2rem 3rem; }
.cover .symbol, .cover .stage { text-align: end; margin: 0; }
.cover .stage { font-weight: bold; margin-block-end: 3rem; }
.cover .event, .cover .status { font-style: italic; }
.stamp { display: flex; flex-wrap: wrap; gap: 0 1.5rem; font-size: .85rem; color: #555; }
.rehearsal { border: 2px solid; padding: .4rem .8rem; font-weight: bold; text-align: center; }
.operative, .body { padding-inline-start: 2.2rem; position: relative; }
.item { padding-inline-start: 4.4rem; position: relative; }
.item.level-2 { padding-inline-start: 6.6rem; }
p .number { position: absolute; inset-inline-start: 0; unicode-bidi: isolate; }
.bis { padding-inline-start: 0; }
p.bis .number { position: static; margin-inline-end: .4rem; }
.item .number { inset-inline-start: 2.2rem; }
.item.level-2 .number { inset-inline-start: 4.4rem; }
:is(.body, .operative):not(:has(.number)) { padding-inline-start: 0; }
.bullet { padding-inline-start: 1.4rem; position: relative; }
.bullet::before { content: "\\2022"; position: absolute; inset-inline-start: .3rem; }
.caption { font-weight: bold; margin-block-end: .3rem; }
.note { font-style: italic; }
.adoption { text-align: center; margin-block-start: 2.5rem; }
.editorial { color: #555; }
.document ins { text-decoration: underline; text-decoration-thickness: 2px; background: #e8f1e4; }
.document del { text-decoration: line-through; background: #f6e6e4; }
.document .end { font-size: .8rem; margin-inline-start: .15rem; }
sup + sup::before { content: ", "; }
tr.inserted td { text-decoration: underline; }
tr.deleted td { text-decoration: line-through; }
tr.inserted { outline: 2px solid #4c7a3d; }
tr.deleted { outline: 2px dashed #9b3a2f; }
.attribution { color: #555; font-family: Arial, sans-serif; font-size: .7rem; }
.commented { border-block-end: 2px dotted; }
.notes { font-size: .92rem; border-block-start: 1px solid #9a9a9a; margin-block-start: 2.5rem; }
.document figure { margin: 1rem 0; text-align: center; }
.document img { max-width: 100%; height: auto; }
.mark { color: #666; font-family: Arial, sans-serif; font-size: .7rem; white-space: nowrap; }
table { width: 100%; border-collapse: collapse; font-size: .92rem; margin-block: 1rem 1.5rem; }
caption { text-align: start; font-weight: bold; padding-block: .3rem; }
th, td { text-align: start; vertical-align: top; padding: .35rem .5rem;
  border-block: 1px solid #9a9a9a; }
th { background: #efefef; }
.contents ul { list-style: none; padding: 0; }
.contents .level-2 { padding-inline-start: 1.5rem; }
.page-break { border: 0; break-after: page; margin: 0; }
:target { background: #fff3c4; }
@page { size: A4; margin: 2.54cm; }
@media print { .document { max-width: none; margin: 0; padding: 0; } }
"""
