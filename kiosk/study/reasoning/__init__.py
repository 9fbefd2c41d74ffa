"""Reasoning about a form's conditions without asking anybody: what can hold, what never can."""
