"""What does the review desk show?"""
