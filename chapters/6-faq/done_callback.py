import asyncio


# region done-callback
async def order(item):
    await asyncio.sleep(0.01)
    if item == "kettle":
        raise Exception("out of stock")
    return item


def believe(error):
    print(f"  believe: {'an error' if error else 'no error'}")


def ask(task):
    error = task.exception()
    print(f"  ask: {error if error else 'no error'}")


async def main():
    for item in ["cup", "kettle"]:
        print(item)
        task = asyncio.create_task(order(item))
        task.add_done_callback(believe)
        task.add_done_callback(ask)
        await asyncio.sleep(0.02)
# endregion


asyncio.run(main())
