"""What is spoken, and the process that speaks."""
