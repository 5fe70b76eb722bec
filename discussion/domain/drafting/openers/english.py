"""The opening words of paragraphs in English, with their forms; it must not know how they are used.

After the verb lists of intergovernmental practice, less what no workshop would say. Spelt with
-ize; a text spelt with -ise is understood all the same.
"""

PREAMBLE = """
basis     Recalling                      recalled
basis     Reaffirming                    reaffirmed
basis     Reiterating                    reiterated
basis     Guided by                      were guided by
basis     Inspired by                    were inspired by
basis     Pursuant to                    acted pursuant to
basis     Referring to                   referred to
basis     Having adopted                 had adopted
basis     Having considered              considered
basis     Having examined                examined
basis     Having heard                   heard
basis     Having received                received
basis     Having reviewed                reviewed
basis     Having studied                 studied
basis     Bearing in mind                bore in mind
basis     Keeping in mind                kept in mind
basis     Mindful of                     were mindful of
basis     Taking into account            took into account
basis     Taking into consideration      took into consideration
observe   Acknowledging                  acknowledged
observe   Affirming                      affirmed
observe   Aware of                       were aware of
observe   Fully aware of                 were fully aware of
observe   Believing                      believed
observe   Cognizant of                   were cognizant of
observe   Confident                      were confident
observe   Conscious of                   were conscious of
observe   Considering                    considered
observe   Convinced                      were convinced
observe   Firmly convinced               were firmly convinced
observe   Noting                         noted
observe   Observing                      observed
observe   Realizing                      realized
observe   Recognizing                    recognized
observe   Taking note of                 took note of
observe   Emphasizing                    emphasized
observe   Stressing                      stressed
observe   Underlining                    underlined
positive  Appreciating                   appreciated
positive  Commending                     commended
positive  Encouraged by                  were encouraged by
positive  Expressing appreciation to     expressed appreciation to
positive  Expressing our gratitude to    expressed their gratitude to
positive  Noting with appreciation       noted with appreciation
positive  Noting with satisfaction       noted with satisfaction
positive  Recognizing with satisfaction  recognized with satisfaction
positive  Viewing with appreciation      viewed with appreciation
positive  Welcoming                      welcomed
concern   Alarmed by                     were alarmed by
concern   Concerned                      were concerned
concern   Deeply concerned               were deeply concerned
concern   Gravely concerned              were gravely concerned
concern   Expressing concern at          expressed concern at
concern   Noting with concern            noted with concern
concern   Noting with deep concern       noted with deep concern
concern   Regretting                     regretted
concern   Deploring                      deplored
will      Desiring                       wished
will      Desirous of                    were desirous of
will      Determined                     were determined
will      Resolved                       were resolved
will      Resolving                      resolved
will      Seeking                        sought
will      Committed to                   were committed to
will      Proclaiming                    proclaimed
"""
"""Attitude, opening words, and what a chair's summary says instead: "Participants recalled"."""

OPERATIVE = """
5    deciding   Decide                          decided                         Agree
5    deciding   Adopt                           adopted                         Endorse
5    deciding   Approve                         approved                        Endorse
5    deciding   Establish                       established                     Propose
5    deciding   Authorize                       authorized                      Request
5    deciding   Designate                       designated                      Propose
5@!  directive  Demand                          demanded                        Urge
4    deciding   Agree                           agreed                          Propose
4    deciding   Agree on                        agreed on                       Take note of
4    deciding   Resolve                         resolved                        Propose
4    deciding   Endorse                         endorsed                        Support
4@   directive  Urge                            urged                           Call upon
4@   directive  Strongly urge                   strongly urged                  Urge
3@   directive  Request                         requested                       Invite
3@   directive  Call upon                       called upon                     Encourage
3@   directive  Entrust                         entrusted
3    directive  Call for                        called for                      Suggest
3@!  directive  Instruct                        instructed                      Request
3    deciding   Pledge                          pledged                         Propose
3    deciding   Commit to                       committed to                    Propose to
2@   directive  Recommend                       recommended                     Suggest
2@   directive  Appeal to                       appealed to                     Invite
2@   directive  Strongly encourage              strongly encouraged             Encourage
2@   directive  Propose                         proposed
2    directive  Propose to                      proposed to
2@   directive  Suggest                         suggested
2@   directive  Advise                          advised                         Invite
1@   directive  Invite                          invited
1@   directive  Encourage                       encouraged                      Invite
1@   directive  Draw the attention of           drew the attention of
0    positive   Welcome                         welcomed
0    positive   Welcome with appreciation       welcomed with appreciation
0    positive   Commend                         commended
0    positive   Appreciate                      appreciated
0    positive   Congratulate                    congratulated
0    positive   Support                         supported
0    positive   Express our appreciation to     expressed their appreciation to
0    positive   Take note with appreciation of  took note with appreciation of
0    neutral    Note                            noted
0    neutral    Take note of                    took note of
0    neutral    Acknowledge                     acknowledged
0    neutral    Recognize                       recognized
0    neutral    Consider                        considered
0    neutral    Confirm                         confirmed
0    neutral    Observe                         observed
0    emphasis   Reaffirm                        reaffirmed
0    emphasis   Recall                          recalled
0    emphasis   Reiterate                       reiterated
0    emphasis   Emphasize                       emphasized
0    emphasis   Stress                          stressed
0    emphasis   Underline                       underlined
0    emphasis   Underscore                      underscored
0    emphasis   Affirm                          affirmed
0    negative   Express concern at              expressed concern at
0    negative   Regret                          regretted
0!   negative   Deplore                         deplored
0!   negative   Condemn                         condemned
0@   closing    Express our gratitude to        expressed their gratitude to
0@   closing    Thank                           thanked
"""
"""Force 0 (stating) to 5 (deciding), attitude, the verb after "We", what a chair's summary says,
and the next gentler verb that takes the same words after it, if there is one.

`@`: somebody is addressed, `!`: known, but too strong for a workshop of experts.
"""
