"""Quality and speed, each against its anchors, in one command."""
