"""Whether everything fits: a screen laid out on glass that nobody looks at, and measured."""
