import asyncio
import gc
import sys
import tracemalloc

from rounds import serve

size = int(sys.argv[1])


async def work():
    await asyncio.sleep(3600)


async def main():
    gc.collect()
    before, _ = tracemalloc.get_traced_memory()
    tasks = [asyncio.create_task(work()) for _ in range(size)]
    await asyncio.sleep(0)
    gc.collect()
    after, _ = tracemalloc.get_traced_memory()
    for task in tasks:
        task.cancel()
    return after - before


tracemalloc.start()
serve(lambda: asyncio.run(main()))
