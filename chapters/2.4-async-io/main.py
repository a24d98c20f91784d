import asyncio


# region cross
async def cross(port, name):
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    try:
        writer.write(f"{name}\n".encode())
        await writer.drain()
        return (await reader.readline()).decode().strip()
    finally:
        writer.close()
# endregion


# region ferry
async def board(reader, writer):
    try:
        name = (await reader.readline()).decode().strip()
        print(f"ferry: {ferry.n_waiting + 1} aboard")
        await ferry.wait()
        writer.write(f"{name} is across\n".encode())
        await writer.drain()
    finally:
        writer.close()
# endregion


# region main
async def main():
    global ferry
    ferry = asyncio.Barrier(3)
    server = await asyncio.start_server(board, "127.0.0.1", 0)

    names = ["Ada", "Bo", "Cy"]
    _, port = server.sockets[0].getsockname()
    answers = await asyncio.gather(*[cross(port, name) for name in names])
    for answer in answers:
        print(answer)
    server.close()
# endregion


asyncio.run(main())
