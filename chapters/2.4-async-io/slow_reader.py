import asyncio

CHUNK = bytes(65_536)


# region pump
async def careless(writer):
    for _ in range(1000):
        writer.write(CHUNK)


async def careful(writer):
    for _ in range(1000):
        writer.write(CHUNK)
        await writer.drain()
# endregion


async def main():
    for pump in [careless, careful]:
        server = await asyncio.start_server(say_nothing, "127.0.0.1", 0)
        _, port = server.sockets[0].getsockname()
        _, writer = await asyncio.open_connection("127.0.0.1", port)
        pumping = asyncio.create_task(pump(writer))
        await asyncio.wait([pumping], timeout=0.3)
        waiting = writer.transport.get_write_buffer_size()
        print(f"{pump.__name__}: {waiting // 1024} KiB in the program's memory")
        pumping.cancel()
        writer.transport.abort()
        server.close()


async def say_nothing(reader, writer):
    reader._transport.pause_reading()  # a peer that never reads


asyncio.run(main())
