"""How well does the extractor read? Labelled documents, and a comparison with what it answers."""
