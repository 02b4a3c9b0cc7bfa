"""How do rules look as bars over days?"""
