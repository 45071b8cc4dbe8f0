"""Recording a meeting while it is held: the agenda, the matter, the people, side by side."""
