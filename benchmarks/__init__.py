"""Benchmarks, run by hand: ``python3 dev.py bench [NAME …]``; none of them gates on a time."""
