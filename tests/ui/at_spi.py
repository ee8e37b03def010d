"""A screen reader of a few lines: it starts the program and reads it through AT-SPI, over D-Bus.

Run by a Python that has PyGObject, inside ``dbus-run-session`` on a display; ``test_at_spi`` reads
what it prints. Its arguments are the command that opens the window.
"""

import json
import subprocess
import sys
import time
from collections.abc import Callable, Iterator

from gi.repository import Gio, GLib

ACCESSIBLE = "org.a11y.atspi.Accessible"
REGISTRY = "org.a11y.atspi.Registry"
PROPERTIES = "org.freedesktop.DBus.Properties"
ROOT = (REGISTRY, "/org/a11y/atspi/accessible/root")
PATIENCE = 40.0
"""Seconds after which something has not happened."""
Place = tuple[str, str]
"""Something of a program: who has it on the bus, and its path there."""


def call(bus: Gio.DBusConnection, place: Place, interface: str, name: str, *args: object) -> tuple:
    kinds = "".join("v" if isinstance(it, GLib.Variant) else "s" for it in args)
    sent = GLib.Variant(f"({kinds})", args) if args else None
    answer = bus.call_sync(
        place[0], place[1], interface, name, sent, None, Gio.DBusCallFlags.NONE, 10_000, None
    )
    return answer.unpack()


class Reader:
    """Asks the program what is there, and keeps what it tells unasked."""

    def __init__(self) -> None:
        session = Gio.bus_get_sync(Gio.BusType.SESSION)
        there = ("org.a11y.Bus", "/org/a11y/bus")
        listens = GLib.Variant("b", True)
        call(session, there, PROPERTIES, "Set", "org.a11y.Status", "IsEnabled", listens)
        (address,) = call(session, there, "org.a11y.Bus", "GetAddress")
        flags = Gio.DBusConnectionFlags
        self.bus = Gio.DBusConnection.new_for_address_sync(
            address, flags.AUTHENTICATION_CLIENT | flags.MESSAGE_BUS_CONNECTION, None, None
        )
        registry = (REGISTRY, "/org/a11y/atspi/registry")
        call(self.bus, registry, REGISTRY, "RegisterEvent", "object:")
        self.announced: list[str] = []
        self.focused: list[str] = []
        events = "org.a11y.atspi.Event.Object"
        self.bus.signal_subscribe(
            None, events, None, None, None, Gio.DBusSignalFlags.NONE, self._hear
        )

    def _hear(self, _bus: object, sender: str, path: str, *told: object) -> None:
        signal, values = told[1], told[2].unpack()
        if signal == "Announcement":
            self.announced.append(values[3])
        elif signal == "StateChanged" and values[:2] == ("focused", 1):
            self.focused.append(self.name((sender, path)))

    def wait(self, what: str, there: Callable[[], object]) -> object:
        """Hear what is told until something is there; returns it."""
        end, loop = time.monotonic() + PATIENCE, GLib.MainContext.default()
        while time.monotonic() < end:
            while loop.iteration(False):
                pass
            found = there()
            if found:
                return found
            time.sleep(0.02)  # the program is another process
        sys.exit(f"{what} is not there; focused {self.focused}, announced {self.announced}")

    def asked(self, place: Place, name: str) -> str:
        return call(self.bus, place, PROPERTIES, "Get", ACCESSIBLE, name)[0]

    def name(self, place: Place) -> str:
        return self.asked(place, "Name")

    def children(self, place: Place) -> list[Place]:
        return call(self.bus, place, ACCESSIBLE, "GetChildren")[0]

    def told(self, place: Place) -> tuple[str, str, str]:
        (role,) = call(self.bus, place, ACCESSIBLE, "GetRoleName")
        return role, self.name(place), self.asked(place, "Description")

    def below(self, place: Place) -> Iterator[Place]:
        for child in self.children(place):
            yield child
            yield from self.below(child)

    def find(self, window: Place, role: str, name: str) -> Place:
        """Return the first thing of a role and name in a window."""
        return next(it for it in self.below(window) if self.told(it)[:2] == (role, name))


def press(*keys: str) -> None:
    subprocess.run(["xdotool", "key", *keys], check=True)


def main(command: list[str]) -> None:
    reader = Reader()
    program = subprocess.Popen(command)
    try:
        (app,) = reader.wait("the program", lambda: reader.children(ROOT))
        (window,) = reader.wait("its window", lambda: reader.children(app))
        found = ["xdotool", "search", "--sync", "--onlyvisible", "--pid", str(program.pid)]
        number = subprocess.run(found, check=True, capture_output=True, text=True).stdout.split()[0]
        subprocess.run(["xdotool", "windowfocus", "--sync", number], check=True)
        reader.wait("the keyboard on the page", lambda: reader.focused)
        sys.stdout.write(f"\n{json.dumps(heard(reader, window))}\n")
    finally:
        program.terminate()
        program.wait(10)


def heard(reader: Reader, window: Place) -> dict[str, object]:
    """Go through the program by keys alone; returns what was heard of it."""
    outline = reader.find(window, "tree", "Outline of the page")
    page = reader.find(window, "list", "Page Why?")
    seen = {
        "window": reader.told(window),
        "outline": [reader.told(it) for it in reader.children(outline)],
        "items": [reader.told(it) for it in reader.children(page)],
    }
    reader.focused.clear()
    press("Left")
    reader.wait("the next item", lambda: reader.focused)
    seen["went to"] = list(reader.focused)
    press("Tab", "S", "n", "o", "w", "Return", "Escape")
    reader.wait("the sentence", lambda: reader.announced)
    reader.wait("the new item", lambda: "Snow" in reader.focused)
    press("ctrl+z")
    reader.wait("the second sentence", lambda: len(reader.announced) > 1)
    seen["announced"] = list(reader.announced)
    press("shift+F6")
    reader.wait("the outline", lambda: reader.focused[-1] != "Snow")
    reader.focused.clear()
    press("Home")
    reader.wait("the first row", lambda: reader.focused)
    seen["first row"] = list(reader.focused)
    return seen


if __name__ == "__main__":
    main(sys.argv[1:])
