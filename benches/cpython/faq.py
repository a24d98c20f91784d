"""The CPython contestants of `faq.ts`."""

import asyncio
import functools
import sys
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.request import urlopen

from rounds import answer, runner, serve

what, how, size = sys.argv[1], sys.argv[2], int(sys.argv[3])


async def switches():
    for _ in range(size):
        await asyncio.sleep(0)


async def waits():
    await asyncio.gather(*[asyncio.sleep(0.02) for _ in range(size)])


async def echoes():
    async def echo(reader, writer):
        while byte := await reader.read(1):
            writer.write(byte)
        writer.close()

    server = await asyncio.start_server(echo, "127.0.0.1", 0)
    address = server.sockets[0].getsockname()
    reader, writer = await asyncio.open_connection(*address)
    for _ in range(size):
        writer.write(b"x")
        await reader.read(1)
    writer.close()
    server.close()


class Later(BaseHTTPRequestHandler):
    """Answers after 10 ms."""

    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True  # the headers must not wait for the body

    def do_GET(self):
        time.sleep(0.01)
        self.send_response(200)
        self.send_header("Content-Length", "5")
        self.end_headers()
        self.wfile.write(b"Hello")

    def log_message(self, *_):
        pass


class Server(ThreadingHTTPServer):
    request_queue_size = 100  # all clients come at once


def start_server():
    server = Server(("127.0.0.1", 0), Later)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return f"http://127.0.0.1:{server.server_port}"


async def ask_aiohttp(address):
    import aiohttp

    async with aiohttp.ClientSession() as session:

        async def ask():
            async with session.get(address) as response:
                await response.read()

        await in_its_way(ask)


async def ask_urllib(address):
    async def ask():
        with urlopen(address) as response:
            response.read()

    await in_its_way(ask)


async def in_its_way(ask):
    if how == "together":
        await asyncio.gather(*[ask() for _ in range(size)])
    else:
        for _ in range(size):
            await ask()


async def order(fails):
    if fails:
        raise Exception("out of stock")


async def plain(fails):
    await order(fails)


async def guarded(fails):
    try:
        await order(fails)
    except Exception:
        pass


async def calls():
    call = plain if how == "plain" else guarded
    for _ in range(size):
        await call(how == "throwing")


run = asyncio.run
if what in ("aiohttp", "urllib"):
    if what == "aiohttp":
        try:
            import aiohttp
        except ImportError:
            answer("aiohttp is not installed for this python3")
            sys.exit()
    client = ask_aiohttp if what == "aiohttp" else ask_urllib
    program = functools.partial(client, start_server())
else:
    program = {
        "switches": switches,
        "waits": waits,
        "echoes": echoes,
        "calls": calls,
    }[what]
    if what != "calls":
        run = runner(how)


def in_processor_time():
    """Measures what the processor does; whoever else is busy must not count."""
    begin = time.process_time()
    run(program())
    return (time.process_time() - begin) * 1000


computes = what in ("switches", "echoes", "calls")
serve(in_processor_time if computes else lambda: run(program()))
