"""Small words that turn a sentence's meaning, and those that carry none; data, no rules."""

MODALS = """
must: must, have to, has to, need to, needs to, need, needs, is to, are to, required to
  / doit, doivent, devra, devront, il faut, faut, faudra, est tenu de, sont tenus de
  / يجب, يتعين, لا بد, يلزم, لابد, وجب
shall: shall / - / -
should: should, ought to, advisable
  / devrait, devraient, faudrait, il convient, convient, il est souhaitable, souhaitable
  / ينبغي, يستحسن, من المستحسن, يفضل, من الأفضل, حري
may: may, might / - / يجوز, قد, ربما
can: can, could, able to / peut, peuvent, pourrait, pourraient, pourra, pourront
  / يمكن, بإمكان, يستطيع, تستطيع, ممكن
will: will / - / سوف
would: would / - / -
"""
NEGATIONS = """
not: not, no, never, nor, neither, none, nobody, nothing, cannot, without, w/o, dont, doesnt, didnt,
  isnt, arent, wasnt, werent, cant, couldnt, wont, wouldnt, shouldnt, mustnt, havent, hasnt, hardly,
  no one, unable, fail to, fails to, failed to, rather than, instead of, non
  / pas, jamais, aucun, aucune, sans, ni, non, ne, n, rien, faute de, au lieu de, plutôt que
  / لا, ليس, ليست, لم, لن, غير, بدون, دون, عدم, بلا, ليسوا, بدلا من, لا أحد, أبدا, يجب ألا,
  ينبغي ألا, يتعين ألا, أن لا
"""
NO_NEGATION = """
none: not only / non seulement, pas seulement / ليس فقط, لا فقط
none: no later than, not later than, no more than, not more than
  / pas plus de, au plus tard, pas plus tard que / لا يتجاوز, لا تتجاوز, لا يزيد على, لا يزيد عن
none: no less than, not less than, no fewer than / pas moins de / لا يقل عن, لا تقل عن
none: no doubt / - / لا بد, لا سيما
"""
SCOPES = """
all: all, every, each, everyone, everybody, any, always
  / tout, toute, tous, toutes, chaque, chacun, toujours / كل, جميع, كافة, دائما, كافه
some: some, several, certain, sometimes, a few, few / certains, certaines, quelques, plusieurs,
  parfois
  / بعض, عدة, أحيانا
most: most, majority, mostly / plupart, majorité / معظم, أغلب, غالبية
only: only, solely, exclusively, not only, just
  / seulement, uniquement, seul, seule, exclusivement, que si / فقط, حصرا, وحده, وحدها
at least: at least, minimum, no less than, not less than, no fewer than, more than, over
  / au moins, minimum, pas moins de, plus de / على الأقل, حد أدنى, الحد الأدنى, لا يقل عن, أكثر من
at most: at most, maximum, up to, no more than, not more than, no later than, not later than,
  less than, within, fewer than
  / au plus, maximum, pas plus de, moins de, au plus tard, dans un délai de
  / على الأكثر, حد أقصى, الحد الأقصى, لا يتجاوز, لا تتجاوز, أقل من, خلال, في غضون, لا يزيد على
none: every week, every year, every day, every month, each year, each month, each week, each day,
  each other, each other's, look after, looks after, once a
  / tous les ans, chaque année, chaque semaine, chaque mois, chaque jour, une fois par
  / كل سنة, كل أسبوع, كل شهر, كل يوم, كل عام, من خلال, مرة في
or: or / ou / أو
if: if, provided that, subject to, on condition / si, à condition / إذا, شرط, شريطة
except: except, unless, excluding / sauf, excepté, hormis / باستثناء, ما لم, عدا
until: until, till / jusqu'à, jusqu'au / -
before: before, ahead of, prior to, beforehand, in advance / avant, préalable, préalablement,
  au préalable
  / قبل, مسبقا, مسبقة
after: after, afterwards, following, once / après, ensuite, une fois, à la suite / بعد, عقب, لاحقا
voluntary: voluntary, optional, voluntarily / volontaire, facultatif, facultative, volontairement
  / طوعي, طوعية, اختياري, اختيارية, طوعا
mandatory: mandatory, compulsory, obligatory, binding / obligatoire, contraignant, impératif
  / إلزامي, إلزامية, إجباري, إجبارية, ملزم, ملزمة
free: free of charge, free, at no cost / gratuit, gratuite, gratuitement / مجانا, مجاني, مجانية
increase: increase, raise, more, higher, expand, extend, rise, grow
  / augmenter, accroître, élargir, davantage, hausse, étendre / زيادة, رفع, توسيع, مزيد, تزيد,
  ارتفاع
reduce: reduce, lower, decrease, cut, less, fewer, decline, shorten
  / réduire, diminuer, baisser, baisse, moins, raccourcir / خفض, تقليل, تخفيض, تقليص, تقلل, انخفاض
public: public / public, publique, publics, publiques / عام, عامة, عمومي, عمومية, حكومي
private: private / privé, privée, privés, privées / خاص, خاصة
national: national / national, nationale, nationaux / وطني, وطنية, وطني
regional: regional / régional, régionale / إقليمي, إقليمية
international: international, global / international, internationale, mondial / دولي, دولية, عالمي
local: local / local, locale, locaux / محلي, محلية
permanent: permanent, permanently / permanent, permanente, durable / دائم, دائمة
temporary: temporary, temporarily, short-term / temporaire, provisoire / مؤقت, مؤقتة, مؤقتا
human: human, by hand, manually / humain, humaine, manuellement / بشري, بشرية, يدويا
automatic: automatic, automatically, automated / automatique, automatiquement, automatisé
  / تلقائي, تلقائيا
first: first / premier, première, premiers / أول, أولى
second: second / deuxième, second, seconde / ثاني, ثان, ثانية
third: third / troisième / ثالث, ثالثة
against: are against, is against, am against, oppose, opposed
  / sommes contre, est contre, suis contre, opposé / ضد, نعارض, يعارض, معارضة, ترفض
"""
UNITS = """
hour: hour, hours, hourly / heure, heures / ساعة, ساعات
day: day, days, daily / jour, jours, quotidien, journée / يوم, أيام, يومي, يوميا
working day: working day, working days / jour ouvrable, jours ouvrables, jour ouvré, jours ouvrés
  / يوم عمل, أيام عمل
week: week, weeks, weekly / semaine, semaines, hebdomadaire / أسبوع, أسابيع, أسبوعيا, أسبوعي
month: month, months, monthly / mois, mensuel, mensuelle / شهر, أشهر, شهور, شهري, شهريا
quarter: quarter, quarters, quarterly / trimestre, trimestres, trimestriel, trimestrielle
  / ربع سنوي, فصلي, ربع سنة
year: year, years, yearly, annual, annually / an, ans, année, années, annuel, annuelle, annuellement
  / سنة, سنوات, عام واحد, أعوام, سنوي, سنويا, سنوية
percent: %, per cent, percent / pour cent, pourcent / في المئة, في المائة, بالمئة, بالمائة
"""
ONES = {
    1: "one un une",
    2: "two twice both deux اثنان اثنين اثنتين اثنتان مرتين سنتين شهرين يومين اسبوعين عامين سنتان",
    3: "three trois ثلاثه ثلاث",
    4: "four quatre اربعه اربع",
    5: "five cinq خمسه خمس",
    6: "six سته ست",
    7: "seven sept سبعه سبع",
    8: "eight huit ثمانيه ثماني ثمان",
    9: "nine neuf تسعه تسع",
    10: "ten dix عشره عشر",
    11: "eleven onze",
    12: "twelve douze dozen douzaine",
    13: "thirteen treize",
    14: "fourteen quatorze",
    15: "fifteen quinze",
    16: "sixteen seize",
    17: "seventeen",
    18: "eighteen",
    19: "nineteen",
    20: "twenty vingt عشرون عشرين",
    30: "thirty trente ثلاثون ثلاثين",
    40: "forty quarante اربعون اربعين",
    50: "fifty cinquante خمسون خمسين",
    60: "sixty soixante ستون ستين",
    70: "seventy سبعون سبعين",
    80: "eighty ثمانون ثمانين",
    90: "ninety تسعون تسعين",
}
TIMES = {100: "hundred cent cents مئه مائه", 1_000: "thousand mille الف الاف", 0: "million"}
HALF = frozenset(["half", "moitie", "نصف"])

EMPTY = """
the a an and or of to in for with on at by as from into is are was were be been being it its
this that these those their there they them we our us you your he she his her i my who whom
which
what when where how so such than then also too very much many one ones more most
has have had do does did if but about over through between per via while because since up out
off only just both etc eg ie vs would will can could may might shall should must need needs not
no none nor each every all any some
le la les un une des du de et ou en dans pour par sur avec au aux ce cet cette ces leur leurs
nous vous il ils elle elles on se sa son ses notre nos votre qui que quoi dont est sont etre ete
soit ont avoir a y ne n pas plus meme tres comme si mais car ainsi afin entre vers chez sous
lors tout tous toute toutes chaque faut doit doivent devrait devraient peut peuvent
من في على الى عن ان انه انها التي الذي الذين هذا هذه ذلك تلك او ثم كما كل مع عند منذ حتى اذا
لكن بين كان كانت يكون تكون هو هي هم ما لا لم لن قد و ب ل يجب ينبغي يتعين يمكن يجوز لدى اي بعض
جميع كافة الا به بها له لها فيه فيها عليه عليها ايضا لكي كي حيث بان لان وان
"""
