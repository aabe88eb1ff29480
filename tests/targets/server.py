# SPDX-License-Identifier: GPL-3.0-or-later
"""HTTP server on PORT (0: any free one, printed)."""
import http.server
import os

server = http.server.HTTPServer(("127.0.0.1", int(os.environ.get("PORT", "0"))), http.server.SimpleHTTPRequestHandler)
print(f"listening on http://127.0.0.1:{server.server_address[1]}")
server.serve_forever()
