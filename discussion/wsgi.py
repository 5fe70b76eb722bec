"""The way in for a WSGI server that somebody else runs: ``discussion.wsgi:application``."""

import os
from contextlib import ExitStack

from discussion.app import make_app, start
from discussion.settings import Settings
from discussion.storage.database import only_process

settings = Settings.from_env(os.environ)
alone = ExitStack()
alone.enter_context(only_process(settings.data))  # held until the process ends
application = make_app(settings)
start(application)
