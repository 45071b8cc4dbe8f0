"""The tab of agenda and resolutions: every resolution of every meeting."""
