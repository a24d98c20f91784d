import asyncio


# region program
class Refused(Exception):
    pass


async def orders():
    await asyncio.sleep(0.02)
    raise Refused("orders: come back later")


async def basket():
    try:
        await asyncio.sleep(0.1)
    except asyncio.CancelledError:
        raise TypeError("basket: clean() is not a function")


async def main():
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(orders(), name="orders")
            group.create_task(basket(), name="basket")
    except* Refused as refused:
        for error in refused.exceptions:
            print(f"try again: {error}")
    except* Exception as rest:
        for error in rest.exceptions:
            print(f"a mistake: {error}")
# endregion


asyncio.run(main())
