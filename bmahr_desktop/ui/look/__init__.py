"""How the window looks: its font, colours, icons, and the digits that it shows."""
