"""The benchmark: this project and its peers under the same load, side by side on one machine.

It runs in a set-up of its own (``make bench``); nothing of the product may import it. What is
measured of one screen stands in a room of its own, as ``board``, with results of its own and a
section on the same page; another kind of load is a ``measure`` among the steps of ``plan.py``.
"""
