"""Sentences of the proceedings, in English; data, no rules."""

PHRASES: dict[str, str] = {
    # the parts of a body
    "body.to_complete": "To be completed by the secretariat: {what}",
    "body.open_cell": "to be completed",
    "body.annex": "Annex {number}",
    "body.paragraph": "Paragraph {number}",
    "body.scheduled": "The session was scheduled {when}.",
    "body.topic": "Topic {number}: {title}",
    "body.topic_short": "Topic {number}",
    "body.whole_topic": "The topic as a whole",
    # proceedings
    "proceedings.draft": "DRAFT Proceedings",
    "proceedings.status": "Draft for factual correction by participants.",
    "proceedings.disclaimer": (
        "This draft is circulated for correction only. It records in summary form what the tables "
        "{event.of} wrote down; no delegation, institution or person is bound by a statement "
        "recorded in it."
    ),
    "proceedings.summary": "Executive summary",
    "proceedings.summary_place": "Executive summary, topic {topic}",
    "body.message": "{place}, message {number}",
    "proceedings.none": "No point had been confirmed on this topic by the time of this edition.",
    "proceedings.introduction": "Introduction",
    "proceedings.background": "Background",
    "proceedings.held": "The {event.bare} on {title} was held{where_when}.",
    "proceedings.venue": ", at {venue}",
    "proceedings.organised.one": "It was organised by {hosts}.",
    "proceedings.organised.many": "It was co-organised by {hosts}.",
    "proceedings.roles": "The programme named {roles}.",
    "proceedings.role": "{host} as {role}",
    "proceedings.mandate": "It was held in follow-up to {mandate}.",
    "proceedings.objectives": "Objectives",
    "proceedings.objectives_of": "The programme set the following objectives for {event.the}:",
    "proceedings.method": "Method, partners and attendance",
    "proceedings.method_said": "The programme described the method as follows: {method}.",
    "proceedings.seated": (
        "Participants were seated at {tables}. Each table wrote down its ideas as notes while it "
        "spoke; moderators reviewed the notes and grouped them into the points reported below. The "
        "notes remain on record unchanged."
    ),
    "proceedings.invited": "The following international institutions were invited: {invited}.",
    "proceedings.foreseen": "The programme foresaw the following participants:",
    "proceedings.took_part": "{people} took part.",
    "proceedings.attendance_open": "number of participants and of countries represented.",
    "proceedings.summary_of": "summary of {title}.",
    "proceedings.on_programme": "Its programme was as follows:",
    "proceedings.delivered": "summary of {title} by {speaker}, as delivered.",
    "proceedings.presented": "This presentation was scheduled {when}.",
    "proceedings.presented_by": "This presentation by {speaker} was scheduled {when}.",
    "proceedings.presentation_open": "presenter and summary of the presentation as given.",
    "proceedings.outcome": "Outcome",
    "proceedings.outcome_said": (
        "A draft of the {title} was prepared from the points reported above; it is issued as a "
        "document of its own."
    ),
    "proceedings.outcome_open": "whether, when and in what form the outcome was adopted.",
    "proceedings.follow_up": "Follow-up",
    "proceedings.follow_up_none": "No recommendation or commitment had been confirmed yet.",
    "proceedings.follow_up_said": (
        "The table below lists what the recommendations and commitments call for."
    ),
    "proceedings.matrix": "Follow-up matrix",
    "proceedings.action": "Action",
    "proceedings.who": "Who",
    "proceedings.when": "When",
    "proceedings.paragraph": "Paragraph",
    "proceedings.follow_up_place": "Follow-up {number}",
    "proceedings.programme": "Programme",
    "proceedings.programme_place": "Programme, {time}",
    "proceedings.item": "Item",
    "proceedings.tables": "Tables and their accepted notes",
    "proceedings.tables_caption": "Accepted notes by table and topic",
    "proceedings.table": "Table",
    "proceedings.table_place": "{annex}, {table}",
    # a topic's chapter
    "chapter.presentation": "Presentation of the topic",
    "chapter.presented": "The topic was presented {when}.",
    "chapter.presenter": "It was to be given by {speaker}.",
    "chapter.discussion": "Group discussion",
    "chapter.discussion_scheduled": "The group discussion was scheduled {when}.",
    "chapter.no_notes": "No table had submitted a note on this topic by the time of this edition.",
    "chapter.discussed.one": "{tables} discussed the topic and handed in notes.",
    "chapter.discussed.many": "{tables} discussed the topic and handed in notes.",
    "chapter.accepted.none": "None of them was accepted.",
    "chapter.accepted.one": (
        "In all, {notes} was accepted and served as the basis of the findings below."
    ),
    "chapter.accepted.many": (
        "In all, {notes} were accepted and served as the basis of the findings below."
    ),
    "chapter.subtopics": "The tables were invited to consider the following subtopics:",
    "chapter.findings": "Findings by subtopic",
    "chapter.findings_said": (
        "The tables below give each point in the words in which it was confirmed, and how widely "
        "it was raised. How widely a point was raised says nothing about agreement."
    ),
    "chapter.findings_said.table": (
        "The tables below give each point in the words in which it was confirmed, the tables whose "
        "notes it is based on, and how widely it was raised. How widely a point was raised says "
        "nothing about agreement."
    ),
    "chapter.findings_said.who": (
        "The tables below give each point in the words in which it was confirmed, the tables whose "
        "notes it is based on, whoever agreed to be named with these notes, and how widely it was "
        "raised. How widely a point was raised says nothing about agreement."
    ),
    "chapter.ref": "Ref.",
    "chapter.point": "Point",
    "chapter.raised_by": "Raised by",
    "chapter.who.country": "Countries",
    "chapter.who.person": "Countries and persons",
    "chapter.strength": "Strength",
    "chapter.finding_place": "Finding {ref}",
    "chapter.challenges": "Challenges",
    "chapter.challenges_said": "The following was identified by way of challenges:",
    "chapter.factors": "Success factors and alternative methods",
    "chapter.factors_said": (
        "The following was put forward by way of factors of success and alternative methods:"
    ),
    "chapter.recommendations": "Recommendations and commitments",
    "chapter.recommendations_said": "The following was recommended:",
    "chapter.commitments_said": "The following was expressed by way of commitment:",
    "chapter.nothing": "None had been confirmed by the time of this edition.",
    "chapter.practices": "Good practices",
    "chapter.practices_said": "The following was described at the tables by way of good practice:",
    "chapter.practice": "Practice",
    "chapter.result": "Result and contact",
    "chapter.practice_place": "Good practice {ref}",
    "chapter.not_agreed": "Points not agreed and points set aside",
    "chapter.commitments": "commitments",
    "chapter.dissent": "differing views",
    "chapter.question": "open questions",
    "chapter.data": "data",
    "chapter.aside": "points set aside",
    "chapter.dissent_said": "The following differed from the views of other tables:",
    "chapter.question_said": "The following remained open:",
    "chapter.data_said": "The following was mentioned and remained to be verified:",
    "chapter.aside_said": "The following was set aside and appears here alone:",
    "chapter.reference": " ({ref}, {strength})",
    "chapter.no_such": "No such point was on record at the time of this edition.",
    "chapter.second_day": "Presentation of the results and questions",
    "chapter.results_presented": "The results were presented {when}.",
    "chapter.second_day_open": "presenter, questions from the floor and answers.",
}
