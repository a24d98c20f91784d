import asyncio
import threading
import time


# region look
def look(flag, patience):
    end = time.perf_counter() + patience
    while time.perf_counter() < end:
        if flag["up"]:
            return "it is up"
    return "nobody has raised it"


async def raise_(flag):
    flag["up"] = True
# endregion


# region main
async def besides():
    flag = {"up": False}
    task = asyncio.create_task(raise_(flag))  # of the same loop
    return look(flag, 0.05)


async def elsewhere():
    flag = {"up": False}
    thread = threading.Thread(target=lambda: asyncio.run(raise_(flag)))
    thread.start()  # of a loop in another thread
    answer = look(flag, 5)
    thread.join()
    return answer


def main():
    print(f"a task beside me, 50 ms: {asyncio.run(besides())}")
    print(f"a task in another thread: {asyncio.run(elsewhere())}")
# endregion


main()
