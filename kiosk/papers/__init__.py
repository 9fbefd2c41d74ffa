"""A4 pages made with reportlab, and the type and layout they share."""
