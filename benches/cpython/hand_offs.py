import asyncio
import sys

from rounds import runner, serve

run = runner(sys.argv[1])
what = sys.argv[2]
size = int(sys.argv[3])

TASKS = 100


async def lock():
    turn = asyncio.Lock()
    inside = entered = 0

    async def visit():
        nonlocal inside, entered
        for _ in range(size // TASKS):
            async with turn:
                inside += 1
                entered += inside
                await asyncio.sleep(0)
                inside -= 1

    await asyncio.gather(*[visit() for _ in range(TASKS)])
    return entered


async def semaphore():
    ping, pong = asyncio.Semaphore(0), asyncio.Semaphore(0)
    taken = 0

    async def play(mine, other):
        nonlocal taken
        for _ in range(size // 2):
            await mine.acquire()
            taken += 1
            other.release()

    ping.release()
    await asyncio.gather(play(ping, pong), play(pong, ping))
    return taken


async def queue():
    items = asyncio.Queue(1)

    async def produce():
        for item in range(size):
            await items.put(item)

    async def consume():
        total = 0
        for _ in range(size):
            total += await items.get()
        return total

    _, total = await asyncio.gather(produce(), consume())
    return total


program = {"lock": lock, "semaphore": semaphore, "queue": queue}[what]
serve(lambda: {"proof": run(program())})
