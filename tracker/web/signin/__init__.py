"""Who asks, how is it proven, and what may they do? (sessions, tokens, roles, forms)"""
