import asyncio
import sys

from rounds import runner, serve

run = runner(sys.argv[1])
tasks = int(sys.argv[2])
size = int(sys.argv[3])


async def task(switches):
    for _ in range(switches):
        await asyncio.sleep(0)


async def main():
    await asyncio.gather(*[task(size // tasks) for _ in range(tasks)])


serve(lambda: run(main()))
