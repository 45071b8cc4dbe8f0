"""The office window: people, units, committees with their seats, and agenda templates."""
