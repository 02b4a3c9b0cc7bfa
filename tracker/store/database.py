"""What can be done to a database as a whole, at whatever revision of the schema it stands?"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType

from sqlalchemy import Engine

from tracker.ports import Clock, Head, Progress
from tracker.store.backup import back_up
from tracker.store.copying import copy_pages
from tracker.store.engine import shown
from tracker.store.event_log import Filing, SqlEventLog
from tracker.store.files import close, told
from tracker.store.lease import Lease
from tracker.store.revisions import Revisions, connect, must_exist
