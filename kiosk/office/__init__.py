"""The project team's side: collect, unseal, data set, exports, report."""
