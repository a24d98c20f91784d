"""What the programs of the corpus share, and how one is run."""

import json

import tape as recording
from vocabulary import Boom  # noqa: F401 (the programs take it from here)

tape = None


def log(*values):
    tape.log(*values)


def run(source):
    """Runs the program's main() as asyncio.run() does; gives the tape's lines."""
    names = {}
    exec(source, names)

    def start(new_tape):
        global tape
        tape = new_tape
        return names["main"]()

    return json.dumps(recording.record(start))
