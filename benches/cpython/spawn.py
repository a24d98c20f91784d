import asyncio
import sys

from rounds import runner, serve

run = runner(sys.argv[1])
size = int(sys.argv[2])


async def work(number):
    await asyncio.sleep(0)
    return number


async def main():
    return sum(await asyncio.gather(*[work(number) for number in range(size)]))


serve(lambda: {"proof": run(main())})
