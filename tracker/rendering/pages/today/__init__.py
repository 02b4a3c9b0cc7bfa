"""What does today's page show, on a quiet day and on a busy one?"""
