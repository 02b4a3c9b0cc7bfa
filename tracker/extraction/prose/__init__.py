"""How is a text made ready for reading: whole paragraphs, sentences, points, footnotes?"""
