"""Start the program with ``python -m ilead_studio``."""

import sys

from ilead_studio.cli import main

if __name__ == "__main__":
    sys.exit(main())
