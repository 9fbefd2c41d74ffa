"""What the program itself says on paper, in the languages it is written in."""
