"""Sentences of the provenance table as a paper, in Arabic; data, no rules."""

PHRASES: dict[str, str] = {
    "sources.status": "لمن يراجع المشاريع: يُرَدّ فيه كل موضع إلى مصدره.",
    "sources.about": (
        "يقود كل سطر من موضع في وثيقة إلى ما يستند إليه: النقطة، إذا لم يكن الموضع بلفظها، "
        "والملاحظات المقبولة بكلمات الطاولات. والجدول نفسه متاح بصيغة CSV مع جميع الملاحظات."
    ),
    "sources.of_topic": "{title}، الموضوع {number}",
    "sources.place": "الموضع",
    "sources.words": "النص",
    "sources.behind": "يستند إلى",
    "sources.programme": "من نص البرنامج.",
    "sources.secretariat": "نص الأمانة: لا يستند إلى أي ملاحظة.",
    "sources.more": "ملاحظات أخرى، بصيغة CSV: {number}",
}
