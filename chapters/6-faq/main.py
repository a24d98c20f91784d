import asyncio


# region shop
async def order(customer, ms):
    print(f"{customer} orders")
    await asyncio.sleep(ms / 1000)
    if customer == "Bo":
        raise Exception("out of stock")
    print(f"{customer} is served")
    return ms


async def main():
    orders = [order("Ada", 60), order("Bo", 20), order("Cy", 40)]
    outcomes = await asyncio.gather(*orders, return_exceptions=True)
    for outcome in outcomes:
        if isinstance(outcome, Exception):
            print(f"sorry, {outcome}")
        else:
            print(f"that took {outcome} ms")
# endregion


asyncio.run(main())
