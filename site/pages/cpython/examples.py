"""The examples of the page in Python; a test runs them in CPython."""

import asyncio
import contextvars
import gc
import math
import warnings


async def equal_deadlines():
    loop = asyncio.get_running_loop()
    # region equal-deadlines
    for n in range(4):
        loop.call_at(1, print, n)
    await asyncio.sleep(2)  # → 0 2 1 3
    # endregion


def task_numbers():
    async def name():
        return asyncio.current_task().get_name()

    # region task-numbers
    first = asyncio.run(name())
    second = asyncio.run(name())
    print(first == second)  # → False
    # endregion


async def milliseconds():
    loop = asyncio.get_running_loop()
    # region milliseconds
    loop.call_at(0.1 + 0.2, print, "sum")
    loop.call_at(0.3, print, "whole")
    await asyncio.sleep(1)  # → whole sum
    # endregion


async def spent():
    async def work():
        await asyncio.sleep(0.01)
        return "done"

    # region spent
    coroutine = work()
    print(await coroutine)  # → done
    try:
        await coroutine
    except RuntimeError as error:
        print(error)  # → cannot reuse already awaited coroutine
    # endregion


async def never_awaited():
    warnings.simplefilter("always")
    warnings.showwarning = lambda message, *_: print(str(message).split(".")[-1])

    async def work():
        await asyncio.sleep(0.01)

    # region never-awaited
    work()  # → work' was never awaited
    # endregion


async def not_cleaned_up():
    async def work():
        try:
            await asyncio.sleep(0.01)
        finally:
            print("cleaned up")

    # region not-cleaned-up
    coroutine = work()
    coroutine.send(None)
    del coroutine  # → cleaned up
    print("dropped")  # → dropped
    # endregion


async def frames():
    async def inner():
        await asyncio.sleep(0.01)

    async def outer():
        await inner()

    # region frames
    task = asyncio.create_task(outer())
    await asyncio.sleep(0)
    graph = asyncio.capture_call_graph(task)
    for entry in graph.call_stack:
        print(entry.frame.f_code.co_name)
    # → sleep inner outer
    # endregion


async def refused_wait():
    async def wait_for_itself():
        try:
            await task
        except RuntimeError:
            await asyncio.sleep(0.01)

    task = asyncio.create_task(wait_for_itself())
    await asyncio.sleep(0.001)
    # region refused-wait
    try:
        await task  # which has tried to wait for itself
    except RuntimeError as error:
        print(error)  # → await wasn't used with future
    # endregion


async def bare_catch():
    async def work():
        # region bare-catch
        try:
            await asyncio.sleep(1)
        except Exception as error:
            print(f"caught {error}")
        # endregion

    task = asyncio.create_task(work())
    await asyncio.sleep(0)
    # region bare-catch-cancel
    task.cancel()
    await asyncio.wait([task])
    print(task.cancelled())  # → True
    # endregion


async def error_names():
    # region error-names
    try:
        await asyncio.sleep(math.nan)
    except ValueError as error:
        print(error)  # → Invalid delay: NaN (not a number)
    print(create_done().exception())  # → None
    # endregion


def create_done():
    future = asyncio.get_running_loop().create_future()
    future.set_result(None)
    return future


async def exception_groups():
    async def fail():
        raise ValueError("too far")

    # region exception-groups
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(fail())
    except* ValueError as group:
        print(len(group.exceptions))  # → 1
    # endregion


def interrupts():
    # region interrupts
    async def main():
        asyncio.get_running_loop().call_soon(interrupt)
        await asyncio.sleep(1)

    def interrupt():
        raise KeyboardInterrupt  # as Ctrl+C does

    try:
        asyncio.run(main())
    except KeyboardInterrupt:
        print("interrupted")  # → interrupted
    # endregion


def lost_errors():
    # region lost-errors
    async def main():
        asyncio.get_running_loop().set_exception_handler(
            lambda loop, context: print(context["message"])
        )

        async def fail():
            raise ValueError("lost")

        task = asyncio.create_task(fail())
        await asyncio.sleep(0.01)
        del task  # → Task exception was never retrieved
        print("end")  # → end

    asyncio.run(main())
    # endregion


async def strong_references():
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(lambda loop, context: print(context["message"]))

    async def forgotten():
        await loop.create_future()

    # region strong-references
    asyncio.create_task(forgotten())
    await asyncio.sleep(0.01)
    gc.collect()  # → Task was destroyed but it is pending!
    print(len(asyncio.all_tasks()))  # → 1
    # endregion


async def side_by_side():
    # region side-by-side
    main = asyncio.sleep(1)
    try:
        asyncio.new_event_loop().run_until_complete(main)
    except RuntimeError as error:
        print(error)
    # → Cannot run the event loop while another loop is running
    # endregion
    main.close()


def locks():
    # region locks
    lock = asyncio.Lock()

    async def visit():
        async with lock:
            await asyncio.wait([asyncio.create_task(lock.acquire())], timeout=1)

    asyncio.run(visit())
    try:
        asyncio.run(visit())
    except RuntimeError as error:
        print(str(error)[-34:])  # → is bound to a different event loop
    # endregion


async def shapes():
    lock = asyncio.Lock()
    # region shapes
    a, b = await asyncio.gather(
        asyncio.sleep(0.001, "a"), asyncio.sleep(0.002, "b")
    )
    print(a, b)  # → a b
    async with lock:
        print(lock.locked())  # → True
    async with asyncio.timeout(0.5):
        await asyncio.sleep(0.01)
    # endregion


async def in_order_of_completion():
    # region in-order-of-completion
    tasks = [
        asyncio.create_task(asyncio.sleep(0.02, "slow")),
        asyncio.create_task(asyncio.sleep(0.01, "quick")),
    ]
    async for task in asyncio.as_completed(tasks):
        print(task in tasks, await task)
    # → True quick True slow
    # endregion


async def group_cancel():
    # region group-cancel
    print(hasattr(asyncio.TaskGroup, "cancel"))  # → False
    # endregion
