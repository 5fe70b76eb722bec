"""The opening words of paragraphs in French, with their forms; it must not know how they are used.

After the French of intergovernmental texts, less what no workshop would say. Prepositions that
merge with what follows ("de", "à") are no part of an opener.
"""

PREAMBLE = """
basis     Rappelant                    =                       ont rappelé
basis     Réaffirmant                  =                       ont réaffirmé
basis     Réitérant                    =                       ont réitéré
basis     Guidés par                   Guidé par               ont été guidés par
basis     Nous inspirant               S’inspirant             se sont inspirés
basis     Nous fondant                 Se fondant              se sont fondés
basis     Nous référant                Se référant             se sont référés
basis     Conformément                 =                       ont agi conformément
basis     Ayant adopté                 =                       ont adopté
basis     Ayant examiné                =                       ont examiné
basis     Ayant entendu                =                       ont entendu
basis     Ayant reçu                   =                       ont reçu
basis     Ayant étudié                 =                       ont étudié
basis     Gardant à l’esprit           =                       ont gardé à l’esprit
basis     Ayant à l’esprit             =                       ont eu à l’esprit
basis     Tenant compte                =                       ont tenu compte
basis     Prenant en considération     =                       ont pris en considération
observe   Reconnaissant                =                       ont reconnu
observe   Affirmant                    =                       ont affirmé
observe   Conscients                   Conscient               ont été conscients
observe   Pleinement conscients        Pleinement conscient    ont été pleinement conscients
observe   Considérant                  =                       ont considéré
observe   Convaincus                   Convaincu               ont été convaincus
observe   Fermement convaincus         Fermement convaincu     ont été fermement convaincus
observe   Persuadés                    Persuadé                ont été persuadés
observe   Constatant                   =                       ont constaté
observe   Notant                       =                       ont noté
observe   Observant                    =                       ont observé
observe   Prenant note                 =                       ont pris note
observe   Prenant acte                 =                       ont pris acte
observe   Soulignant                   =                       ont souligné
observe   Insistant                    =                       ont insisté
observe   Mettant l’accent             =                       ont mis l’accent
positive  Encouragés par               Encouragé par           ont été encouragés par
positive  Exprimant notre gratitude    Exprimant sa gratitude  ont exprimé leur gratitude
positive  Félicitant                   =                       ont félicité
positive  Notant avec satisfaction     =                       ont noté avec satisfaction
positive  Nous félicitant              Se félicitant           se sont félicités
positive  Prenant note avec satisfaction  =                    ont pris note avec satisfaction
positive  Remerciant                   =                       ont remercié
positive  Rendant hommage              =                       ont rendu hommage
positive  Saluant                      =                       ont salué
concern   Alarmés par                  Alarmé par              ont été alarmés par
concern   Préoccupés par               Préoccupé par           ont été préoccupés par
concern   Vivement préoccupés par      Vivement préoccupé par  ont été vivement préoccupés par
concern   Exprimant notre préoccupation  Exprimant sa préoccupation  ont exprimé leur préoccupation
concern   Constatant avec préoccupation  =                     ont constaté avec préoccupation
concern   Notant avec préoccupation    =                       ont noté avec préoccupation
concern   Notant avec une vive préoccupation  =                ont noté avec une vive préoccupation
concern   Regrettant                   =                       ont regretté
concern   Déplorant                    =                       ont déploré
will      Désireux                     =                       ont souhaité
will      Désirant                     =                       ont désiré
will      Déterminés                   Déterminé               ont été déterminés
will      Résolus                      Résolu                  ont été résolus
will      Souhaitant                   =                       ont souhaité
will      Soucieux                     =                       ont eu le souci
will      Nous engageant               S’engageant             se sont engagés
"""
"""Attitude, the words of "Nous", of "L’Atelier" (=: the same), and of a chair's summary."""

OPERATIVE = """
5    deciding   Décidons                Décide              ont décidé              Proposons
5    deciding   Adoptons                Adopte              ont adopté              Approuvons
5    deciding   Établissons             Établit             ont établi              Proposons
5    deciding   Créons                  Crée                ont créé
5    deciding   Autorisons              Autorise            ont autorisé            Invitons
5    deciding   Désignons               Désigne             ont désigné             Proposons
5@!  directive  Exigeons                Exige               ont exigé               Demandons
4    deciding   Convenons               Convient            sont convenus           Prenons note
4    deciding   Approuvons              Approuve            ont approuvé            Appuyons
4    deciding   Souscrivons             Souscrit            ont souscrit
4@   directive  Exhortons               Exhorte             ont exhorté             Appelons
4@   directive  Engageons               Engage              ont engagé              Appelons
4@   directive  Engageons vivement      Engage vivement     ont vivement engagé     Engageons
3@   directive  Demandons               Demande             ont demandé             Proposons
3@   directive  Demandons instamment    Demande instamment  ont demandé instamment  Demandons
3@   directive  Prions                  Prie                ont prié
3@   directive  Appelons                Appelle             ont appelé              Encourageons
3@   directive  Chargeons               Charge              ont chargé              Prions
3@!  directive  Enjoignons              Enjoint             ont enjoint             Demandons
3    deciding   Nous engageons          S’engage            se sont engagés
2@   directive  Recommandons            Recommande          ont recommandé          Suggérons
2@   directive  Lançons un appel        Lance un appel      ont lancé un appel
2@   directive  Encourageons vivement   Encourage vivement  ont vivement encouragé  Encourageons
2@   directive  Proposons               Propose             ont proposé
2@   directive  Suggérons               Suggère             ont suggéré
1@   directive  Invitons                Invite              ont invité
1@   directive  Encourageons            Encourage           ont encouragé           Invitons
1@   directive  Appelons l’attention    Appelle l’attention  ont appelé l’attention
0    positive   Nous félicitons         Se félicite         se sont félicités
0    positive   Accueillons avec intérêt  Accueille avec intérêt  ont accueilli avec intérêt
0    positive   Saluons                 Salue               ont salué
0    positive   Félicitons              Félicite            ont félicité
0    positive   Apprécions              Apprécie            ont apprécié
0    positive   Appuyons                Appuie              ont appuyé
0    positive   Soutenons               Soutient            ont soutenu
0    positive   Rendons hommage         Rend hommage        ont rendu hommage
0    positive   Notons avec satisfaction  Note avec satisfaction  ont noté avec satisfaction
0    neutral    Notons                  Note                ont noté
0    neutral    Constatons              Constate            ont constaté
0    neutral    Prenons note            Prend note          ont pris note
0    neutral    Prenons acte            Prend acte          ont pris acte
0    neutral    Reconnaissons           Reconnaît           ont reconnu
0    neutral    Considérons             Considère           ont considéré
0    neutral    Confirmons              Confirme            ont confirmé
0    emphasis   Affirmons               Affirme             ont affirmé
0    emphasis   Réaffirmons             Réaffirme           ont réaffirmé
0    emphasis   Rappelons               Rappelle            ont rappelé
0    emphasis   Réitérons               Réitère             ont réitéré
0    emphasis   Soulignons              Souligne            ont souligné
0    emphasis   Insistons               Insiste             ont insisté
0    emphasis   Mettons l’accent        Met l’accent        ont mis l’accent
0    negative   Notons avec préoccupation  Note avec préoccupation  ont noté avec préoccupation
0    negative   Regrettons              Regrette            ont regretté
0!   negative   Déplorons               Déplore             ont déploré
0!   negative   Condamnons              Condamne            ont condamné
0@   closing    Exprimons notre gratitude  Exprime sa gratitude  ont exprimé leur gratitude
0@   closing    Remercions              Remercie            ont remercié
"""
"""As in English: force, attitude, the verb of "Nous", of "L’Atelier", of "Les participants", and
the next gentler verb that takes the same words after it.
"""
