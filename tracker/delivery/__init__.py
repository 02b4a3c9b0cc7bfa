"""How do digests reach people?"""
