"""What do the sources bring, what of it is new, and how do the sources stand?"""
