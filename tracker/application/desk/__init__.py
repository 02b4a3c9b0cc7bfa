"""What do people decide, change and put in by hand?"""
