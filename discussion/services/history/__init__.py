"""History across columns: versions of a text, the acts on a topic, a sheet as it came about.

Nothing here changes anything; what is brought back is typed anew, as an edit like any other.
"""
