"""The made-up points of the sample record, as a table; not a test itself."""

from dataclasses import dataclass


@dataclass(frozen=True)
class SamplePoint:
    """One point and the tables whose notes it rests on."""

    topic: int
    subtopic: int | None
    kind: str
    statement: str
    tables: tuple[int, ...]
    countries: tuple[str, ...] = ()
    language: str = "en"
    status: str = "confirmed"


_P = SamplePoint
_C, _S, _A = "challenge", "success_factor", "alternative_method"
_G, _R, _O = "good_practice", "recommendation", "commitment"

POINTS: tuple[SamplePoint, ...] = (
    _P(1, 1, _C, "Career tools trained on data from elsewhere give poor advice to job seekers whose occupations and qualifications they do not know", (1, 2, 3, 5, 6, 8), ("MY", "ID")),
    _P(1, 1, _G, "A national career portal lets job seekers compare their skills with open vacancies before they meet a counsellor", (1, 4, 7), ("TR", "MY")),
    _P(1, 1, _R, "Public employment services test AI-driven career tools with job seekers before wide use and publish what the tests showed", (1, 2, 3, 4, 6, 7, 8)),
    _P(1, 1, _R, "The data on which career tools are trained reflect the occupations and languages of the country", (2, 5, 9)),
    _P(1, 2, _S, "Counsellors who took part in choosing a tool trust it and use it", (3, 4, 6, 9), ("JO",)),
    _P(1, 2, _C, "Counsellors fear that tools replace them and therefore pass over what the tools suggest", (2, 7)),
    _P(1, 2, _R, "A human counsellor remains responsible for every decision that affects a job seeker's benefits or placement", (1, 2, 3, 4, 5, 6, 7, 8, 9)),
    _P(1, 2, _A, "Video counselling in the evening for people who work during the day or live far from an office", (5,), ("SA",)),
    _P(1, 3, _G, "دورات قصيرة في المهارات الرقمية تقدَّم بالشراكة مع مؤسسات التدريب المهني وتُختم بشهادة معترف بها", (6, 9), ("MA", "EG"), "ar"),
    _P(1, 3, _R, "Former des conseillers à l'usage des outils d'intelligence artificielle avant leur mise en service", (8, 2, 4), ("SN", "TN"), "fr"),
    _P(1, 3, _O, "Two services offer to share their training modules on digital skills with the other members of the network", (3, 4)),
    _P(1, 3, _S, "Short courses tied to a concrete vacancy are finished more often than general ones", (1, 5, 6)),
    _P(1, 4, _C, "Job seekers do not know which of their data a tool uses, nor how to object", (1, 3, 4, 5, 8)),
    _P(1, 4, _R, "يُبلَّغ الباحثون عن عمل بلغة واضحة متى استُخدم الذكاء الاصطناعي في توجيههم ولهم حق الاعتراض", (6, 9, 1), ("EG",), "ar"),
    _P(1, 4, "dissent", "One table held that publishing test results would discourage suppliers from taking part", (7,)),
    _P(1, 4, "question", "Who answers for a wrong recommendation: the service, the supplier or the counsellor?", (2, 5)),
    _P(1, None, "data", "A pilot in one region is said to have halved the waiting time for a first appointment", (4,), ("OM",)),
    _P(1, 2, _R, "Tools replace counsellors in small offices", (7,), status="parked"),
    _P(1, 1, _C, "The cost of licences is a concern for smaller services", (5,), status="noted_only"),
    _P(2, 1, _C, "Employers and training bodies keep certificates in forms that no portal can check", (1, 2, 4, 6)),
    _P(2, 1, _A, "A shared register of issued certificates, without a distributed ledger, serves the same purpose at lower cost", (3, 5)),
    _P(2, 1, _R, "Portals accept digital certificates that can be checked at their source", (1, 2, 4, 6, 7)),
    _P(2, 2, _G, "Practice interviews in virtual reality at local offices help young people who have never been interviewed", (2, 8), ("AE",)),
    _P(2, 2, _C, "Headsets and bandwidth are out of reach for many local offices", (1, 3, 4, 6, 9)),
    _P(2, 3, _S, "Small steps that are acknowledged keep people searching for longer", (4, 6, 7)),
    _P(2, 3, _R, "Games on a portal measure skills only where the job seeker has agreed to it", (1, 4, 8)),
    _P(2, 4, _C, "Matching systems repeat the preferences found in past recruitment", (1, 2, 3, 4, 5, 6, 7, 8, 9)),
    _P(2, 4, _R, "Matching systems are examined for unequal results by sex, age, disability and region at least once a year", (1, 2, 3, 5, 6, 8, 9)),
    _P(2, 4, _R, "Les candidats peuvent demander pourquoi une offre leur a été proposée ou non", (8, 5), ("DZ",), "fr"),
    _P(2, 5, _G, "Employers who show on the portal how they accommodate persons with disabilities receive more applications", (3, 9), ("MY", "QA")),
    _P(2, 6, _R, "Vacancies are offered in accessible formats and in the languages spoken in the region", (1, 2, 7)),
    _P(2, 6, _C, "يصعب على النساء في المناطق الريفية الوصول إلى بوابات التوظيف بسبب ضعف الاتصال بالإنترنت", (6, 9), ("YE",), "ar"),
    _P(2, 7, _R, "Services count lasting placements after six months, not clicks or registrations", (1, 3, 4, 5, 6, 7, 8, 9)),
    _P(2, 7, _O, "The network prepares a short list of common indicators for job portals before its next meeting", (2, 3, 5, 6)),
    _P(3, 1, _C, "False vacancies reach applicants first through messaging services, outside any portal", (1, 2, 3, 5, 7, 9)),
    _P(3, 1, _G, "Company numbers are checked against the business register before a first vacancy is published", (1, 3, 4, 6, 8), ("MY", "TR", "KZ")),
    _P(3, 1, _R, "Portals confirm an employer's legal identity before its first vacancy goes live", (1, 2, 3, 4, 5, 6, 8, 9)),
    _P(3, 1, "dissent", "One table held that mandatory verification would burden small firms", (7,)),
    _P(3, 2, _C, "Agencies learn of a case only after a payment has been made", (2, 4, 6)),
    _P(3, 2, _R, "Public employment services and law enforcement name contact points for exchanging scam patterns", (1, 2, 4, 6, 7, 9), ("MY", "BN")),
    _P(3, 2, _O, "Participating services exchange warning signs of scams once a quarter", (1, 4, 5)),
    _P(3, 3, _S, "A report button that answers the reporter is used again", (3, 5, 8)),
    _P(3, 3, _R, "Every portal offers a one-step way to report a suspect vacancy and answers the reporter within two working days", (1, 2, 3, 5, 6, 7, 8)),
    _P(3, 3, _R, "No portal asks job seekers for payment or bank details before a contract is signed", (2, 3, 9)),
    _P(3, 3, _A, "Regular messages on warning signs through community radio where few people use portals", (5, 9), ("ML", "NE")),
    _P(3, 2, "question", "Which authority is told first when a scam crosses borders?", (2, 6)),
)  # fmt: skip

SECRET_NOTES: tuple[tuple[int, str, str], ...] = (
    (1, "parked", "PARKED-NOTE about somebody's supplier"),
    (1, "out_of_scope", "OUT-OF-SCOPE-NOTE about the hotel"),
    (2, "withdrawn", "WITHDRAWN-NOTE a table took back"),
    (2, "returned", "RETURNED-NOTE not yet clear"),
    (3, "submitted", "UNREAD-NOTE nobody has decided on"),
    (3, "writing", "UNFINISHED-NOTE still being wri"),
)
"""Notes no output may show."""
