"""Recipes that make the shipped weights again from public data."""
