import asyncio
import os
import resource
import sys
import threading
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor

from rounds import serve

PRIMES_BELOW = 500_000
CORES = os.cpu_count()


def count_primes(start, end):
    return sum(is_prime(number) for number in range(max(start, 2), end))


def is_prime(number):
    divisor = 2
    while divisor * divisor <= number:
        if number % divisor == 0:
            return False
        divisor += 1
    return True


def count(_):
    return count_primes(0, PRIMES_BELOW)


async def count_in_coroutine():
    return count(None)


async def gather(size):
    await asyncio.gather(*[count_in_coroutine() for _ in range(size)])


def coroutines(size):
    asyncio.run(gather(size))


def threads(size):
    with ThreadPoolExecutor(CORES) as pool:
        list(pool.map(count, range(size)))


def processes(size):
    with ProcessPoolExecutor(CORES) as pool:
        list(pool.map(count, range(size)))


def weigh(size):
    """What so many waiting threads add to the process."""
    end = threading.Event()
    before = resident()
    waiting = [threading.Thread(target=end.wait) for _ in range(size)]
    for thread in waiting:
        thread.start()
    added = resident() - before
    end.set()
    for thread in waiting:
        thread.join()
    return added


def resident():
    with open("/proc/self/statm") as statm:
        return int(statm.read().split()[1]) * resource.getpagesize()


if __name__ == "__main__":
    way, size = sys.argv[1], int(sys.argv[2])
    serve(lambda: globals()[way](size))
