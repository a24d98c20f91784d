import asyncio


# region main
async def backup():
    try:
        await asyncio.sleep(1)
        print("backup: complete")
    except asyncio.CancelledError:
        print("backup: cancelled")
        raise


async def main():
    task = asyncio.create_task(backup())
    await asyncio.sleep(0.01)
    print("main: that is all I wanted")
# endregion


asyncio.run(main())
