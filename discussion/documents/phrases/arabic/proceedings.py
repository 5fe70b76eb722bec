"""Sentences of the proceedings, in Arabic; data, no rules."""

PHRASES: dict[str, str] = {
    # the parts of a body
    "body.to_complete": "تستكمله الأمانة: {what}",
    "body.open_cell": "يُستكمل",
    "body.annex": "المرفق {number}",
    "body.paragraph": "الفقرة {number}",
    "body.scheduled": "كان موعد الجلسة {when}.",
    "body.topic": "الموضوع {number}: {title}",
    "body.topic_short": "الموضوع {number}",
    "body.whole_topic": "الموضوع برمّته",
    # proceedings
    "proceedings.draft": "مشروع وقائع الأعمال",
    "proceedings.status": "مشروع معروض على المشاركين لتصويب الوقائع.",
    "proceedings.disclaimer": (
        "يُعمَّم هذا المشروع لغرض التصويب فحسب. وهو يسجّل بإيجاز ما دوّنته طاولات {event.of}؛ ولا "
        "يُلزم أي قول وارد فيه أي وفد أو مؤسسة أو شخص."
    ),
    "proceedings.summary": "موجز تنفيذي",
    "proceedings.message_place": "الموجز التنفيذي، الموضوع {topic}، الرسالة {number}",
    "proceedings.none": "لم تُؤكَّد أي نقطة بشأن هذا الموضوع حتى وقت إصدار هذه النسخة.",
    "proceedings.introduction": "مقدمة",
    "proceedings.background": "الخلفية",
    "proceedings.held": "{event.was_held} {event.the} حول موضوع {title}{where_when}.",
    "proceedings.venue": "، {venue}",
    "proceedings.organised.one": "وتولّى التنظيم {hosts}.",
    "proceedings.organised.many": "واشترك في التنظيم {hosts}.",
    "proceedings.roles": "وكانت أدوارهم كما يلي: {roles}.",
    "proceedings.role": "{host}: {role}",
    "proceedings.mandate": "وجاء ذلك متابعةً للولاية التالية: {mandate}.",
    "proceedings.objectives": "الأهداف",
    "proceedings.objectives_of": "حدد البرنامج {event.to} الأهداف التالية:",
    "proceedings.method": "المنهجية والشركاء والحضور",
    "proceedings.method_said": "وصف البرنامج المنهجية كما يلي: {method}.",
    "proceedings.seated": (
        "وُزِّع المشاركون على طاولات نقاش ({tables}). ودوّنت كل طاولة أفكارها في صورة ملاحظات "
        "أثناء النقاش؛ واستعرض مديرو النقاش الملاحظات وجمعوها في النقاط الواردة أدناه. وتبقى "
        "الملاحظات محفوظة دون تغيير."
    ),
    "proceedings.invited": "ودُعيت المؤسسات الدولية التالية: {invited}.",
    "proceedings.foreseen": "نص البرنامج على مشاركة الجهات التالية:",
    "proceedings.took_part": "عدد المشاركين: {people}.",
    "proceedings.attendance_open": "عدد المشاركين وعدد البلدان الممثَّلة.",
    "proceedings.summary_of": "ملخص {title}.",
    "proceedings.on_programme": "وتضمّن برنامجها ما يلي:",
    "proceedings.delivered": "ملخص {title} كما ألقاها {speaker}.",
    "proceedings.presented": "كان موعد هذا العرض {when}.",
    "proceedings.presented_by": "كان موعد هذا العرض، الذي أُسند إلى {speaker}، {when}.",
    "proceedings.presentation_open": "اسم مقدّم العرض وملخص العرض كما قُدِّم.",
    "proceedings.outcome": "الوثيقة الختامية",
    "proceedings.outcome_said": (
        "أُعدّ مشروع نص بعنوان {title} استناداً إلى النقاط الواردة أعلاه؛ ويصدر في وثيقة مستقلة."
    ),
    "proceedings.outcome_open": "ما إذا كانت الوثيقة الختامية قد اعتُمدت، ومتى وبأي صيغة.",
    "proceedings.follow_up": "المتابعة",
    "proceedings.follow_up_none": "لم تُؤكَّد بعد أي توصية أو أي التزام.",
    "proceedings.follow_up_said": "يورد الجدول أدناه ما تدعو إليه التوصيات والالتزامات.",
    "proceedings.matrix": "مصفوفة المتابعة",
    "proceedings.action": "الإجراء",
    "proceedings.who": "الجهة المسؤولة",
    "proceedings.when": "الموعد",
    "proceedings.paragraph": "الفقرة",
    "proceedings.follow_up_place": "المتابعة {number}",
    "proceedings.programme": "البرنامج",
    "proceedings.programme_place": "البرنامج، {time}",
    "proceedings.item": "البند",
    "proceedings.tables": "الطاولات وملاحظاتها المقبولة",
    "proceedings.tables_caption": "الملاحظات المقبولة بحسب الطاولة والموضوع",
    "proceedings.table": "الطاولة",
    "proceedings.table_place": "{annex}، {table}",
    # a topic's chapter
    "chapter.presentation": "عرض الموضوع",
    "chapter.presented": "عُرض الموضوع {when}.",
    "chapter.presenter": "وأُسند تقديمه إلى {speaker}.",
    "chapter.discussion": "المناقشات الجماعية",
    "chapter.discussion_scheduled": "كان موعد المناقشات الجماعية {when}.",
    "chapter.no_notes": "لم تقدّم أي طاولة ملاحظة بشأن هذا الموضوع حتى وقت إصدار هذه النسخة.",
    "chapter.discussed.one": "ناقشت الموضوع وقدّمت ملاحظات {tables}.",
    "chapter.discussed.many": "ناقشت الموضوع وقدّمت ملاحظات {tables}.",
    "chapter.accepted.none": "ولم تُقبل أي منها.",
    "chapter.accepted.one": "وقُبلت {notes} واستندت إليها الاستنتاجات أدناه.",
    "chapter.accepted.many": "وقُبلت {notes} استندت إليها الاستنتاجات أدناه.",
    "chapter.subtopics": "دُعيت الطاولات إلى النظر في المواضيع الفرعية التالية:",
    "chapter.findings": "الاستنتاجات بحسب الموضوع الفرعي",
    "chapter.findings_said": (
        "تورد الجداول أدناه كل نقطة بالصيغة التي أُكِّدت بها، ومدى طرحها. ولا يدل مدى طرح النقطة "
        "على وجود اتفاق بشأنها."
    ),
    "chapter.findings_said.table": (
        "تورد الجداول أدناه كل نقطة بالصيغة التي أُكِّدت بها، والطاولات التي تستند إلى ملاحظاتها، "
        "ومدى طرحها. ولا يدل مدى طرح النقطة على وجود اتفاق بشأنها."
    ),
    "chapter.findings_said.who": (
        "تورد الجداول أدناه كل نقطة بالصيغة التي أُكِّدت بها، والطاولات التي تستند إلى ملاحظاتها، "
        "ومن وافق على ذكر اسمه معها، ومدى طرحها. ولا يدل مدى طرح النقطة على وجود اتفاق بشأنها."
    ),
    "chapter.ref": "المرجع",
    "chapter.point": "النقطة",
    "chapter.raised_by": "الجهة الطارحة",
    "chapter.who.country": "البلدان",
    "chapter.who.person": "البلدان والأشخاص",
    "chapter.strength": "مدى الطرح",
    "chapter.finding_place": "الاستنتاج {ref}",
    "chapter.challenges": "التحديات",
    "chapter.challenges_said": "حُدِّدت التحديات التالية:",
    "chapter.factors": "عوامل النجاح والأساليب البديلة",
    "chapter.factors_said": "طُرحت عوامل النجاح والأساليب البديلة التالية:",
    "chapter.recommendations": "التوصيات والالتزامات",
    "chapter.recommendations_said": "قُدِّمت التوصيات التالية:",
    "chapter.commitments_said": "أُعرب عن الالتزامات التالية:",
    "chapter.nothing": "لم يُؤكَّد شيء في هذا الباب حتى وقت إصدار هذه النسخة.",
    "chapter.practices": "الممارسات الجيدة",
    "chapter.practices_said": "عُرضت على الطاولات الممارسات الجيدة التالية:",
    "chapter.practice": "الممارسة",
    "chapter.result": "النتيجة وجهة الاتصال",
    "chapter.practice_place": "الممارسة الجيدة {ref}",
    "chapter.not_agreed": "نقاط لم يُتفق عليها ونقاط نُحِّيت جانباً",
    "chapter.dissent_said": "اختلفت الآراء التالية عن آراء طاولات أخرى:",
    "chapter.question_said": "بقيت الأسئلة التالية مفتوحة:",
    "chapter.data_said": "ذُكرت البيانات التالية وبقي التحقق منها:",
    "chapter.aside_said": "نُحِّيت النقاط التالية جانباً ولا ترد إلا هنا:",
    "chapter.no_such": "لم تكن أي نقطة من هذا القبيل مسجلة وقت إصدار هذه النسخة.",
    "chapter.second_day": "عرض النتائج والأسئلة",
    "chapter.results_presented": "عُرضت النتائج {when}.",
    "chapter.second_day_open": "اسم مقدّم العرض والأسئلة الواردة من القاعة والأجوبة عنها.",
}
