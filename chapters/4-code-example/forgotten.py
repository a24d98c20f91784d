import asyncio

# region forgotten
async def main():
    asyncio.sleep(1)  # the await is missing
    print("Hello, world!")
# endregion

asyncio.run(main())
