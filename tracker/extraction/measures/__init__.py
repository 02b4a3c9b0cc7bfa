"""Which measures does an act bring into being, each with its demand, life and terms?"""
