"""What do several pages show alike?"""
