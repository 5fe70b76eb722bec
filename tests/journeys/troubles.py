"""What goes wrong with the network of a venue, and what people do about it; one row a trouble."""

from tests.journeys.evening import Act, Sitting, Trouble
from tests.kit.proxy import FAIR, Weather

SLOW = Weather(delay=0.3, spread=0.15)
STALLING = Weather(stall_every=3.5, stall=2.0)
SILENT = Weather(up=False, down=False)
SWALLOWING = Weather(up=False)
AWAY = Weather(reachable=False)


def weather(coming: Weather) -> Act:
    """The line is like this from now on."""

    def act(sitting: Sitting) -> None:
        sitting.line.weather = coming

    return act


def cut(sitting: Sitting) -> None:
    """Every connection is reset."""
    sitting.line.cut()


def lose_the_line(sitting: Sitting) -> None:
    """Nobody can reach the house any more, and both ends know."""
    sitting.line.weather = AWAY
    sitting.line.cut()


def revoke_the_card(sitting: Sitting) -> None:
    """The secretariat makes a new card: whoever sat down with the old one is signed out."""
    with sitting.server.signed_in("secretariat") as secretariat:
        table = sitting.server.table(sitting.table)
        secretariat.post(f"/tables/{table}", {"do": "reissue"})


def sign_in_again(sitting: Sitting) -> None:
    """Both type the new card's code in another tab and go on."""
    for tablet in sitting.tablets:
        tablet.sign_in(sitting.code())
        tablet.press("Continue here")


def close_and_reload(sitting: Sitting) -> None:
    """One closes the tab, the other reloads it."""
    sitting.typing = False
    one, two = sitting.tablets
    one.shut()
    two.reload()


def come_back(sitting: Sitting) -> None:
    """Both open their sheet again."""
    one, two = sitting.tablets
    two.page.close()
    for tablet in (one, two):
        tablet.open()


TROUBLES = (
    Trouble("latency of 300 ms, give or take 150", 20, ((0, weather(SLOW)),)),
    Trouble("stalls of 2 s", 20, ((0, weather(STALLING)),)),
    Trouble("half-open for 45 s", 45, ((1, weather(SILENT)),), dark=True),
    Trouble("reset every 5 s", 22, tuple((second, cut) for second in (2, 7, 12, 17))),
    Trouble("upload swallowed", 25, ((1, weather(SWALLOWING)),), dark=True),
    Trouble(
        "login revoked while offline",
        24,
        ((1, lose_the_line), (6, revoke_the_card), (18, weather(FAIR))),
        ends=sign_in_again,
        dark=True,
    ),
    Trouble(
        "tab closed and reloaded while the house is away",
        20,
        ((1, lose_the_line), (14, close_and_reload)),
        ends=come_back,
    ),
)
