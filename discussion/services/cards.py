"""The secrets on table cards and in sign-in links; must not know who uses them.

A card's code and token derive from the installation's secret, the table and the card's
generation: a card can be printed again at any time, the database alone gives none away, and
a reissue makes the old ones unknown.
"""

import base64
import hashlib
import hmac

CODE_SYMBOLS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
"""The 31 symbols of a typed code: no 0, O, 1, I or L to mistake for one another."""
CODE_LENGTH = 8  # 31**8: one guess in 850 thousand million hits a given card


def table_code(secret: bytes, table: str, generation: int) -> str:
    """The code people type, as ``XXXX-XXXX``."""
    number = int.from_bytes(_derive(secret, "code", table, generation), "big")
    symbols = []
    for _ in range(CODE_LENGTH):
        number, rest = divmod(number, len(CODE_SYMBOLS))
        symbols.append(CODE_SYMBOLS[rest])
    return f"{''.join(symbols[:4])}-{''.join(symbols[4:])}"


def table_token(secret: bytes, table: str, generation: int) -> str:
    """The 128 bits in a card's QR code, as 26 small letters and digits."""
    token = base64.b32encode(_derive(secret, "token", table, generation)[:16])
    return token.decode().rstrip("=").lower()


def reading_pass(secret: bytes, table: str, generation: int) -> str:
    """128 bits for whoever gave a card's code only to read; it cannot be traced back to it."""
    return _derive(secret, "reading", table, generation)[:16].hex()


def code_digest(secret: bytes, code: str) -> str:
    """What the database keeps of a code; keyed, since a code alone is short enough to guess."""
    symbols = "".join(c for c in code.upper() if c.isalnum())
    return hmac.new(secret, b"card code\0" + symbols.encode(), hashlib.sha256).hexdigest()


def token_digest(token: str) -> str:
    """What the database keeps of a token or a session's secret."""
    return hashlib.sha256(token.encode()).hexdigest()


def _derive(secret: bytes, purpose: str, table: str, generation: int) -> bytes:
    message = f"table {purpose}\0{table}\0{generation}".encode()
    return hmac.new(secret, message, hashlib.sha256).digest()
