"""The language of the field and its rules; standard library only, no I/O, no clock."""
