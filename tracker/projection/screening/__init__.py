"""Is a product caught by the rules of a day? (pure: answers and a product in, a verdict out)"""
