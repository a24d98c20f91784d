import asyncio
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor


def count_primes(start, end):
    return sum(is_prime(number) for number in range(max(start, 2), end))


def is_prime(number):
    divisor = 2
    while divisor * divisor <= number:
        if number % divisor == 0:
            return False
        divisor += 1
    return True


# region ways
async def in_coroutine(start, end):
    return count_primes(start, end)


async def in_thread(start, end):
    loop = asyncio.get_running_loop()
    return await loop.run_in_executor(threads, count_primes, start, end)


async def in_process(start, end):
    loop = asyncio.get_running_loop()
    return await loop.run_in_executor(processes, count_primes, start, end)
# endregion


# region main
beats = 0


async def heart():
    global beats
    while True:
        await asyncio.sleep(0.001)
        beats += 1


async def part(count, start, end):
    before = beats
    primes = await count(start, end)
    return primes, beats > before


async def main():
    heartbeat = asyncio.create_task(heart())
    ways = {
        "coroutines": in_coroutine,
        "threads": in_thread,
        "processes": in_process,
    }
    for name, count in ways.items():
        (low, low_beaten), (high, high_beaten) = await asyncio.gather(
            part(count, 0, 120_000),
            part(count, 120_000, 200_000),
        )
        heard = "beat" if low_beaten or high_beaten else "stood still"
        print(f"{name}: {low + high} primes, heart {heard}")
    heartbeat.cancel()
# endregion


if __name__ == "__main__":
    with ThreadPoolExecutor(2) as threads, ProcessPoolExecutor(2) as processes:
        asyncio.run(main())
