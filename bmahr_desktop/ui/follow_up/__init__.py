"""Following resolutions up: reports on tasks, links to other resolutions, what is late."""
