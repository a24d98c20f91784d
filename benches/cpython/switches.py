import asyncio
import sys

from rounds import runner, serve

run = runner(sys.argv[1])
tasks = int(sys.argv[2])
size = int(sys.argv[3])


async def task(switches):
    done = 0
    while done < switches:
        await asyncio.sleep(0)
        done += 1
    return done


async def main():
    return sum(await asyncio.gather(*[task(size // tasks) for _ in range(tasks)]))


serve(lambda: {"proof": run(main())})
