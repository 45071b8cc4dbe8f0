"""Forms set in type: filled in, or blank to be written on by hand."""
