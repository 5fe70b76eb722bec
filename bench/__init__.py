"""The benchmark: this project and its peers under the same load, side by side on one machine.

It runs in a set-up of its own (``make bench``); nothing of the product may import it.
"""
