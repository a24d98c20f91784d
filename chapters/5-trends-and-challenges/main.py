import asyncio


# region program
async def ask(what, ms, page):
    try:
        await asyncio.sleep(ms / 1000)  # the shop takes its time
    except asyncio.CancelledError:
        print(f"{what}: called off")
        raise
    print(f"{what}: answered")
    page.append(what)


async def main():
    page = []
    await ask("customer", 20, page)
    try:
        async with asyncio.timeout(0.05), asyncio.TaskGroup() as group:
            group.create_task(ask("orders", 30, page), name="orders")
            group.create_task(ask("basket", 10, page), name="basket")
            group.create_task(ask("advice", 600, page), name="advice")
    except TimeoutError:
        print("time is up")
    print(f"the page shows {', '.join(page)}")
# endregion


asyncio.run(main())
