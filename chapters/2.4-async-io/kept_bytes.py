import asyncio


# region program
async def change_of_mind(reader, writer):
    first = asyncio.create_task(reader.read(100))
    await asyncio.sleep(0)
    first.cancel()
    await asyncio.gather(first, return_exceptions=True)
    writer.write(b"hello")
    writer.close()
    return await reader.read(100)
# endregion


async def main():
    here = asyncio.get_running_loop().create_future()

    async def accept(reader, writer):
        here.set_result((reader, writer))

    server = await asyncio.start_server(accept, "127.0.0.1", 0)
    address = server.sockets[0].getsockname()
    _, there = await asyncio.open_connection(*address)
    reader, writer = await here
    got = await change_of_mind(reader, there)
    print(f"a read for each call: {got.decode()}")
    writer.close()
    server.close()


asyncio.run(main())
