import asyncio


# region main
async def main():
    loop = asyncio.get_running_loop()

    loop.call_later(0, print, "after 0 ms")
    loop.call_later(0.2, print, "after 200 ms")
    loop.call_at(loop.time() + 0.1, print, "at 100 ms")

    def soon():
        print("soon")
        loop.call_soon(print, "soon, asked by soon")

    loop.call_soon(soon)
    loop.call_soon(print, "soon, too")

    print("main has asked five times and goes on")
    await asyncio.sleep(0.3)
    print("main is back")
# endregion


asyncio.run(main())
