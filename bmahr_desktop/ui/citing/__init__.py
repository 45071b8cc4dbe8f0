"""Finding an earlier resolution while one types, to cite it or to link to it."""
