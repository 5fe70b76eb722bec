"""Who is spoken of: people, offices and firms; data, no rules."""

PEOPLE = """
*job_seeker: job seeker, jobseeker, candidate, applicant, job hunter
  / demandeur d'emploi, demandeuse d'emploi, chercheur d'emploi, candidat, candidate, postulant
  / باحث عن عمل, باحثين عن عمل, باحث عن وظيفة, طالب عمل, طالبي العمل, طالب الوظيفة, مرشح
*employer: employer, company, firm, business, enterprise, recruiter
  / employeur, entreprise, société, recruteur
  / صاحب عمل, أصحاب العمل, شركة, منشأة, منشآت, مؤسسات الأعمال, جهة التوظيف, جهات التوظيف
worker: worker, employee, staff member, labourer / travailleur, travailleuse, salarié, ouvrier
  / عامل, عمال, عاملين, موظف, موظفين, مستخدم
migrant: migrant, migrant worker, worker abroad / migrant, travailleur migrant, migrante
  / مهاجر, عامل مهاجر, عمال مهاجرين, عمالة مهاجرة, عمالة وافدة, وافد
refugee: refugee / réfugié / لاجئ, لاجئين
young: youth, young people, young person, young, young users / jeune, jeunes, jeunesse
  / شباب, شاب, شبان
woman: woman, women, female / femme, femmes, féminin / امرأة, نساء, مرأة
man: man, men, male / homme, hommes, masculin / رجل, رجال
disability: disability, disabled, persons with disabilities, impairment / handicap, handicapé,
  personne handicapée, personnes en situation de handicap
  / إعاقة, ذوي الإعاقة, معاق, أشخاص ذوي الإعاقة
older: older worker, elderly, older people, older person / senior, personne âgée, personnes âgées
  / كبار السن, مسن, مسنين
graduate: graduate / diplômé / خريج, خريجين
student: student, pupil / étudiant, élève / طالب, طلاب, طلبة, تلميذ, تلاميذ
teacher: teacher, instructor / enseignant, professeur / معلم, معلمين
trainer: trainer / formateur / مدرب, مدربين
counsellor: counsellor, counselor, adviser, advisor, career counsellor, employment officer
  / conseiller, conseillère, conseiller d'orientation / مرشد, مرشدين, مستشار, مستشارين, مرشد مهني
*government: government, state, authorities, authority / gouvernement, état, autorité,
  pouvoirs publics
  / حكومة, دولة, سلطة, سلطات, حكومات
ministry: ministry / ministère / وزارة, وزارات
*employment_service: public employment service, employment service, employment office, job centre,
  employment agency, local office / service public de l'emploi, services de l'emploi,
  agence pour l'emploi, bureau de l'emploi, service de l'emploi, agence locale
  / خدمات التوظيف العامة, خدمات التوظيف, مكتب التوظيف, مكاتب التوظيف, مصلحة التشغيل,
  خدمات التشغيل, مكتب العمل, مكاتب العمل, مكتب التشغيل
recruitment_agency: recruitment agency, private agency, agency, intermediary, broker, labour broker
  / agence de recrutement, agence privée, agence, intermédiaire, courtier
  / وكالة توظيف, وكالات التوظيف, وكالة, وكالات, مكتب استقدام, مكاتب الاستقدام, وسيط, وسطاء
police: police, cybercrime unit, law enforcement / police, gendarmerie, forces de l'ordre
  / شرطة, وحدة الجرائم الإلكترونية, جهات إنفاذ القانون
bank: bank / banque / بنك, بنوك, مصرف, مصارف
court: court, judge, tribunal / tribunal, juge, cour de justice / محكمة, محاكم, قاض, قضاء
union: trade union, union, workers' organisation / syndicat / نقابة, نقابات
chamber: chamber of commerce, chamber / chambre de commerce, chambre / غرفة تجارية, غرف تجارية, غرفة
university: university, college / université, faculté / جامعة, جامعات, كلية, كليات
school: school / école, lycée / مدرسة, مدارس
training_centre: training centre, training center, vocational school, training institute
  / centre de formation, école professionnelle, lycée professionnel
  / مركز تدريب, مراكز التدريب, معهد تدريب, معاهد التدريب, معهد مهني
family: family, families, parents / famille, parents / أسرة, أسر, عائلة, عائلات, والدين, أهل
embassy: embassy, consulate, labour attaché / ambassade, consulat, attaché du travail
  / سفارة, سفارات, قنصلية, قنصليات, ملحق عمالي
inspector: labour inspector, inspector, labour inspection, inspection
  / inspecteur du travail, inspecteur, inspection du travail, inspection
  / مفتش, مفتشين, مفتش العمل, تفتيش العمل, تفتيش
small_firm: small firm, small business, small enterprise, small employer, small company, SME,
  micro enterprise / petite entreprise, PME, petit employeur, microentreprise, TPE
  / منشأة صغيرة, منشآت صغيرة, شركات صغيرة, مؤسسات صغيرة, أصحاب العمل الصغار
developer: developer, vendor, supplier, software provider / développeur, fournisseur, prestataire
  / مطور, مطورين, مورد, موردين, مزود
regulator: regulator, supervisory body, ombudsman / régulateur, autorité de contrôle, médiateur
  / هيئة تنظيمية, جهة رقابية, هيئة الرقابة, أمين المظالم
*member_state: member state, member country, country, countries, nation
  / état membre, pays membre, pays / دولة عضو, دول أعضاء, بلد, بلدان, دول
"""
