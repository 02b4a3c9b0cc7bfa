"""Which acts does a text name, by number, page, title or short name, and which parts of them?"""
