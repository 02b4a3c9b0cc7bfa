"""Which plain text does a stored announcement show, and what of it is furniture or a change?"""
