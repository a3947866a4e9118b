"""The `zhike` command: `zhike COMMAND --help` tells about each."""

import sys

from zhike.surfaces.shell import main

if __name__ == "__main__":
    sys.exit(main())
