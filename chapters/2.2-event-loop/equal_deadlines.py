import asyncio


# region main
async def main():
    loop = asyncio.get_running_loop()
    noon = loop.time() + 0.1
    for guest in ["first", "second", "third", "fourth"]:
        loop.call_at(noon, print, guest)
    await asyncio.sleep(0.2)
# endregion


asyncio.run(main())
