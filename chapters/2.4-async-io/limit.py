import asyncio


# region limited
async def download(port, permits):
    async with permits:
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        page = await reader.read()
        writer.close()
        return page.decode()


async def download_all(ports, at_once):
    permits = asyncio.Semaphore(at_once)
    return await asyncio.gather(*[download(port, permits) for port in ports])
# endregion


# region main
async def main():
    for at_once in [6, 2]:
        server = CrowdedServer(at_once)
        port = await server.start()
        pages = await download_all([port] * 6, at_once)
        print(f"{len(pages)} pages, {server.most} at once")
        server.close()
# endregion


class CrowdedServer:
    def __init__(self, parties):
        self.parties = parties
        self.here = 0
        self.most = 0
        self.gate = asyncio.Event()

    async def start(self):
        self.server = await asyncio.start_server(self.answer, "127.0.0.1", 0)
        _, port = self.server.sockets[0].getsockname()
        return port

    async def answer(self, reader, writer):
        self.here += 1
        self.most = max(self.most, self.here)
        if self.here == self.parties:
            asyncio.get_running_loop().call_later(0.01, self.open_gate)
        await self.gate.wait()
        self.here -= 1
        writer.write(b"a page")
        await writer.drain()
        writer.close()

    def open_gate(self):
        self.gate.set()
        self.gate = asyncio.Event()

    def close(self):
        self.server.close()


asyncio.run(main())
