"""What does an act do to other acts, to which of their parts, and from when?"""
