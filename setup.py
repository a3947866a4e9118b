"""Puts what is made, not written, into the wheel: front-end packages and compiled translations."""

import sys
from pathlib import Path

from setuptools import setup
from setuptools.command.build_py import build_py

sys.path.insert(0, str(Path(__file__).resolve().parent))


class BuildWithAssets(build_py):
    """Fetches and compiles in the source folder first, so that package data finds the files."""

    def run(self) -> None:
        from tools import messages, vendor

        if not vendor.is_fresh():
            vendor.fetch()
        messages.compile_all()
        self.__dict__.pop("data_files", None)
        super().run()


setup(cmdclass={"build_py": BuildWithAssets})
