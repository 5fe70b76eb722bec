"""A programme file becomes a Programme, or all that is wrong with it; it must not open files."""

from discussion.domain.programme_file.parsing import parse_programme
from discussion.domain.programme_file.problems import Problem, ProgrammeProblems
from discussion.domain.programme_file.text import FILE_LIMIT, read_programme
from discussion.domain.programme_file.toml_writing import programme_to_toml
from discussion.domain.programme_file.writing import programme_to_json

__all__ = [
    "FILE_LIMIT",
    "Problem",
    "ProgrammeProblems",
    "parse_programme",
    "programme_to_json",
    "programme_to_toml",
    "read_programme",
]
