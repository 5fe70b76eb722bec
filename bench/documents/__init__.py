"""What writing documents costs, beside pandoc on the same text: ``python -m bench documents``.

Every figure is of a whole process, from its start to the written file; times are of the
processor, so that a busy machine does not lengthen them by waiting.
"""
