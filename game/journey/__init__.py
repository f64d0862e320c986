"""A visit: breath pacing and the stages from arrival to return."""
