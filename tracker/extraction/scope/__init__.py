"""Whom and what does a provision reach: codes, elements, limits, parties, places, demands?"""
