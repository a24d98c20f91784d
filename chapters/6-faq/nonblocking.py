import os

# region nonblocking
reading, writing = os.pipe()
os.set_blocking(reading, False)

try:
    os.read(reading, 100)
except BlockingIOError:
    print("nothing to read yet, and nobody was held up")

os.write(writing, b"a letter")
print("now there is", os.read(reading, 100).decode())
# endregion
