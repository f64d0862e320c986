"""The unattended kiosk: its configuration, its states, its supervisor."""
