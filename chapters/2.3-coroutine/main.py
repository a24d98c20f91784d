import asyncio


# region program
async def count(name, last):
    for i in range(1, last + 1):
        print(f"{name}: {i}")
        await asyncio.sleep(0.02)
    print(f"{name}: done")


async def main():
    await asyncio.gather(count("a", 3), count("b", 3))
# endregion


asyncio.run(main())
