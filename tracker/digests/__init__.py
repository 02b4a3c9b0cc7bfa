"""What should a reader be told of a period, and what of today? (values in, values out)"""
