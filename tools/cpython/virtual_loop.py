"""An asyncio event loop on virtual time.

It is CPython's own BaseEventLoop with a selector that never has any news:
asked to wait, it moves the clock forward by the wait and returns. Time is kept
in whole milliseconds, so that 0.1 + 0.2 and 0.15 + 0.15 are the same moment.
"""

import asyncio


class Deadlock(Exception):
    """Nothing is ready, no timer is set: the loop would wait for ever."""


class VirtualLoop(asyncio.BaseEventLoop):
    def __init__(self):
        super().__init__()
        self._selector = self
        self._clock_resolution = 1e-9
        self.milliseconds = 0
        self.passes = 0
        self.tape = None
        self._coroutines = []
        self._unnamed = 0

    def time(self):
        return self.milliseconds / 1000

    def call_at(self, when, callback, *args, context=None):
        whole = round(when * 1000) / 1000
        return super().call_at(whole, callback, *args, context=context)

    # The selector's part.

    def select(self, timeout):
        if timeout is None:
            raise Deadlock
        self.milliseconds += round(timeout * 1000)
        return ()

    def _process_events(self, event_list):
        self.passes += 1

    def _write_to_self(self):
        pass  # would wake the selector

    # Tasks are numbered by their loop, and watched from their first step on.

    def create_task(self, coro, *, name=None, **kwargs):
        if name is None:
            self._unnamed += 1
            name = f"Task-{self._unnamed}"
        self._coroutines.append(coro)
        if self.tape is None or not self._starts_eagerly(kwargs):
            return super().create_task(coro, name=name, **kwargs)
        self.tape.step("started", name)
        task = super().create_task(coro, name=name, **kwargs)
        self.tape.step_ended(task)
        return task

    def _starts_eagerly(self, kwargs):
        return self.is_running() and kwargs.get(
            "eager_start", self._task_factory in EAGER_FACTORIES
        )

    def age(self, task):
        """Orders tasks from the oldest to the youngest."""
        return self._coroutines.index(task.get_coro())


EAGER_FACTORIES = {asyncio.eager_task_factory}
