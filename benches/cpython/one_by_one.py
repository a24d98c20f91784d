import asyncio
import sys

from rounds import runner, serve

run = runner(sys.argv[1])
size = int(sys.argv[2])


async def work(number):
    return number


async def main():
    for number in range(size):
        await asyncio.create_task(work(number))


serve(lambda: run(main()))
