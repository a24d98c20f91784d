import asyncio
import time


# region program
def read_sensor():
    time.sleep(0.05)
    return 21


async def on_the_loop():
    return read_sensor()


async def off_the_loop():
    return await asyncio.to_thread(read_sensor)


async def main():
    beats = 0

    async def beat():
        nonlocal beats
        while True:
            await asyncio.sleep(0.005)
            beats += 1

    heart = asyncio.create_task(beat())
    for way in on_the_loop, off_the_loop:
        beats = 0
        degrees = await way()
        heard = "went on beating" if beats > 0 else "stood still"
        where = "on the loop" if way is on_the_loop else "off the loop"
        print(f"{where}: {degrees} degrees, the heart {heard}")
    heart.cancel()
# endregion


asyncio.run(main())
