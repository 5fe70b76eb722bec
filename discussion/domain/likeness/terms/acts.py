"""What is done or asked for, what drafters weigh apart; data, no rules."""

STRENGTHS = """
note: note, take note / noter, prendre note / إحاطة, تحيط علما, تلاحظ, نلاحظ
recognise: recognise, recognize, acknowledge / reconnaître / تقر, تسلم, نقر
recall: recall / rappeler / تذكر, نذكر
welcome: welcome, appreciate, commend / saluer, féliciter, apprécier, accueillir avec satisfaction
  / ترحب, ترحيب, نرحب, تقدير, نقدر, إشادة
consider: consider, look into, reflect on / envisager, réfléchir à / نظر في, تنظر في, ننظر في
study: study, examine, explore, discuss / étudier, examiner, explorer, discuter
  / دراسة, استكشاف, استطلاع, مناقشة, يدرس, تدرس
invite: invite / inviter / دعوة, تدعو, ندعو, يدعو
encourage: encourage / encourager, inciter / تشجيع, تشجع, يشجع, نشجع
promote: promote, foster, stimulate, incentivise / promouvoir, stimuler / تعزيز, تحفيز, تحفز, تعزز
support: support, facilitate / soutenir, appuyer, faciliter, soutien, appui
  / دعم, تيسير, تسهيل, مساندة, تدعم, يدعم
recommend: recommend, advise / recommander, préconiser / توصية, توصي, نوصي, يوصي
suggest: suggest, propose / suggérer / اقتراح, نقترح, تقترح
urge: urge / exhorter / حث, تحث, نحث
call_on: call on, call upon / appeler à, appel à / مناشدة, تناشد, نناشد
request: request / prier de / مطالبة, تطالب, نطالب
commit: commit, undertake, pledge / s'engager, engagement / التزام, تلتزم, نلتزم, تعهد, تتعهد, نتعهد
ensure: ensure, guarantee, secure that, make sure / assurer, garantir, veiller à, s'assurer
  / ضمان, تضمن, يضمن, كفالة, تكفل, حرص, تأكد, تأكد من
establish: establish, create, set up, build, launch, introduce, put in place
  / établir, créer, mettre en place, instaurer, lancer, instituer, création, mise en place,
  construire
  / إنشاء, إقامة, تأسيس, إطلاق, أطلق, أطلقت, استحداث, وضع, تنشئ, ينشئ, تطلق, بناء, تستحدث, تؤسس
adopt: adopt, endorse, approve / adopter, approuver, entériner / اعتماد رسمي, إقرار, تعتمد, يعتمد
develop: develop, design, draw up, prepare / développer, élaborer, concevoir, préparer
  / تطوير, إعداد, تصميم, صياغة, تطور, تعد, تصمم
strengthen: strengthen, reinforce, improve, enhance, upgrade
  / renforcer, améliorer, consolider, renforcement, amélioration / تقوية, تحسين, تدعيم, تقوي, تحسن
require: require, oblige, mandate, impose, demand, compel
  / exiger, obliger, imposer, contraindre / إلزام, اشتراط, تلزم, يلزم, فرض, تفرض, تشترط, يشترط
prohibit: prohibit, ban, forbid, outlaw / interdire, prohiber, bannir, interdiction
  / حظر, منع, تحظر, يحظر, تمنع, يمنع, تحريم
allow: allow, permit, authorise, authorize / permettre, autoriser
  / سماح, تسمح, يسمح, إذن, تتيح, إجازة
abolish: abolish, remove, delete, scrap, repeal, put an end, cease, take down
  / abolir, supprimer, mettre fin, abroger, arrêter, cesser, suppression
  / إلغاء, إزالة, حذف, إنهاء, تلغي, وقف, إيقاف, تزيل, تحذف
suspend: suspend, freeze, block / suspendre, geler, bloquer, suspension / تعليق, تجميد, حجب, تعلق,
  تجمد
"""
ACTS = """
verify: verify, check, vet, vetting, verification, validate, screen, scrutinise, confirm
  / vérifier, vérification, contrôler, contrôle, valider, confirmer
  / تحقق, تحقق من, تدقيق هوية, فحص, يتحقق, تتحقق, نتحقق, تأكيد
publish: publish, publication, disclose, make public, post, display, show, announce
  / publier, publication, afficher, divulguer, rendre public, diffuser, annoncer
  / نشر, ينشر, تنشر, إعلان عن, عرض, إفصاح, تعرض, يعرض, تفصح
share: share, exchange, pool, sharing / partager, échanger, échange, partage, mutualiser,
  mise en commun
  / تبادل, تقاسم, مشاركة, تتبادل, نتبادل, تتقاسم
report: report, notify, signal, flag / signaler, notifier, signalement, dénoncer
  / إبلاغ, تبليغ, بلاغ, يبلغ, تبلغ, بلاغات
cooperate: cooperate, cooperation, collaborate, partnership, work together, coordinate, joint
  / coopérer, coopération, collaborer, partenariat, coordonner, conjoint, ensemble
  / تعاون, شراكة, شراكات, تنسيق, تتعاون, مشترك, مشتركة
train: train / former / تدرب, يدرب
teach: teach, learn, learning / enseigner, apprendre / تعليم, تعلم
measure: measure, count, track, follow up, monitor, monitoring
  / mesurer, suivre, suivi, compter, surveiller / قياس, تتبع, متابعة, رصد, مراقبة, تقيس, ترصد
use: use, usage, apply / utiliser, utilisation, usage, recourir / استخدام, استعمال, تستخدم, يستخدم
pay: pay for, reimburse, refund, finance / payer, rembourser, financer / دفع, سداد, تسديد, يدفع,
  رد الرسوم
translate: translate, translation / traduire, traduction / ترجمة, تترجم
link: link, connect, integrate, interoperable, interoperability, linked
  / relier, connecter, intégrer, interopérable, interopérabilité, interconnecter, lien
  / ربط, وصل, تكامل, توصيل, تربط
protect: protect, protection, safeguard / protéger, protection / حماية, تحمي, صون, يحمي
inform: inform, tell, information, warn, warning / informer, information, avertir, avertissement
  / إعلام, معلومة, معلومات, تحذير, إخبار, تحذر
offer: offer, provide, give, deliver / offrir, fournir, donner, proposer / تقديم, توفير, إعطاء,
  توفر, تقدم,
  يوفر
delay: delay, slow, late, wait, waiting / retard, lent, attendre, attente / تأخير, تأخر, بطء, انتظار
update: update, keep up to date, up to date, refresh / mettre à jour, mise à jour, à jour,
  actualiser
  / تحديث, محدث, تحدث
consult: consult, involve, consultation / consulter, associer, consultation / استشارة, تشاور, إشراك
replace: replace, substitute / remplacer / استبدال, إحلال, يحل محل
decide: decide, decision / décider, décision / قرار, قرارات, يقرر
choose: choose, select, choice, selection, shortlist / choisir, sélection, sélectionner, choix
  / اختيار, انتقاء, يختار
reject: reject, refuse, turn down, rejection / rejeter, refuser, rejet, refus / رفض, يرفض, ترفض
withhold: withhold, keep, confiscate, retain / confisquer, retenir, conserver / مصادرة, احتجاز, حجز
return: return, come back, returnee, reintegration / retour, revenir, réintégration, rentrer
  / عودة, عائد, عائدين, إعادة إدماج, رجوع
prevent: prevent, avoid, prevention / prévenir, éviter, prévention / وقاية, تفادي, تجنب
combat: combat, fight, tackle, counter / lutter, combattre, lutte / مكافحة, محاربة, تصدي
"""
