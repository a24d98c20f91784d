import asyncio
import json
import os
from pathlib import Path


# region read
async def read():
    file = Path(__file__).with_name("order.json")
    text = await asyncio.to_thread(file.read_text)
    print("the order is read")
    return json.loads(text)
# endregion


# region download
async def download():
    await asyncio.sleep(0.06)  # plays the network, as in chapter 1
    print("the prices are here")
    return {"tea": 3, "bread": 2}
# endregion


# region compute
def compute(prices, order):
    bill = sum(count * prices[name] for name, count in order.items())
    return bill, os.getpid()
# endregion


# region main
async def main():
    order = asyncio.create_task(read(), name="order")
    prices = asyncio.create_task(download(), name="prices")
    prices, order = await prices, await order
    print("another thread computes the bill")
    bill, process = await asyncio.to_thread(compute, prices, order)
    print(f"the bill is {bill}")
    where = "this process" if process == os.getpid() else "another process"
    print(f"it was computed in {where}")
# endregion


asyncio.run(main())
