"""The files a statistics program opens."""
