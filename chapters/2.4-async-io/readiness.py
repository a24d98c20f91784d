import selectors
import socket

# region program
here, there = socket.socketpair()
here.setblocking(False)  # never wait in a call: answer or refuse


def receive():
    try:
        return here.recv(100)
    except BlockingIOError:
        return "would have to wait"


selector = selectors.DefaultSelector()
selector.register(here, selectors.EVENT_READ)

print("recv:  ", receive())
print("select:", len(selector.select(timeout=0)), "of 1 ready")

there.send(b"hello")
print("something was sent")
print("select:", len(selector.select(timeout=None)), "of 1 ready")
print("recv:  ", receive())
print("recv:  ", receive())
# endregion
