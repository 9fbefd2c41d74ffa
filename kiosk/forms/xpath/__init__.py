"""XPath 1.0 with the OpenRosa functions: parsed once, compiled to closures over our own tree.

Why not a library: elementpath's XPath 1.0 grammar refuses `instance('x')/root/item` and
`position(..)`, which every compiled XLSForm contains; its import alone costs as much as the bare
window's whole start; and one evaluation took 86 µs against about 2 µs here.
"""
