"""Ordinary words that sentences of all fields are made of, for bridges between languages; data."""

EVERYDAY = """
*person: people, person, persons, somebody, someone / personne, gens, individu
  / شخص, أشخاص, ناس, أفراد, فرد
*service: service / service / خدمة, خدمات, مصلحة
office: office / bureau, agence / مكتب, مكاتب
centre: centre, center / centre / مركز, مراكز
one_stop: one-stop shop, single window, one stop / guichet unique / شباك موحد, نافذة موحدة
capital: capital, capital city / capitale / عاصمة
region: region, province, district / région, province, quartier / منطقة, مناطق, إقليم, حي, أحياء
city: city, town / ville / مدينة, مدن
child: child, children / enfant / طفل, أطفال
mother: mother / mère / أم, أمهات
age: age / âge / عمر, سن
sex: sex, gender / sexe, genre / جنس, نوع اجتماعي
name: name / nom / اسم, أسماء
photo: photo, photograph, picture / photo, photographie, image / صورة, صور
video: video / vidéo / فيديو, مقاطع فيديو
profile: profile, user profile / profil / ملف, ملف شخصي, ملفات
account: account / compte / حساب, حسابات
paper: paper, document, form, file / papier, document, formulaire, dossier, pièce
  / وثيقة, وثائق, ورقة, أوراق, مستند, مستندات, استمارة, نموذج طلب
message: message, letter / message, lettre, courrier / رسالة, رسائل
call: call back, phone call, call, phone back / appel téléphonique, rappeler, appeler, appel
  / اتصال هاتفي, مكالمة, اتصال, يعاود الاتصال
word: word, wording / mot, parole, terme / كلمة, كلمات
plain: plain, simple, easy / simple, facile, clair / بسيط, بسيطة, سهل
question: question / question / سؤال, أسئلة
answer: answer, reply, respond, response / réponse, répondre / رد, إجابة, جواب, يجيب
result: result, outcome / résultat / نتيجة, نتائج
reason: reason, cause, why, because of / raison, cause, pourquoi / سبب, أسباب, لماذا, بسبب
problem: problem, obstacle, barrier, difficulty, challenge, hurdle
  / problème, obstacle, difficulté, défi, frein / مشكلة, مشاكل, عائق, عقبة, عقبات, صعوبة, تحدي,
  تحديات
solution: solution / solution / حل, حلول
help: help, assist, aid, assistance / aider, aide, assister / مساعدة, ساعد, تساعد, يساعد, عون
way: way, method, means, tool / moyen, méthode, outil / طريقة, طرق, أسلوب, أداة, أدوات, وسيلة
use_case: example, case / exemple, cas / مثال, حالة, حالات
experience: experience, practice, lesson / expérience, pratique, leçon / خبرة, تجارب, ممارسة,
  ممارسات
plan: plan, strategy, programme, project / plan, stratégie, programme, projet
  / خطة, استراتيجية, برنامج, مشروع, برامج, مشاريع
system: system / système / نظام, أنظمة, منظومة
quality: quality / qualité / جودة, نوعية
trust: trust, confidence / confiance / ثقة
risk: risk, danger / risque, danger / خطر, مخاطر
right: rights, right / droit, droits / حق, حقوق
safe: safe, safety, safely / sûr, sûre, sûreté / آمن, آمنة, سلامة
new: new / nouveau, nouvelle, nouveaux, nouvelles / جديد, جديدة
old: old / ancien, vieux / قديم, قديمة
good: good, best, better / bon, bonne, meilleur / جيد, جيدة, أفضل, أحسن
single: single, unified, uniform / unique, unifié, uniforme / موحد, موحدة, وحيد
common: common, shared / commun, partagé / مشترك, موحد مشترك
different: different / différent / مختلف, مختلفة
big: big, large, great, biggest / grand, gros / كبير, كبيرة, كبرى, أكبر
near: near, close to / près, proche / قريب, قرب
far: far, distant, remote / éloigné, loin, lointain / بعيد, بعيدة
home: home, house / maison, domicile, chez eux / منزل, منازل, بيت, بيوت
night: night, at night / nuit / ليل, ليلا
morning: morning / matin / صباح
evening: evening / soir, soirée / مساء, مسائي
start: start, begin, beginning / commencer, début, débuter / بداية, بدء, يبدأ
leave: leave, leaving, departure, depart / quitter, partir, départ / مغادرة, سفر, رحيل, يغادر
arrive: arrive, arrival / arriver, arrivée / وصول, يصل
find: find, look for, search, seek / trouver, chercher, recherche, rechercher / بحث, إيجاد, يبحث,
  يجد, عثور
apply: apply, application form, send an application / postuler, candidature / تقديم طلب, تقديم,
  طلب توظيف
sign_up: register on, sign up, enrol, registration / s'inscrire, inscrire, inscription
  / تسجيل, يسجل, تسجل
sign: sign, signed, signature / signer, signature / توقيع, يوقع, موقع عليه
send: send / envoyer / إرسال, يرسل
receive: receive, get, obtain / recevoir, obtenir / حصول, يحصل, تلقي, استلام
ask: ask, ask for / demander / يطلب, سأل
open: open, opening / ouvrir, ouverture, ouvert / فتح, مفتوح, مفتوحة, يفتح
close: close, closed, closure / fermer, fermeture / إغلاق, مغلق
hide: hide, hidden, mask / masquer, cacher / إخفاء, حجب, مخفي
exclude: exclude, leave out, exclusion / exclure, exclusion, écarter / استبعاد, إقصاء, تستبعد
include: include, contain, comprise / comprendre, inclure, contenir / يتضمن, تتضمن, تضمين, يشمل
exist: exist, there is, there are / exister, il y a / يوجد, توجد, وجود
test: test, testing, tested / tester, test, essai / اختبار, يختبر, تجريب
read: read, reading / lire, lecture / قراءة, يقرأ
write: write, written, in writing / écrire, écrit / كتابة, كتابي, خطي
sign_language: sign language / langue des signes / لغة الإشارة
deaf: deaf / sourd / أصم, صم
blind: blind, visually impaired / aveugle, malvoyant / مكفوف, كفيف, مكفوفين
tax: tax / impôt, fiscal / ضريبة, ضرائب
social_security: social security, social insurance, social protection
  / sécurité sociale, protection sociale / ضمان اجتماعي, حماية اجتماعية, تأمينات اجتماعية
health: health / santé / صحة
occupation_list: classification of occupations, list of occupations / liste des métiers,
  nomenclature
  / قائمة المهن, تصنيف المهن
compare: compare, comparison / comparer, comparaison / مقارنة, يقارن
know: know, known, knowledge, understand / connaître, connu, savoir, comprendre / معرفة, معروف, فهم
money_home: remittance / transfert d'argent / تحويلات
time: time / temps / وقت, زمن
day: day / jour, journée / يوم, أيام
week: week, weekly / semaine, hebdomadaire / أسبوع, أسابيع
month: month, monthly / mois, mensuel / شهر, أشهر, شهور
year: year, yearly, annual, annually / an, ans, année, annuel / سنة, سنوات, سنوي
hour: hour / heure / ساعة, ساعات
place: place, site, location / lieu, place, endroit / مكان, أماكن, مقعد, مقاعد
number: number / nombre, numéro / عدد, رقم, أرقام
increase: increase, raise / augmenter, accroître, hausse / زيادة, رفع
reduce: reduce, cut, lower / réduire, diminuer, baisser / خفض, تقليل, تقليص
finish: finish, complete, completion / terminer, finir, achever / إتمام, إكمال, إنهاء
independent: independent / indépendant / مستقل, مستقلة
written_standard: standard contract, model contract / contrat type, contrat standard / عقد نموذجي,
  عقد موحد
"""
