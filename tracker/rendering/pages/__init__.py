"""What does each page of the service print? (a view a page, and what builds it)"""
