# region ask
class Ask:
    def __init__(self, question):
        self.question = question

    def __await__(self):
        answer = yield self.question
        return answer


async def interview():
    name = await Ask("Who are you?")
    place = await Ask(f"Where do you live, {name}?")
    return f"{name} of {place}"


talk = interview()
print("made; nothing has run")
print("1:", talk.send(None))
print("2:", talk.send("Ada"))
try:
    talk.send("London")
except StopIteration as stop:
    print("3:", stop.value)
try:
    talk.send("anybody there?")
except RuntimeError as error:
    print("4:", error)
# endregion
