"""The secretariat's page of documents and their editions."""

from flask import Blueprint

pages = Blueprint("publications", __name__)
