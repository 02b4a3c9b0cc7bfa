"""Who gets which digest, when, and has it arrived?"""
