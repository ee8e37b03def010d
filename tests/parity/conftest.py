"""What the handouts' tests do with poppler is wanted here too."""

import sys
from pathlib import Path

sys.path.append(str(Path(__file__).parent.parent / "handouts"))
