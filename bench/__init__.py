"""The benchmark: this project and its peers under the same load, side by side on one machine.

It runs in a set-up of its own (``make bench``); nothing of the product may import it. Another
kind of measurement, of boards or of documents, is a module with a ``measure``, its kind among
the steps of ``plan.py``, a line in ``whole.py`` and a section in ``table.py``.
"""
