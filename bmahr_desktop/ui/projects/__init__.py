"""The tab of the projects: the year, a project as a form, its steps, money and reports."""
