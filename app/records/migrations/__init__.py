"""The steps from one schema to the next, run by `app.records.revisions.migrate`.

A new step: `versions/0002_what_it_brings.py` with `down_revision = "0001"`, its id added to REVISIONS, and tables.py
changed to match. A step never imports tables.py, which goes on changing after it.
"""
