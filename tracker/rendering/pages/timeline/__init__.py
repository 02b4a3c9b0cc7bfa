"""What does the timeline show?"""
