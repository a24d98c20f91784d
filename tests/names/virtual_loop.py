"""CPython's asyncio as it comes, on a clock that jumps over waits.

Nothing is patched, other than in the oracle of tools/cpython: what the page says
of CPython has to be true of CPython.
"""

import asyncio


class VirtualLoop(asyncio.BaseEventLoop):
    """CPython's own loop with a selector that never has any news."""

    def __init__(self):
        super().__init__()
        self._selector = self
        self._clock_resolution = 1e-9
        self.now = 0.0

    def time(self):
        return self.now

    def select(self, timeout):
        self.now += timeout
        return ()

    def _process_events(self, event_list):
        pass

    def _write_to_self(self):
        pass


asyncio.events._set_running_loop(None)  # Pyodide's own
asyncio.events.new_event_loop = asyncio.new_event_loop = VirtualLoop
