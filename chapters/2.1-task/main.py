import asyncio


# region program
async def upload(name, ms):
    print(f"{name}: started")
    await asyncio.sleep(ms / 1000)
    print(f"{name}: sent")
    return ms


async def main():
    photo = asyncio.create_task(upload("photo", 20), name="photo")
    video = asyncio.create_task(upload("video", 60), name="video")
    print("main: two tasks made")
    print(f"main: the photo took {await photo} ms")
    print(f"main: the video took {await video} ms")
# endregion


asyncio.run(main())
