"""How do records come in and go out in the interchange form?"""
