import asyncio


# region one-try
async def look_up(what):
    await asyncio.sleep(0.01)
    if what == "price":
        raise Exception("no price for a kettle")
    return what


async def main():
    try:
        customer = await look_up("customer")
        price = await look_up("price")
        print(f"the {customer} pays the {price}")
    except Exception as error:
        print(f"no bill: {error}")
    finally:
        print("the ledger is closed")
# endregion


asyncio.run(main())
