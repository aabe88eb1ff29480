# SPDX-License-Identifier: GPL-3.0-or-later
# An HTTP server on the socket that it is given as descriptor 3 (LISTEN_FDS); answers with its pid. Stops with SIGINT: what it has accepted is answered.
import os
import select
import signal
import socket

assert os.environ['LISTEN_PID'] == str(os.getpid()), 'LISTEN_PID is not mine'
server = socket.socket(fileno=3)
server.setblocking(False)
running = True


def stop(*_):
    global running
    running = False


signal.signal(signal.SIGINT, stop)
print('fds', os.environ['LISTEN_FDS'], os.environ.get('LISTEN_FDNAMES'), os.environ.get('VERSION', ''), flush=True)
while running:
    try:
        ready, _, _ = select.select([server], [], [], 0.2)
        if not ready:
            continue
        client, _ = server.accept()
    except (BlockingIOError, InterruptedError):
        continue  # another process was faster
    client.setblocking(True)
    request = b''
    while b'\r\n\r\n' not in request:
        part = client.recv(65536)
        if not part:
            break
        request += part
    if request:
        body = str(os.getpid()).encode()
        client.sendall(b'HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: %d\r\n\r\n%s' % (len(body), body))
    client.close()
