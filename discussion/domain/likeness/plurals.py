"""Arabic plurals made inside the word, of the words that workshops use; it must not know a text.

No ending tells such a plural, and a rule by roots would find wrong words with the right ones:
"maktab" (office) and "kitab" (book) share one. So they are named. A word stands here as it is left
without article and ending; ``static/js/synthesis/plurals.js`` holds the same table.
"""

_TABLE = """
مكاتب مكتب, مراكز مركز, مواقع موقع, موارد مورد, مصادر مصدر, مناهج منهج, مخاطر خطر, مشاريع مشروع,
معايير معيار, برامج برنامج, تقارير تقرير, تدابير تدبير, جداول جدول, صناديق صندوق, حواجز حاجز,
وظايف وظيف, نتايج نتيج, وسايل وسيل, رسايل رسال, حقايب حقيب, قواعد قاعد, تجارب تجرب, قوان قان,
عمال عامل, طلاب طالب, خبرا خبير, شركا شريك, وسطا وسيط, وكلا وكيل, عملا عميل, وزرا وزير, مدرا مدير,
اسواق سوق, افراد فرد, اهداف هدف, اقسام قسم, ارقام رقم, اعضا عضو, اجهز جهاز, انظم نظام, ادو ادا,
عقود عقد, شروط شرط, حلول حل, جهود جهد, رسوم رسم, نقاط نقط, لغات لغه
"""

SINGULARS: dict[str, str] = dict(pair.split() for pair in " ".join(_TABLE.split()).split(","))
"""What a plural's singular is left with, by what the plural is left with."""
