"""Who works on a run: one process at a time, and a dead one's work is taken over."""

import os
import socket
import uuid

import psutil

from executor.tables import RunRow

SILENT_SECONDS = 60.0
"""After this long without a heartbeat, a worker on another machine counts as dead."""


def new_owner() -> str:
    return uuid.uuid4().hex


def this_process() -> tuple[str, int, float]:
    """(host, pid, when the process began). A pid alone is not enough: it is given again after a reboot."""
    return socket.gethostname(), os.getpid(), psutil.Process().create_time()


def holder_is_alive(run: RunRow, now: float) -> bool:
    """Whether the worker in a run's lease is still there.

    On this machine the process table knows, and a worker that is merely slow (a sleeping laptop, a stopped
    process) must keep its run: it may wake in the middle of writing. From another machine only the
    heartbeat speaks.
    """
    if run.lease_owner is None:
        return False
    host, _, _ = this_process()
    if run.lease_host != host:
        return now - run.lease_heartbeat < SILENT_SECONDS
    try:
        process = psutil.Process(run.lease_pid)
        # A zombie still has a number and a start; the clock's resolution is a hundredth of a second.
        same = abs(process.create_time() - run.lease_process_started) < 0.05
        return bool(same and process.status() != psutil.STATUS_ZOMBIE)
    except psutil.NoSuchProcess:
        return False
