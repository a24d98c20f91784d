import asyncio

async def main():
    await asyncio.sleep(1)
    print("Hello, world!")

asyncio.run(main())
