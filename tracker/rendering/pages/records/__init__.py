"""What do the pages show that tell what is recorded?"""
