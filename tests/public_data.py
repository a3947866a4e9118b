"""Real data sets of public origin, for tests that try them where they are:
beside the clone, or where ZHIKE_SHARED says."""

import os
from pathlib import Path

PUBLIC = Path(os.environ.get("ZHIKE_SHARED", Path(__file__).resolve().parents[2] / "shared")) / "data"
