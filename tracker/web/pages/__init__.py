"""Which pages are there? (a module each: it reads the address, asks, and prints a view)"""
