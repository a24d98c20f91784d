import asyncio
import threading
from concurrent.futures import ThreadPoolExecutor


# region program
async def main():
    loop = asyncio.get_running_loop()
    loop.set_default_executor(ThreadPoolExecutor(max_workers=2))
    release = threading.Event()
    for _ in range(2):
        loop.run_in_executor(None, release.wait)

    lookup = asyncio.create_task(loop.getaddrinfo("localhost", 80))
    done, _ = await asyncio.wait([lookup], timeout=0.25)
    print("both threads are taken, lookup done:", lookup in done)

    release.set()
    done, _ = await asyncio.wait([lookup])
    print("both threads are free, lookup done:", lookup in done)
# endregion


asyncio.run(main())
