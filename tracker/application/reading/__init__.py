"""What does an announcement say, and what is therefore proposed or recorded?"""
