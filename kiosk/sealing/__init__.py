"""Keys, envelopes, signatures and bundles. The terminal holds public keys only."""
