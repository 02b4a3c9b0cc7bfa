"""What was in force on that day, as known then, and which sentence does it rest on?"""
