import asyncio
import threading
import time
from concurrent.futures import ThreadPoolExecutor

import trio


# region ways
async def with_asyncio():
    await asyncio.gather(asyncio.sleep(0.6), asyncio.sleep(0.3))


async def with_trio():
    async with trio.open_nursery() as nursery:
        nursery.start_soon(trio.sleep, 0.6)
        nursery.start_soon(trio.sleep, 0.3)


def with_threads():
    download = threading.Thread(target=time.sleep, args=[0.6])
    read = threading.Thread(target=time.sleep, args=[0.3])
    download.start()
    read.start()
    download.join()
    read.join()


def with_a_pool():
    with ThreadPoolExecutor() as pool:
        list(pool.map(time.sleep, [0.6, 0.3]))
# endregion


# region main
ways = {
    "asyncio": lambda: asyncio.run(with_asyncio()),
    "trio": lambda: trio.run(with_trio),
    "threading": with_threads,
    "concurrent.futures": with_a_pool,
}

for name, way in ways.items():
    begin = time.monotonic()
    way()
    print(f"{name}: {time.monotonic() - begin:.1f} s")
# endregion
