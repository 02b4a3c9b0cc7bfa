"""Where do the tables of a tracker database stand together?"""

from sqlalchemy import BigInteger, Integer, MetaData

metadata = MetaData()

Position = BigInteger().with_variant(Integer, "sqlite")
