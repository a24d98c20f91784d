import asyncio


# region work
async def make(dish, seconds):
    await asyncio.sleep(seconds)
    print(f"{dish} is ready")
    return dish


def pour(task):
    print(f"pour the {task.result()}")


def clear(task):
    print(f"clear the table after the {task.result()}")
# endregion


# region steps
def main():
    with asyncio.Runner() as runner:  # step 1: a loop
        loop = runner.get_loop()

        toast = loop.create_task(make("toast", 0.02), name="toast")
        tea = loop.create_task(make("tea", 0.03), name="tea")  # steps 2, 3
        tea.add_done_callback(pour)
        tea.add_done_callback(clear)
        loop.call_soon(print, "lay the table")
        loop.call_later(0.01, print, "ring the bell")
        print("everything is asked for, nothing has run")

        loop.run_until_complete(tea)  # step 4
        print(f"the loop has stopped; the toast: {toast.result()}")
# endregion


main()
