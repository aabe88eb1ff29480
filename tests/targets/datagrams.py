# SPDX-License-Identifier: GPL-3.0-or-later
# Binds a UDP port of the system's choice, says which, and waits.
import socket
import time

holder = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
holder.bind(("127.0.0.1", 0))
print(holder.getsockname()[1], flush=True)
time.sleep(1000)
