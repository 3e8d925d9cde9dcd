"""The records room: people, drills, turns and scorecards, kept in SQLite and given out as frozen values.

`open_records(folder)` gives `Records`; `records.asked_by(person)` gives the `Desk` through which all drills go.
"""

from app.records.desk import Desk
from app.records.permissions import ALLOWED, Right, Scope
from app.records.room import Records, open_records
from app.records.values import (
    Act,
    Comment,
    Cursor,
    Document,
    DocumentKind,
    DrillEnd,
    DrillFilter,
    DrillPage,
    DrillRecord,
    DrillStatus,
    DrillSummary,
    Figures,
    JsonObject,
    Mode,
    NewDrill,
    Person,
    Role,
    StoredScorecard,
    TurnOutcome,
    TurnRecord,
    TurnStatus,
)

__all__ = [
    "ALLOWED",
    "Act",
    "Comment",
    "Cursor",
    "Desk",
    "Document",
    "DocumentKind",
    "DrillEnd",
    "DrillFilter",
    "DrillPage",
    "DrillRecord",
    "DrillStatus",
    "DrillSummary",
    "Figures",
    "JsonObject",
    "Mode",
    "NewDrill",
    "Person",
    "Records",
    "Right",
    "Role",
    "Scope",
    "StoredScorecard",
    "TurnOutcome",
    "TurnRecord",
    "TurnStatus",
    "open_records",
]
