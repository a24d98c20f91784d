import asyncio

# region site
site = {
    "/": (20, ["/a", "/b", "/c"]),
    "/a": (30, ["/"]),
    "/b": (500, []),
    "/c": (10, ["/d"]),
}


async def download(page):
    ms, links = site.get(page, (20, None))
    await asyncio.sleep(ms / 1000)
    if links is None:
        raise LookupError("not found")
    return links
# endregion


# region crawl
async def crawl(start):
    found = set()
    pages = asyncio.Queue()
    requests = asyncio.Semaphore(2)  # the server wants no more at a time

    def discover(page):
        if page in found:
            return
        found.add(page)
        pages.put_nowait(page)

    async def visit(page):
        async with requests, asyncio.timeout(0.05):
            return await download(page)

    async def work(name):
        while True:
            page = await pages.get()
            try:
                for link in await visit(page):
                    discover(link)
                print(f"{name}: {page}")
            except TimeoutError:
                print(f"{name}: {page} is too slow")
            except LookupError:
                print(f"{name}: {page} is broken")
            finally:
                pages.task_done()

    discover(start)
    async with asyncio.TaskGroup() as group:
        workers = [
            group.create_task(work(name), name=name)
            for name in ["Ada", "Bo", "Cy"]
        ]
        await pages.join()
        for worker in workers:
            worker.cancel()
    return len(found)
# endregion


async def main():
    print(f"{await crawl('/')} pages found")


asyncio.run(main())
