"""What a board costs where a topic has 12,500 notes: ``python -m bench board``.

Each part measures one side of it, beside a plain way of doing the same in the same run. Times
are of the processor wherever they can be: a busy machine makes them longer, but not by waiting.
"""
