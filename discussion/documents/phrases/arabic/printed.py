"""Words round pages, on slides' controls, table cards and listings, in Arabic; data, no rules."""

PHRASES: dict[str, str] = {
    # how words stand together
    "labelled": "{label}: ",
    "semicolon": "؛ ",
    "sentence": "{words}.",
    "comma": "، ",
    # round every page
    "printed.contents": "المحتويات",
    "printed.page": "الصفحة {page} من {pages}",
    "printed.rehearsal": "تجربة: محتوى مختلَق وليس سجلاً",
    "printed.rehearsal_short": "تجربة: محتوى مختلَق",
    "printed.rehearsal_mark": "تجربة",
    "printed.way_in": "ما آلت إليه أقوال الطاولات:",
    "printed.code": "رمز الاستجابة السريعة",
    "printed.code_of": "رمز الاستجابة السريعة المؤدي إلى {address}",
    # slides in a browser
    "printed.slide": "الشريحة {number}",
    "printed.notes": "ملاحظات المتحدث",
    "printed.back": "السابقة",
    "printed.next": "التالية",
    "printed.since": "منذ فتح هذه النافذة",
    # table cards
    "cards.title": "بطاقات الطاولات",
    "cards.square": "رمز استجابة سريعة يفتح ورقة {table}",
    "cards.scan": "1. امسحوا المربع بهاتفكم.",
    "cards.name": "2. اكتبوا اسمكم.",
    "cards.write": "3. اكتبوا فكرة واحدة في كل ملاحظة.",
    "cards.type": "لا كاميرا؟ افتحوا {address} واكتبوا",
    # every note, as rows
    "notes.title": "جميع الملاحظات",
    "notes.workshop": "الفعالية",
    "notes.of": "ملاحظات",
    "notes.as_of": "حتى",
    "notes.head": "بصمة السجل عندئذ",
    "notes.every": "جميع المواضيع والجلسة العامة",
    "notes.moment": "{moment}، الحدث {number} من السجل",
    "notes.for_whom": "لمن هذه الوثيقة",
    "notes.for_whom_said": (
        "للأمانة ومديري النقاش. ترد الملاحظات المرجأة أو المستبعدة أو المسحوبة هنا وفي تقرير "
        "طاولتها، ولا يجوز أن ترد في أي وثيقة أخرى."
    ),
    "notes.decision_said": (
        "ما قضى به آخر قرار بشأن الملاحظة. وإذا غيّرت الطاولة النص بعد ذلك عادت الحالة إلى "
        "«مقدَّمة»: فالملاحظة بانتظار قرار آخر."
    ),
    "notes.before_said": "ما كانت تقوله الملاحظة عند آخر قرار بشأنها، إذا كانت تقول غير ذلك الآن.",
    "notes.points_said": "النقاط التي تُعد الملاحظة مصدراً لها، بنصها الحالي، ومع كل منها حالتها.",
    "notes.agreed_said": (
        "يوافق المندوب على ذكره مع الملاحظة: ويجوز عندئذ نشر البلدان والاسم الواردين معها بالقدر "
        "الذي تُنشر به عموماً، ولا تُنشر أبداً دون هذه الموافقة."
    ),
    "notes.late_said": "أُضيف نص بعد إغلاق الورقة.",
    "notes.read_back_said": "أكدتها الطاولة ضمن ملاحظاتها الثلاث إلى الخمس.",
    "notes.times": "الأوقات",
    "notes.times_said": "بالتوقيت المحلي للفعالية، مع فرقه عن التوقيت العالمي.",
    "notes.taken_back": "أُلغي",
    "notes.plenary": "الجلسة العامة",
    "notes.topic": "الموضوع",
    "notes.subtopic": "الموضوع الفرعي",
    "notes.table": "الطاولة",
    "notes.kind": "النوع",
    "notes.words": "النص",
    "notes.status": "الحالة",
    "notes.reason": "السبب",
    "notes.remark": "تعليق مدير النقاش",
    "notes.question": "السؤال",
    "notes.answer": "الجواب",
    "notes.points": "النقاط",
    "notes.before": "النص السابق",
    "notes.decision": "القرار",
    "notes.decided_by": "صاحب القرار",
    "notes.decided": "وقت القرار",
    "notes.countries": "البلدان",
    "notes.agreed": "الموافقة",
    "notes.yes_agreed": "موافق",
    "notes.said_by": "القائل",
    "notes.language": "اللغة",
    "notes.late": "متأخرة",
    "notes.yes_late": "متأخرة",
    "notes.read_back": "مؤكَّدة",
    "notes.yes_read_back": "مؤكَّدة",
    "notes.begun": "بدء الكتابة",
    "notes.typed": "آخر كتابة",
    "notes.submitted": "التقديم",
    "notes.note": "الملاحظة",
    "notes.secretariat": "الأمانة",
    "notes.moderator": "مدير النقاش",
}
