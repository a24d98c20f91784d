import asyncio

# region greetings
async def greet(name, delay):
    await asyncio.sleep(delay)
    print(f"Hello, {name}!")

async def main():
    await asyncio.gather(greet("world", 0.05), greet("loop", 0.02))
# endregion

asyncio.run(main())
