"""How are characters, numerals and days written, and where in a text can a pattern match at all?"""
