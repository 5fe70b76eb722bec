"""Titles of documents, kinds, states, reasons and rules, in Arabic; data, no rules."""

PHRASES: dict[str, str] = {
    # titles of documents
    "title.proceedings": "وقائع الأعمال",
    "title.guidelines": "المبادئ التوجيهية",
    "title.presentation-topic": "العرض",
    "title.provenance": "جدول المصادر",
    "title.programme": "البرنامج",
    "title.participants": "قائمة المشاركين",
    # kinds of note and point
    "kind.challenge": "تحدٍّ",
    "kind.success_factor": "عامل نجاح",
    "kind.alternative_method": "أسلوب بديل",
    "kind.good_practice": "ممارسة جيدة",
    "kind.recommendation": "توصية",
    "kind.commitment": "التزام",
    "kind.question": "سؤال",
    "kind.dissent": "رأي مخالف",
    "kind.data": "بيانات",
    # states of notes
    "note.writing": "قيد الكتابة",
    "note.submitted": "مقدَّمة",
    "note.accepted": "مقبولة",
    "note.returned": "معادة مع سؤال",
    "note.parked": "مرجأة",
    "note.out_of_scope": "خارج الموضوع",
    "note.withdrawn": "مسحوبة",
    # states of points
    "point.proposed": "مقترحة",
    "point.confirmed": "مؤكَّدة",
    "point.drafted": "مدرجة في مشروع النص",
    "point.noted_only": "أُحيط بها علماً فحسب",
    "point.parked": "مرجأة",
    "point.merged": "مدمجة في نقطة أخرى",
    "point.removed": "محذوفة",
    # how many tables raised a point
    "strength.none": "لا طاولة",
    "strength.one": "طاولة واحدة",
    "strength.two": "طاولتان",
    "strength.all": "جميع الطاولات",
    "strength.most": "معظم الطاولات",
    "strength.many": "كثير من الطاولات",
    "strength.several": "عدة طاولات",
    # reasons of moderators
    "reason.for_later": "مؤجلة: جديرة بالاهتمام، ولكن ليس في هذه الساعة",
    "reason.needs_echo": "مؤجلة: فكرة طاولة واحدة إلى أن تقول بها طاولة أخرى",
    "reason.other_topic": "تخص موضوعاً آخر",
    "reason.not_public_employment": "خارجة عن موضوع الأعمال",
    "reason.named_person": "تسمّي شخصاً أو شركة أو تحكم عليهما",
    "reason.said_elsewhere": "وردت في ملاحظة أخرى لهذه الطاولة",
    "reason.unclear": "تعذّر فهمها، ولم تُجب الطاولة",
    # attribution
    "attribution.none": "لا تُنسب الأقوال إلى أي طاولة أو بلد أو شخص.",
    "attribution.table": "تُنسب الأقوال إلى الطاولات، ولا تُنسب إلى أي بلد أو شخص.",
    "attribution.country": (
        "تُنسب الأقوال إلى الطاولات لا إلى الأشخاص. ويُذكر البلد حيثما أشارت إليه ملاحظة إحدى "
        "الطاولات ووافق المندوب على ذلك؛ ولا يعني هذا أن البلد صاحب القول أو أنه يتبناه."
    ),
    "attribution.person": (
        "تُنسب الأقوال إلى الطاولات. ويُذكر البلد أو المندوب حيثما سمّته ملاحظة إحدى الطاولات "
        "ووافق المندوب على ذلك؛ ولا يعني هذا أن البلد صاحب القول أو أنه يتبناه."
    ),
    "attribution.on_topic": "في الموضوع {number}: {rule}",
    # what became of a note
    "became.writing": "قيد الكتابة",
    "became.accepted": "مقبولة",
    "became.alone": "مقبولة؛ ولم ترد في أي نقطة بعد",
    "became.returned": "معادة مع سؤال",
    "became.parked": "مرجأة",
    "became.out_of_scope": "خارج الموضوع",
    "became.withdrawn": "سحبتها الطاولة",
    "became.unread": "لم تُقرأ بعد",
    "became.answered": "أُجيب عنها ولم تُقرأ ثانيةً بعد",
    "became.again": "أُعيد النظر فيها ولم يُبتّ فيها بعد",
    "became.since_accepted": "عُدِّلت بعد قبولها ولم تُقرأ ثانيةً بعد",
    "became.since_returned": "عُدِّلت بعد إعادتها مع سؤال ولم تُقرأ ثانيةً بعد",
    "became.since_parked": "عُدِّلت بعد إرجائها ولم تُقرأ ثانيةً بعد",
    "became.since_out_of_scope": "عُدِّلت بعد اعتبارها خارج الموضوع ولم تُقرأ ثانيةً بعد",
    "kept.writing": "لم يُقدَّم نصها بعد",
    "kept.withdrawn": "يبقى نصها لدى الطاولة",
    "kept.named_person": "يبقى نصها لدى الطاولة لأنه يسمّي شخصاً",
    # what is ahead of a point
    "ahead.proposed": "لم تُؤكَّد بعد: تُدرجها الوثائق متى أُكِّدت.",
    "ahead.aside": (
        "نُحِّيت جانباً: تدرجها وقائع الأعمال ضمن هذا النوع من النقاط، ولا ترد في الوثائق الأخرى."
    ),
    "ahead.reworded": "تغيّر نصها منذ ذلك الحين؛ وستُظهره النسخة المقبلة.",
    "ahead.took_others": "أُدمجت فيها نقاط أخرى؛ وتُظهرها الوثائق السابقة كما كانت.",
    "ahead.joined_later": "انضمت هذه الملاحظة إلى النقطة بعد إعداد أحدث الوثائق.",
    "ahead.nowhere": "لم ترد في أي وثيقة بعد: ستدرجها الوثائق التالية.",
}
