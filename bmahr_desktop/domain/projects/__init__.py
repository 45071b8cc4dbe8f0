"""Projects: their records, and the rules by which steps, money and reports agree."""
