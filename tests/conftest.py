"""What must be true before any test module is imported: Qt draws offscreen, in Chinese, at a scale of one."""

from __future__ import annotations

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_ACCESSIBILITY", "0")
os.environ["QT_SCALE_FACTOR"] = "1"
os.environ["QT_IM_MODULE"] = ""
