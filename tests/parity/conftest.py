"""The helpers of the handouts' tests run poppler; they are wanted here too."""

import sys
from pathlib import Path

sys.path.append(str(Path(__file__).parent.parent / "handouts"))
