"""What does the page show that compares?"""
