import asyncio
import sys

from rounds import runner, serve

run = runner(sys.argv[1])
size = int(sys.argv[2])


async def work(number):
    return number


async def main():
    total = 0
    for number in range(size):
        total += await asyncio.create_task(work(number))
    return total


serve(lambda: {"proof": run(main())})
