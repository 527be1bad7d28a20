# SPDX-License-Identifier: GPL-3.0-or-later
"""The sources a rule looks at: a real checkout, or a few planted files in memory."""

import fnmatch
import os
import re

SKIPPED_FOLDERS = {".git", ".cache", ".vscode", ".idea", "__pycache__"}


class Tree:
    """Files below a folder, named by their path with forward slashes."""

    def __init__(self, root):
        self._root = root
        self._names = []
        for folder, folders, files in os.walk(root):
            folders[:] = sorted(
                f for f in folders if f not in SKIPPED_FOLDERS and not self._is_build(folder, f))
            for name in sorted(files):
                path = os.path.relpath(os.path.join(folder, name), root)
                self._names.append(path.replace(os.sep, "/"))

    def _is_build(self, folder, name):
        return folder == self._root and (name == "build" or name.startswith("build-"))

    def names(self):
        return self._names

    def raw(self, name):
        with open(os.path.join(self._root, name), "rb") as file:
            return file.read()

    def text(self, name):
        return self.raw(name).decode("utf-8", errors="replace")

    def matching(self, *patterns):
        """Names that match any pattern; '*' also matches '/'."""
        return [n for n in self.names() if any(fnmatch.fnmatchcase(n, p) for p in patterns)]

    def exists(self, name):
        return name in self.names()


class PlantedTree(Tree):
    """A handful of files in memory, for the rules' self-tests."""

    def __init__(self, files):  # pylint: disable=super-init-not-called
        self._files = files
        self._names = sorted(files)

    def raw(self, name):
        return self._files[name].encode("utf-8")


_TOKENS = re.compile(
    r'(?P<raw>R"(?P<mark>[^()\\ \n]{0,16})\(.*?\)(?P=mark)")'
    r'|(?P<string>"(?:[^"\\\n]|\\.)*")'
    r"|(?P<char>(?<![0-9A-Fa-f])'(?:[^'\\\n]|\\.)+')"
    r"|(?P<comment>//[^\n]*|/\*.*?\*/)",
    re.DOTALL)


def _blank(text):
    return re.sub(r"[^\n]", " ", text)


def without_comments(source):
    """C++ with comments blanked out; offsets and lines stay what they were."""
    return _TOKENS.sub(lambda m: _blank(m.group()) if m.group("comment") else m.group(), source)


def without_comments_and_strings(source):
    """C++ with comments blanked and the contents of literals replaced by spaces."""

    def replace(match):
        if match.group("comment"):
            return _blank(match.group())
        text = match.group()
        return text[0] + _blank(text[1:-1]) + text[-1]

    return _TOKENS.sub(replace, source)


def line_of(text, offset):
    return text.count("\n", 0, offset) + 1
