"""Which act is a document itself, by its head and its end: number, issuer, title, days?"""
