"""What kind of document is it, who says what in it, and what of it was not understood?"""
