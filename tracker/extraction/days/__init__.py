"""When does something start, end, last, as prose says it?"""
