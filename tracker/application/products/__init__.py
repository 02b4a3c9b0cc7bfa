"""Is this product caught, and whose parts does a rule touch?"""
