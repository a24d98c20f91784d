import asyncio

# region calling
async def hello():
    print("begun")
    await asyncio.sleep(0.05)
    print("Hello, world!")

async def main():
    coroutine = hello()
    print("called")
    await coroutine
# endregion

asyncio.run(main())
