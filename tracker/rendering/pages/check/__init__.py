"""What does the product check show, and one's own lists of products?"""
