import asyncio
import time


# region report
async def download(page):
    await asyncio.sleep(0.2)
    return f"the {page} "


def typeset(text):
    end = time.perf_counter() + 0.2
    while time.perf_counter() < end:
        text = text.strip()
    return text


async def main():
    text = ""
    for page in ["news", "weather", "games"]:
        text += await download(page)
    print(typeset(text))
# endregion


asyncio.run(main())
