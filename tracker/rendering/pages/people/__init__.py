"""What do people see of themselves, and of whoever gets digests?"""
