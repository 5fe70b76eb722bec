"""Near-duplicates of an English note, as another table would type it; it decides nothing.

A swap changes one or two words and never the grammar round them, so that every variant reads
as well as the note it came from. Some are weak ("job seekers", "jobseekers"), others
change the force of the sentence ("should", "must"): both are what a moderator has to notice.
"""

import re
from random import Random

_SWAPS: tuple[tuple[str, str], ...] = (
    (r"\bshould\b", "must"),
    (r"\bshould\b", "shall"),
    (r"\bmust\b", "should"),
    (r"\bencourage employers to\b", "ask employers to"),
    (r"\brequire employers to\b", "oblige employers to"),
    (r"\bencourage the exchange\b", "support the exchange"),
    (r"\bEncourage yearly\b", "Support yearly"),
    (r"\bEstablish yearly\b", "Set up yearly"),
    (r"\btwo working days\b", "three working days"),
    (r"\bfive working days\b", "ten working days"),
    (r"\btwo local offices\b", "four local offices"),
    (r"\bfive local offices\b", "six local offices"),
    (r"\bthree months\b", "four months"),
    (r"\bsix months\b", "twelve months"),
    (r"\bonce a year\b", "every second year"),
    (r"\bfour times a year\b", "twice a year"),
    (r"\bpublish the results\b", "make the results public"),
    (r"\bjob seeker", "jobseeker"),
    (r"\bJob seeker", "Jobseeker"),
    (r"\bemployers\b", "companies"),
    (r"\bvacancy\b", "job offer"),
    (r"\bvacancies\b", "job offers"),
    (r"\bcounsellor", "career counsellor"),
    (r"\bthe portal\b", "the job portal"),
    (r"\bThe portal\b", "The job portal"),
    (r"\b([Ee])ach(?= (?!other|of)[a-z])", r"\1very"),
    (r"\bnobody\b", "no one"),
    (r"\bNobody\b", "No one"),
    (r"\bsomebody\b", "someone"),
    (r"\beverybody\b", "everyone"),
    (r"\bdo not\b", "don't"),
    (r"\bdoes not\b", "doesn't"),
    (r"\bare not\b", "aren't"),
    (r"\bbusiness register\b", "business registry"),
    (r"\bmessaging groups\b", "chat groups"),
    (r"\bOne delegation described\b", "A delegation at our table described"),
    (r"\bshared experience with\b", "told us about"),
    (r"\bexchanged experience with\b(?! on-)", "compared notes on"),
    (r"\byoung people\b", "young users"),
    (r"\bbasic phone\b", "basic mobile phone"),
    (r"\bcertificates\b", "diplomas"),
)
_HURRIED: tuple[tuple[str, str], ...] = (
    (r"\band\b", "&"),
    (r"\bwithout\b", "w/o"),
    (r"(?<=[a-z])\.$", ""),
)
_ADDED = (" Came up twice.", " Second round.", " Also with us.", " One example given.")
_ATTEMPTS = 6


def variant(text: str, used: set[str], rng: Random) -> str:
    """Another table's wording of ``text``; not among ``used`` unless nothing else was found."""
    wording = text
    for _ in range(_ATTEMPTS):
        wording = _swapped(text, _SWAPS, rng)
        if wording == text or wording in used:
            wording = _swapped(wording, _HURRIED, rng)
        if wording == text or wording in used:
            wording = _added(wording, rng)
        if wording not in used:
            break
    return wording


def _swapped(text: str, swaps: tuple[tuple[str, str], ...], rng: Random) -> str:
    fitting = [swap for swap in swaps if re.search(swap[0], text)]
    for pattern, replacement in rng.sample(fitting, min(len(fitting), rng.randint(1, 2))):
        text = re.sub(pattern, replacement, text)
    return text


def _added(text: str, rng: Random) -> str:
    if text.endswith(_ADDED):
        return text
    ended = text if text.endswith((".", "?", "!")) else f"{text}."
    return ended + rng.choice(_ADDED)
