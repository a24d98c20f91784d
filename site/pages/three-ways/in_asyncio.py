"""The rows of the page in Python; a test runs them in CPython."""

import asyncio
import contextvars


async def page(name, seconds):
    await asyncio.sleep(seconds)
    return name


async def broken(seconds):
    await asyncio.sleep(seconds)
    raise ValueError("no answer")


async def wait_a_while():
    # region wait-a-while
    text = await asyncio.sleep(0.01, "later")
    print(text)  # → later
    # endregion


async def start_something():
    # region start-something
    task = asyncio.create_task(page("a", 0.01))
    print(task.done(), await task)  # → False a
    # endregion


async def all_of_them():
    # region all-of-them
    pages = await asyncio.gather(page("a", 0.02), page("b", 0.01))
    print(*pages)  # → a b
    # endregion


async def errors_as_values():
    # region errors-as-values
    first, second = await asyncio.gather(
        page("a", 0.02), broken(0.01), return_exceptions=True
    )
    print(first, second)  # → a no answer
    # endregion


async def the_first_of_them():
    slow, quick = (
        asyncio.create_task(page(*it)) for it in [("slow", 0.02), ("quick", 0.01)]
    )
    # region the-first-of-them
    done, _ = await asyncio.wait(
        [slow, quick], return_when=asyncio.FIRST_COMPLETED
    )
    print(*(task.result() for task in done))  # → quick
    # endregion


async def as_they_come():
    # region as-they-come
    async for task in asyncio.as_completed([page("a", 0.02), page("b", 0.01)]):
        print(await task)  # → b a
    # endregion


async def a_time_limit():
    try:
        # region a-time-limit
        async with asyncio.timeout(0.01):
            await page("slow", 1)
        # endregion
    except TimeoutError as error:
        print(type(error).__name__)  # → TimeoutError


async def stop_it():
    async def work():
        try:
            await asyncio.sleep(1)
        finally:
            print("cleaned up")

    task = asyncio.create_task(work())
    await asyncio.sleep(0)
    # region stop-it
    task.cancel()
    await asyncio.wait([task])  # → cleaned up
    # endregion


async def together_or_not_at_all():
    try:
        # region together-or-not-at-all
        async with asyncio.TaskGroup() as group:
            group.create_task(page("slow", 1))
            group.create_task(broken(0.01))
        # endregion
    except* ValueError as errors:
        print(errors.exceptions[0])  # → no answer


async def let_it_finish():
    saved = []

    async def save():
        await asyncio.sleep(0.01)
        saved.append("saved")

    async def visitor():
        # region let-it-finish
        saving = asyncio.create_task(save())
        await asyncio.shield(saving)
        # endregion

    leaving = asyncio.create_task(visitor())
    await asyncio.sleep(0)
    leaving.cancel()
    await asyncio.wait([leaving])
    await asyncio.sleep(0.02)
    print(leaving.cancelled(), *saved)  # → True saved


async def two_at_a_time():
    busy = most = 0

    async def fetch(name):
        nonlocal busy, most
        busy += 1
        most = max(most, busy)
        await asyncio.sleep(0.01)
        busy -= 1
        return name

    # region two-at-a-time
    slots = asyncio.Semaphore(2)
    async def limited(name):
        async with slots:
            return await fetch(name)
    pages = await asyncio.gather(*map(limited, "abcd"))
    # endregion
    print(most, *pages)  # → 2 a b c d


async def one_after_another():
    async def step(name):
        print(name, "in")
        await asyncio.sleep(0.01)
        print(name, "out")

    # region one-after-another
    lock = asyncio.Lock()
    async def alone(name):
        async with lock:
            await step(name)
    await asyncio.gather(alone("a"), alone("b"))  # → a in a out b in b out
    # endregion


async def pass_things_on():
    # region pass-things-on
    queue = asyncio.Queue(maxsize=1)
    async def produce():
        for item in "ab":
            await queue.put(item)
        queue.shutdown()
    async def consume():
        try:
            while True:
                print(await queue.get())  # → a b
        except asyncio.QueueShutDown:
            pass
    await asyncio.gather(produce(), consume())
    # endregion


async def give_a_sign():
    # region give-a-sign
    ready = asyncio.Event()
    asyncio.get_running_loop().call_later(0.01, ready.set)
    await ready.wait()
    # endregion
    print(ready.is_set())  # → True


async def an_answer_from_outside():
    # region an-answer-from-outside
    loop = asyncio.get_running_loop()
    answer = loop.create_future()
    loop.call_later(0.01, answer.set_result, 42)
    print(await answer)  # → 42
    # endregion


async def soon_and_later():
    # region soon-and-later
    loop = asyncio.get_running_loop()
    loop.call_later(0.01, print, "later")
    loop.call_soon(print, "soon")
    await asyncio.sleep(0.02)  # → soon later
    # endregion


async def whose_request():
    async def log():
        await asyncio.sleep(0.01)
        print(user.get())

    # region whose-request
    user = contextvars.ContextVar("user")
    async def handle(name):
        user.set(name)
        await log()
    await asyncio.gather(handle("ann"), handle("bob"))  # → ann bob
    # endregion
