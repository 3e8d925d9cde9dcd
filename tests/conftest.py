"""What must be true before any test module is imported: Qt draws offscreen, in Chinese, at a scale of one."""

from __future__ import annotations

import os

from hypothesis import HealthCheck, settings

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_ACCESSIBILITY", "0")
os.environ["QT_SCALE_FACTOR"] = "1"
os.environ["QT_IM_MODULE"] = ""

# How long an example takes says more about the machine's other work than about ours.
settings.register_profile("peilian", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("peilian")
