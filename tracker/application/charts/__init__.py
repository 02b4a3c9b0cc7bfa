"""How do the rules run over valid time, and what is worth a look today?"""
