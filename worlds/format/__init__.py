"""The pack format (`format = 1`): one strict model for everything a maker may write."""
