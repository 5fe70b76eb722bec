"""The keys of a programme file and how much of each it may hold; it must not read anything."""

from datetime import timedelta

KEYS = (
    "title",
    "type",
    "status",
    "dates",
    "venue",
    "city",
    "country",
    "timezone",
    "language",
    "hosts",
    "invited_international",
    "topics",
    "programme",
    "objectives",
    "mandate",
    "participants",
    "method",
    "translations",
)
HOST_KEYS = ("name", "full", "role")
MANDATE_KEYS = ("title", "adopted_by", "place", "dates")
TOPIC_KEYS = ("no", "title", "subtopics")
TERM_KEYS = ("of", "en", "fr", "ar")
ITEM_KEYS = (
    "date",
    "start",
    "end",
    "title",
    "kind",
    "topic",
    "items",
    "speaker",
    "function",
    "tbc",
)
PART_KEYS = ("t", "speaker", "function", "tbc", "parties")

MOST_DATES = 60
MOST_HOSTS = 50
MOST_INVITED = 200
MOST_TOPICS = 50
MOST_SUBTOPICS = 50
MOST_ITEMS = 500
MOST_PARTS = 100
MOST_PARTIES = 50
MOST_LINES = 100  # objectives, participants
MOST_MANDATES = 20
MOST_TERMS = 1_000
MOST_REMARKS = 2_000  # values in all, inside what begins with _ or x-

OVERNIGHT = timedelta(hours=6)  # an end before the start is the next day's, up to this length
ABOUT_A_TOPIC = ("topic_presentation", "group_discussion", "day2_presentation")
