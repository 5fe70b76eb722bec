"""The way in for a WSGI server that somebody else runs: ``discussion.wsgi:application``."""

import os

from discussion.app import make_app, start
from discussion.settings import Settings

application = make_app(Settings.from_env(os.environ))
start(application)
