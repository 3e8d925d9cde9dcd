"""Joins the core to people: drills, accounts, records, models, voice, reports and windows."""
