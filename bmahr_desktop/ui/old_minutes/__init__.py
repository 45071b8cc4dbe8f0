"""The window with which minutes of old are taken in: files read, looked over, put right, kept."""
