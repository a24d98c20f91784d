import asyncio


# region program
async def upload(name):
    print(f"{name}: started")
    try:
        await asyncio.sleep(0.1)
        print(f"{name}: sent")
    finally:
        print(f"{name}: removing the half-sent file")
        await asyncio.sleep(0.01)
        print(f"{name}: removed")


async def main():
    photo = asyncio.create_task(upload("photo"), name="photo")
    await asyncio.sleep(0.02)
    photo.cancel()
    print("main: asked the photo to stop")
    try:
        await photo
    except asyncio.CancelledError:
        print("main: the photo has stopped")
# endregion


asyncio.run(main())
