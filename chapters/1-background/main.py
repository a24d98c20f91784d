import asyncio


# region jobs
async def download():
    await asyncio.sleep(0.6)  # a server far away takes its time
    print("  downloaded the prices")
    return {"tea": 3, "bread": 2}


async def read():
    await asyncio.sleep(0.3)  # a slow disk takes its time
    print("  read the order")
    return {"tea": 4, "bread": 5}


def compute(prices, order):
    return sum(count * prices[name] for name, count in order.items())
# endregion


# region one-after-another
async def one_after_another():
    prices = await download()
    order = await read()
    return compute(prices, order)
# endregion


# region concurrently
async def concurrently():
    prices, order = await asyncio.gather(download(), read())
    return compute(prices, order)
# endregion


# region main
async def timed(way):
    loop = asyncio.get_running_loop()
    begin = loop.time()
    bill = await way()
    print(f"  a bill of {bill} after {loop.time() - begin:.1f} s")


async def main():
    print("one after another")
    await timed(one_after_another)
    print("concurrently")
    await timed(concurrently)
# endregion


asyncio.run(main())
