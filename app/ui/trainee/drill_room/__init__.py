"""The drill room: a talk with the customer, from her first line to her last."""

from __future__ import annotations

from app.ui.trainee.drill_room.page import DrillRoomPage

__all__ = ["DrillRoomPage"]
