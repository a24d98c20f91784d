import asyncio
import sys

from rounds import answer, run_virtually, runner, serve

loop, kind, groups, levels = sys.argv[1:]

if sys.version_info < (3, 11):  # no TaskGroup, no Runner
    answer("needs CPython 3.11 or later")
    sys.exit()

BRANCHES = 6
run = run_virtually if loop == "virtual" else runner(loop)


class Tree:
    def __init__(self):
        self.reached = 0
        self.fetched = 0
        self.memo = set()

    async def leaf(self):
        number = self.reached
        self.reached += 1
        if kind == "none":
            return
        if kind == "memoization" and number % 10 != 0:
            if "datum" in self.memo:
                return
            self.memo.add("datum")
        self.fetched += 1
        await asyncio.sleep(0.05)

    async def gathered(self, level):
        if level == 0:
            return await self.leaf()
        await asyncio.gather(*[self.gathered(level - 1) for _ in range(BRANCHES)])

    async def grouped(self, level):
        if level == 0:
            return await self.leaf()
        async with asyncio.TaskGroup() as group:
            for _ in range(BRANCHES):
                group.create_task(self.grouped(level - 1))


def round():
    tree = Tree()
    grow = tree.grouped if groups == "groups" else tree.gathered
    run(grow(int(levels)))
    return {"proof": tree.reached + tree.fetched}


serve(round)
