"""What does an auditor get to hold in hand, and does it still fit the database?"""
