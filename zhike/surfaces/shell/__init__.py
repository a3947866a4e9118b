"""The door for operators: one file a command.

A command is a module of this package: its docstring says what it does, EXAMPLE shows it, `arguments(parser)` declares
what it takes, `run(options)` does it and returns the exit code. Its name is the module's, less underscores at the end.
Modules whose name begins with an underscore are no commands. `run` may import models; the module itself may not, so
that `--help` answers without a database. Exit codes: 0 done, 1 refused or failed, 2 not understood, 78 misconfigured.
"""

from zhike.surfaces.shell._front import main

__all__ = ["main"]
