import asyncio
import multiprocessing
import os
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor

# region program
secret = "unknown"


def look():
    return os.getpid(), secret


async def main():
    global secret
    secret = "42"
    loop = asyncio.get_running_loop()
    for name, pool in [("thread", threads), ("process", processes)]:
        pid, seen = await loop.run_in_executor(pool, look)
        where = "in my process" if pid == os.getpid() else "in another process"
        print(f"{name}: {where}, the secret is {seen}")
# endregion


if __name__ == "__main__":
    spawn = multiprocessing.get_context("spawn")
    with ThreadPoolExecutor() as threads:
        with ProcessPoolExecutor(mp_context=spawn) as processes:
            asyncio.run(main())
