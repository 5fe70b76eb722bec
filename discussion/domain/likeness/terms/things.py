"""What is spoken of: the things of public employment services; data, no rules."""

THINGS = """
*portal: job portal, portal, platform, job board, job site, website, job platform, digital platform
  / portail, plateforme, site d'emploi, plate-forme, site web, site internet
  / بوابة, بوابات, منصة, منصات, بوابة التوظيف, موقع إلكتروني, موقع التوظيف
*job: job, employment, work, occupation, decent work / emploi, travail, métier, poste
  / وظيفة, وظائف, عمل, توظيف, تشغيل, مهنة, مهن
*vacancy: vacancy, job offer, job ad, job advertisement, listing, posting, job posting, job listing,
  advert, advertisement, open position / offre d'emploi, offre, annonce, poste vacant
  / شاغر, شواغر, وظيفة شاغرة, وظائف شاغرة, إعلان, إعلانات, عرض عمل, عروض عمل, إعلان وظيفي
*digital: digital, online, electronic, internet / numérique, en ligne, électronique, digital
  / رقمي, رقمية, إلكتروني, إلكترونية, إنترنت, عبر الإنترنت
*ai: artificial intelligence, AI, machine learning / intelligence artificielle, IA
  / ذكاء اصطناعي, ذكاء صناعي
algorithm: algorithm, model, scoring / algorithme, modèle / خوارزمية, خوارزميات, نموذج
matching: matching, job matching, match / appariement, mise en relation, adéquation
  / مواءمة, مطابقة, مطابقة الوظائف
*skill: skill, competence, competency, ability / compétence, savoir-faire / مهارة, مهارات, كفاءة,
  كفاءات
training: training, course, upskilling, reskilling, capacity building, retraining
  / formation, cours, perfectionnement, recyclage, renforcement des capacités
  / تدريب, دورة, دورات, تأهيل, إعادة تأهيل, بناء القدرات, رفع المهارات
certificate: certificate, diploma, qualification, credential, degree, certification
  / certificat, diplôme, qualification, attestation, titre
  / شهادة, شهادات, مؤهل, مؤهلات, دبلوم, إثبات
recognition: recognition of qualifications, recognition, mutual recognition, prior learning
  / reconnaissance, reconnaissance mutuelle, acquis de l'expérience / اعتراف, اعتراف متبادل
apprenticeship: apprenticeship, internship, traineeship, work experience placement
  / apprentissage, stage / تلمذة, تدريب ميداني, تدريب عملي, تلمذة صناعية
guidance: career guidance, guidance, counselling, career advice, orientation
  / orientation, orientation professionnelle, conseil, accompagnement
  / إرشاد, توجيه, إرشاد مهني, توجيه مهني
fraud: scam, fraud, job scam, fake, fraudulent, fake job, swindle, false
  / escroquerie, fraude, arnaque, frauduleux, faux, fausse, fausses
  / احتيال, نصب, احتيالي, وهمي, وهمية, مزيف, مزيفة, غش
scammer: scammer, fraudster / escroc, fraudeur / محتال, محتالين, نصاب
victim: victim / victime / ضحية, ضحايا
complaint: complaint, grievance / plainte, réclamation, doléance / شكوى, شكاوى
report_line: hotline, helpline, telephone line, phone line, toll-free number
  / numéro vert, ligne téléphonique, ligne d'assistance, permanence téléphonique
  / خط ساخن, خط هاتفي, رقم مجاني
register: business register, business registry, company register, commercial register, register,
  registry / registre du commerce, registre, registre des entreprises
  / سجل تجاري, سجل, سجلات, سجل الشركات
licence: licence, license, accreditation, permit / agrément, licence, autorisation d'exercer
  / رخصة, رخص, ترخيص, تراخيص, اعتماد
blacklist: blacklist, black list, banned list / liste noire / قائمة سوداء, قوائم سوداء
list: list / liste / قائمة, قوائم
fee: fee, recruitment fee, commission, charge, cost, expense / frais, frais de recrutement,
  commission,
  coût, dépense / رسم, رسوم, رسوم الاستقدام, عمولة, تكلفة, تكاليف, كلفة
wage: wage, salary, pay, salary range, remuneration / salaire, rémunération, paie, paye
  / أجر, أجور, راتب, رواتب
contract: contract, agreement, employment contract / contrat, contrat de travail / عقد, عقود,
  عقد العمل
passport: passport, identity paper, travel document / passeport, pièce d'identité
  / جواز سفر, جوازات السفر, وثائق السفر
visa: visa, work permit / visa, permis de travail / تأشيرة, تأشيرات, تصريح عمل
identity: identity, digital identity, national ID / identité, identité numérique / هوية, هوية رقمية
*data: data, dataset, database / données, base de données / بيانات, قاعدة بيانات, قواعد البيانات
statistics: statistics, statistic, figures, survey / statistique, enquête / إحصاء, إحصاءات,
  إحصائيات, مسح
labour_market: labour market, job market, labour market information, labor market
  / marché du travail, marché de l'emploi, information sur le marché du travail
  / سوق العمل, أسواق العمل, معلومات سوق العمل
privacy: privacy, data protection, personal data, confidentiality
  / vie privée, protection des données, données personnelles, confidentialité
  / خصوصية, حماية البيانات, بيانات شخصية, سرية
consent: consent, permission / consentement, accord préalable / موافقة, رضا
security: security, cybersecurity, secure / sécurité, cybersécurité, sécurisé / أمن, أمان,
  أمن سيبراني, آمن
bias: bias, discrimination, prejudice, unfair, discriminatory
  / biais, discrimination, préjugé, discriminatoire / تحيز, تمييز, انحياز
transparency: transparency, transparent, explainable, explanation, explain
  / transparence, transparent, explicable, explication, expliquer / شفافية, شفاف, شرح, تفسير
appeal: appeal, human review, second look / recours, appel, réexamen / تظلم, طعن, اعتراض,
  مراجعة بشرية
human: human, human being / humain, être humain / إنسان, بشري, بشرية
blockchain: blockchain, distributed ledger / chaîne de blocs, blockchain / سلسلة الكتل, بلوك تشين
virtual_reality: virtual reality, VR / réalité virtuelle / واقع افتراضي
interview: interview, job interview / entretien, entretien d'embauche / مقابلة, مقابلات
game: game, gamification, gamified, badge / jeu, ludification, ludique, badge / لعبة, ألعاب, تلعيب
inclusion: inclusion, inclusive, accessibility, accessible / inclusion, inclusif, accessibilité,
  accessible / شمول, شامل, إدماج, إتاحة, سهولة الوصول
phone: mobile phone, phone, smartphone, mobile, basic phone, telephone / téléphone, portable,
  smartphone, téléphone portable / هاتف, هواتف, جوال, هاتف محمول
sms: SMS, text message / SMS, texto / رسالة نصية, رسائل نصية, رسائل قصيرة
app: app, application, mobile application / appli, application mobile, application / تطبيق, تطبيقات
chat: messaging group, chat group, messaging app, chatbot, WhatsApp group
  / messagerie, groupe de messagerie, groupes de discussion, agent conversationnel
  / مجموعات التراسل, مجموعة دردشة, دردشة, روبوت محادثة
social_media: social media, social network / réseaux sociaux,
  réseau social / وسائل التواصل الاجتماعي,
  شبكات التواصل, تواصل اجتماعي
rural: rural, village, remote area, countryside / rural, village, zone isolée, campagne,
  zones rurales
  / ريف, ريفي, ريفية, قرية, قرى, مناطق نائية
language: language, local language / langue, langue locale / لغة, لغات, لغة محلية
cv: CV, résumé, curriculum vitae / CV, curriculum vitae / سيرة ذاتية, سير ذاتية
career: career, career path / carrière, parcours professionnel / مسار مهني, مسيرة مهنية, مسار وظيفي
standard: standard, common standard, framework, code of conduct, guideline
  / norme, cadre, référentiel, code de conduite, ligne directrice, lignes directrices
  / معيار, معايير, إطار, مدونة سلوك, مبادئ توجيهية
law: law, legislation, regulation, rule / loi, législation, règlement, réglementation, règle
  / قانون, قوانين, تشريع, تشريعات, لائحة, لوائح, قاعدة
penalty: penalty, fine, sanction, punishment / sanction, amende, peine / عقوبة, عقوبات, غرامة,
  غرامات
budget: budget, funding, financing, money, fund / budget, financement, fonds, argent
  / ميزانية, تمويل, موازنة, صندوق, مال
bilateral: bilateral agreement, bilateral, memorandum of understanding, MoU
  / accord bilatéral, bilatéral, protocole d'accord / اتفاقية ثنائية, اتفاق ثنائي, ثنائي,
  مذكرة تفاهم
cross_border: cross-border, abroad, overseas, across borders, foreign
  / à l'étranger, étranger, transfrontalier, transfrontière / عبر الحدود, خارج, في الخارج, أجنبي,
  خارجي
origin: country of origin, sending country, origin country / pays d'origine / بلد المنشأ,
  بلدان المنشأ,
  بلد الأصل
destination: country of destination, host country, receiving country, destination country
  / pays d'accueil, pays de destination / بلد المقصد, بلدان المقصد, بلد الاستقبال
unemployment: unemployment, unemployed, jobless / chômage, chômeur, sans emploi / بطالة, عاطل,
  عاطلين
informal: informal, undeclared, informal economy / informel, économie informelle, secteur informel
  / غير منظم, غير رسمي, اقتصاد غير منظم, قطاع غير رسمي
campaign: awareness campaign, campaign, awareness raising, awareness
  / campagne, campagne de sensibilisation, sensibilisation / حملة, حملات, توعية, حملة توعية
network: network / réseau / شبكة, شبكات
indicator: indicator, measure of success, benchmark, metric / indicateur / مؤشر, مؤشرات
evaluation: evaluation, assessment, audit, review, independent audit
  / évaluation, audit, bilan / تقييم, تدقيق, مراجعة
pilot: pilot, trial, pilot project / pilote, expérimentation, projet pilote / تجريبي, مشروع تجريبي,
  تجربة
placement: placement, hired, hiring, hire, recruitment, recruit / placement, embauche, embauché,
  embaucher, recrutement, recruter / تعيين, توظيف فعلي, استقدام, تشغيل فعلي
dropout: drop out, dropout, leave early / abandon, décrochage, abandonner / تسرب, ترك, انقطاع
retention: retention, still in work, stay in the job / maintien en emploi, maintien,
  toujours en poste
  / بقاء, استبقاء, استمرار
childcare: childcare, nursery, creche / garde d'enfants, crèche / رعاية الأطفال, حضانة, حضانات
transport: transport, travel, commute / transport, déplacement / نقل, مواصلات, تنقل
accommodation: housing, accommodation / logement, hébergement / سكن, إسكان, إيواء
connectivity: connectivity, broadband, network coverage, bandwidth, electricity
  / connectivité, haut débit, couverture réseau, électricité / اتصال, نطاق عريض, تغطية الشبكة,
  كهرباء
sector: sector, industry, branch / secteur, branche, industrie / قطاع, قطاعات, صناعة
green: green jobs, green economy, green / emplois verts, économie verte, vert, verte
  / وظائف خضراء, اقتصاد أخضر, أخضر, خضراء
shortage: shortage, lack, too few, gap, not enough, insufficient / pénurie, manque, trop peu,
  déficit,
  insuffisant / نقص, عجز, فجوة, قلة, قليل
mismatch: mismatch, skills mismatch / inadéquation, décalage / عدم تطابق, عدم مواءمة, فجوة مهارات
"""
