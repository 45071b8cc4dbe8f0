"""The adoption of minutes: corrections picked in them, how it stands, versions compared."""
