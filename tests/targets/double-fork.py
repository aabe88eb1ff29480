# SPDX-License-Identifier: GPL-3.0-or-later
"""Forks twice with setsid in between, as a classic Unix daemon does; prints the pid of the grandchild, which ignores signals."""
import os
import signal
import sys
import time

read_end, write_end = os.pipe()
if os.fork() == 0:
    os.setsid()
    if os.fork() == 0:
        for name in ("SIGINT", "SIGTERM", "SIGHUP"):
            signal.signal(getattr(signal, name), signal.SIG_IGN)
        os.write(write_end, str(os.getpid()).encode())
        null = os.open(os.devnull, os.O_RDWR)
        for stream in range(3):
            os.dup2(null, stream)
        time.sleep(1000)
        sys.exit(0)
    os._exit(0)
os.wait()
print("daemon", os.read(read_end, 32).decode(), flush=True)
if os.environ.get("LEAVE"):
    sys.exit(3)
time.sleep(1000)
