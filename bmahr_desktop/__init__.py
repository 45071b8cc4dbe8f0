"""Committee work on one desk: meetings, resolutions, projects, action plans."""

__version__ = "0.1.0"
